import ArgumentParser
import PracticeTests

/// `measure growth`: what is slow with many questions, beside the same with few.
struct GrowthMeasure: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "growth",
    abstract: "What could grow with the questions of a student, measured with few of them and with many.",
    discussion: """
      All sizes take turns in every round. Figures are medians with their quartiles, each with its ratio to that of the \
      first size. Where a figure is that of one passage or item of as many as the size says, a ratio of 1 means that \
      all of them take as many times longer as there are more of them. A question counts as kept when it is on the \
      disk; set TMPDIR to a folder in memory to measure without the disk.
      """)

  @Option(parsing: .upToNextOption, help: "How many questions, passages or items.")
  var sizes = [100, 1_000, 10_000, 100_000]

  @Option(help: "How often everything is measured.")
  var rounds = 5

  func validate() throws {
    guard !sizes.isEmpty, sizes.allSatisfy({ $0 > 0 }) else { throw ValidationError("--sizes are 1 or more.") }
    guard (1..<TestRequest.countRange.upperBound).contains(rounds) else {
      throw ValidationError("--rounds is 1 to \(TestRequest.countRange.upperBound - 1).")
    }
  }

  func run() async throws {
    let libraries = try sizes.map { try GrownLibrary(questions: $0, rounds: rounds) }
    var times: [GrownWork: [[Double]]] = [:]
    // The first round brings everything into memory, and does not count.
    for round in 0...rounds {
      for work in GrownWork.allCases {
        for (place, library) in libraries.enumerated() {
          let time = try await library.microseconds(of: work, round: round)
          guard round > 0 else { continue }
          times[work, default: sizes.map { _ in [] }][place].append(time)
        }
      }
    }
    for work in GrownWork.allCases { report(work, (times[work] ?? []).map { Spread($0) }) }
    print("peak memory        \(decimals(peakMegabytes(), 0)) MB")
  }

  private func report(_ work: GrownWork, _ spreads: [Spread]) {
    print("\(work.rawValue), microseconds \(work.unit)")
    for (size, spread) in zip(sizes, spreads) {
      print("  \(pad("\(size)")) \(spread.text(1)), ratio \(decimals(spread.median / spreads[0].median, 2))")
    }
  }
}

/// Work that could grow with the questions of a student.
enum GrownWork: String, CaseIterable {
  case blueprint
  case gates
  case reader
  /// A question is held against the others of its course, and kept.
  case store
  case search
  case due = "due queue"
  /// The list of all questions, from the state of the app to the cells of the screen.
  case render

  /// What a figure is of.
  var unit: String {
    switch self {
    case .blueprint: "a passage"
    case .gates, .reader: "an item"
    case .store: "a question kept"
    case .search: "a search"
    case .due: "a look at what is due"
    case .render: "a frame"
    }
  }
}
