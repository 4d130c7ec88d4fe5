import ArgumentParser
import Foundation
import GRDB
import TestSupport

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

  /// When it is killed.
  enum Moment: Sendable {
    /// So long after its start.
    case time(Duration)
    /// When it has shown so many things as kept.
    case shown(Int)
  }

  /// What it is like when nobody kills it.
  struct Whole: Sendable {
    /// The time in which the program is at work: from its start, with nothing done yet, to its end.
    var window: ClosedRange<Duration>
    /// How many things it shows as kept.
    var shown: Int

    /// A moment between the start and the end.
    func time(by lottery: inout Lottery) -> Duration {
      window.lowerBound + (window.upperBound - window.lowerBound) * (Double(lottery.number(below: 1_000)) / 1_000)
    }

    /// A number of things that are shown before the last is.
    func count(by lottery: inout Lottery) -> Int { 1 + lottery.number(below: max(1, shown - 1)) }
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

  /// Does it to its end, three times.
  func whole() throws -> Whole {
    let clock = ContinuousClock()
    let start = try (0..<3).map { _ in try clock.measure { try beginning.run(["--version"]) } }.sorted()[1]
    let runs = try (0..<3).map { _ in try wholeRun() }
    let end = runs.map(\.duration).sorted()[1]
    return Whole(window: start...max(end, start + .milliseconds(5)), shown: runs[0].shown)
  }

  private func wholeRun() throws -> (duration: Duration, shown: Int) {
    let home = try beginning.copy()
    let start = ContinuousClock.now
    if kind == .reviewing {
      let review = try reviewed(due, in: home, until: start + Self.patience)
      guard review.kept == due else {
        throw KilledWorkFailed(command: "review", said: "\(review.kept) of \(due) answers were kept in a minute")
      }
      return (ContinuousClock.now - start, review.kept)
    }
    try home.run(arguments, input: input)
    return (ContinuousClock.now - start, try shown(in: home))
  }

  /// How long something may take to be shown.
  private static let patience = Duration.seconds(60)

  /// The app, after so many answers or when the time has come.
  private func reviewed(_ count: Int, in home: KilledHome, until end: ContinuousClock.Instant) throws -> KilledReview {
    var review = KilledReview(try home.open(arguments))
    review.answer(count, until: end)
    return review
  }

  /// Does it, kills it at a moment, and says what is left.
  func kill(at moment: Moment) async throws -> KillOutcome {
    let home = try beginning.copy()
    if kind == .reviewing { return try killReview(at: moment, in: home) }
    let process = try home.start(arguments, input: input)
    switch moment {
    case .time(let time): try await Task.sleep(for: time)
    case .shown(let count):
      while process.isRunning, try shown(in: home) < count { try await Task.sleep(for: .milliseconds(1)) }
    }
    if process.isRunning { Foundation.kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    return try outcome(process.terminationReason == .uncaughtSignal, in: home, shown: shown(in: home))
  }

  private func killReview(at moment: Moment, in home: KilledHome) throws -> KillOutcome {
    let review =
      switch moment {
      case .time(let time): try reviewed(due, in: home, until: .now + time)
      case .shown(let count): try reviewed(count, in: home, until: .now + Self.patience)
      }
    return try outcome(review.app.kill() && review.kept < due, in: home, shown: review.kept)
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
