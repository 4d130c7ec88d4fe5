import ArgumentParser
import Foundation
import GRDB

/// One kind of work of the program, which is begun again and again and killed in the middle. What it begins with is
/// made once.
struct KilledWork: Sendable {
  /// What it does.
  enum Kind: String, CaseIterable, Sendable, ExpressibleByArgument {
    /// Makes a library where there is none.
    case opening
    /// Brings a library of the first schema up to date.
    case migrating
    case generating
    case importing
    case taking
    /// Answers what is due, in the app.
    case reviewing
    /// Copies a library back from a backup.
    case restoring

    /// Whether it shows each thing that it has kept, while it works.
    var showsWhatItKeeps: Bool {
      switch self {
      case .generating, .importing, .taking, .reviewing: true
      case .opening, .migrating, .restoring: false
      }
    }
  }

  /// How much work it is.
  struct Size: Sendable {
    /// How many questions a run is about, where the notes yield them.
    var questions: Int
    /// How many more stand in the libraries that are copied or changed as a whole.
    var stock: Int
  }

  let kind: Kind
  private let size: Size
  private let notes: [String]
  private let beginning: KilledHome
  /// How many reviews are due.
  private var due = 0
  /// Of a library that is changed as a whole: how many questions it may hold, before the change and after it.
  private var questions: [Int] = []

  /// Makes what it begins with.
  init(_ kind: Kind, _ size: Size, program: String, notes: [String]) throws {
    (self.kind, self.size, self.notes) = (kind, size, notes)
    beginning = try KilledHome(program: program)
    try prepare()
    switch kind {
    case .migrating: questions = [try Self.some(LibraryCensus(beginning.library).questions, "questions")]
    case .restoring: questions = try [beginning.library, copies[0]].map { try LibraryCensus($0).questions }
    case .reviewing: due = try Self.some(countReviews(), "reviews")
    case .opening, .generating, .importing, .taking: break
    }
  }

  /// Where nothing is there, nothing can be lost.
  private static func some(_ count: Int, _ what: String) throws -> Int {
    guard count > 0 else { throw KilledWorkFailed(command: "generate", said: "It left no \(what).") }
    return count
  }

  private func prepare() throws {
    switch kind {
    case .opening: break
    case .migrating: try prepareOlderLibrary()
    case .generating: try beginning.run(["list"])
    case .importing:
      try beginning.run(["list"])
      for (note, copy) in zip(notes, copies) {
        try beginning.run(generate([note]), data: "other")
        try beginning.run(["export", "latest", "--to", "json", "-o", copy], data: "other")
      }
    case .taking: try beginning.run(generate(notes) + ["--format", "multiple-choice", "--format", "true-false"])
    case .reviewing: try prepareReviews()
    case .restoring:
      try beginning.run(generate(notes), data: "other")
      _ = try StockedLibrary.make(beginning.libraryFile(in: "other"), questions: size.stock)
      try beginning.run(["backup", copies[0]], data: "other")
      try beginning.run(generate(notes))
    }
  }

  private func prepareOlderLibrary() throws {
    try beginning.run(generate(notes), data: "newer")
    try beginning.run(
      ["take", "latest", "--plain"], input: String(repeating: "1\n", count: size.questions), data: "newer")
    let newer = beginning.libraryFile(in: "newer")
    _ = try StockedLibrary.make(newer, questions: size.stock)
    try FileManager.default.createDirectory(
      atPath: beginning.folder.file("data"), withIntermediateDirectories: true)
    try OlderLibrary.make(beginning.library, of: newer)
  }

  /// A test is handed in with nothing answered, so that all of it is missed; then the time goes by until it comes back.
  private func prepareReviews() throws {
    try beginning.run(generate(notes))
    try beginning.run(
      ["take", "latest", "--plain"], input: String(repeating: "s\n", count: size.questions) + "h\n")
    try DatabaseQueue(path: beginning.library).write {
      try $0.execute(sql: "UPDATE reviewCard SET due = due - 3600")
    }
  }

  private func countReviews() throws -> Int {
    try DatabaseQueue(path: beginning.library).read {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM reviewCard") ?? 0
    }
  }

  /// The files that it reads, one for each file of notes.
  private var copies: [String] { notes.indices.map { beginning.folder.file("copy-\($0)") } }

  private func generate(_ notes: [String]) -> [String] {
    ["generate"] + notes + ["--count", "\(size.questions)", "--backend", "mock", "--seed", "1"]
  }

  private var arguments: [String] {
    switch kind {
    case .opening, .migrating: ["list"]
    case .generating: generate(notes)
    case .importing: ["import"] + copies + ["--course", "Brought"]
    case .taking: ["take", "latest", "--plain"]
    case .reviewing: ["review"]
    case .restoring: ["restore", copies[0]]
    }
  }

  private var input: String { kind == .taking ? String(repeating: "1\n", count: size.questions) : "" }

  // MARK: - Killing

  /// The time in which the program is at work: from its start, with nothing done yet, to its end.
  func window() throws -> ClosedRange<Duration> {
    let clock = ContinuousClock()
    let start = try (0..<3).map { _ in try clock.measure { try beginning.run(["--version"]) } }.sorted()[1]
    let whole = try (0..<3).map { _ in try duration() }.sorted()[1]
    return start...max(whole, start + .milliseconds(5))
  }

  private func duration() throws -> Duration {
    let home = try beginning.copy()
    let start = ContinuousClock.now
    if kind == .reviewing {
      var review = KilledReview(try home.open(arguments))
      review.answer(due, until: start + .seconds(60))
      guard review.kept == due else {
        throw KilledWorkFailed(command: "review", said: "\(review.kept) of \(due) answers were kept in a minute")
      }
    } else {
      try home.run(arguments, input: input)
    }
    return ContinuousClock.now - start
  }

  /// Does it, kills it after a time, and says what is left.
  func kill(after time: Duration) async throws -> KillOutcome {
    let home = try beginning.copy()
    let start = ContinuousClock.now
    if kind == .reviewing {
      let app = try home.open(arguments)
      var review = KilledReview(app)
      review.answer(due, until: start + time)
      return try outcome(app.kill() && review.kept < due, in: home, shown: review.kept)
    }
    let process = try home.start(arguments, input: input)
    try await Task.sleep(for: time)
    if process.isRunning { Foundation.kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    return try outcome(process.terminationReason == .uncaughtSignal, in: home, shown: shown(in: home))
  }

  /// How many things the program said were kept.
  private func shown(in home: KilledHome) throws -> Int {
    let lines = try home.lines()
    return switch kind {
    case .opening, .reviewing, .migrating, .restoring: 0
    case .generating: lines.count { $0.hasPrefix("question on ") }
    case .importing: lines.count { $0.contains(" kept as test ") }
    // A question is asked when the answer before it is kept; when all are, they are gone through once more.
    case .taking: max(0, lines.prefix { !$0.hasPrefix("Handed in") }.count { $0.hasPrefix("Question ") } - 1)
    }
  }

  private func outcome(_ wasKilled: Bool, in home: KilledHome, shown: Int) throws -> KillOutcome {
    let remains = try KillRemains(kind, library: home.library, questions: questions)
    let held = questions.first ?? 0
    return KillOutcome(
      wasKilled: wasKilled, shown: shown, held: held, lost: max(0, shown + held - remains.kept),
      isWhole: remains.isWhole, fault: remains.fault)
  }
}
