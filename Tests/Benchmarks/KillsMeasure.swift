import ArgumentParser
import Foundation
import PracticeTests
import TestSupport

/// `measure kills NOTES --program PATH`: the program, killed at random moments of its work.
struct KillsMeasure: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kills",
    abstract: "Kill the program with `kill -9` in the middle of its work, and look for what was lost.",
    discussion: """
      Each kind of work is done once to its end, which says how long it takes; then it is begun again and again and \
      killed at a moment by lot. Afterwards the library has to pass its checks, and everything that the program had \
      shown as kept has to be there. Fails where that does not hold.
      """)

  @Argument(help: "The folder of the notes, as Markdown.")
  var notes: String

  @Option(help: "The built program.")
  var program: String

  @Option(help: "How often it is killed.")
  var times = 1_000

  @Option(help: "The same seed gives the same work and the same moments.")
  var seed: UInt64 = 1

  func run() async throws {
    var lottery = Lottery(state: seed)
    let files = try markdownFiles(in: notes)
    var faults = 0
    for (index, kind) in KilledWork.Kind.allCases.enumerated() {
      let count = times / KilledWork.Kind.allCases.count + (index < times % KilledWork.Kind.allCases.count ? 1 : 0)
      var tally = KillTally()
      let whole = try work(kind, files[0]).duration()
      for _ in 0..<count {
        let work = try work(kind, files[lottery.number(below: files.count)])
        let share = Double(lottery.number(below: 1_100)) / 1_000
        tally.add(try await work.kill(after: whole * share))
      }
      print("\(pad(kind.rawValue)) \(tally.text), whole in \(decimals(whole / .milliseconds(1), 0)) ms")
      faults += tally.faults.count
    }
    guard faults == 0 else { throw ExitCode.failure }
  }

  private func work(_ kind: KilledWork.Kind, _ notes: String) throws -> KilledWork {
    let work = try KilledWork(kind, program: program, notes: notes)
    try work.prepare()
    return work
  }
}

/// What came of kills.
private struct KillTally {
  private var killed = 0
  private var finished = 0
  /// Things that were shown as kept when the program was killed.
  private var shown = 0
  private(set) var faults: [String] = []

  mutating func add(_ outcome: KilledWork.Outcome) {
    if outcome.wasKilled { killed += 1 } else { finished += 1 }
    shown += outcome.shown
    faults += outcome.faults
  }

  var text: String {
    let found = faults.isEmpty ? "nothing lost" : "FAULTS: \(faults.joined(separator: "; "))"
    return "\(killed) killed (\(finished) were done before), \(shown) shown as kept, \(found)"
  }
}
