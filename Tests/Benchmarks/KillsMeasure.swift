import ArgumentParser
import TestSupport

/// `measure kills NOTES`: the program, killed at random moments of its work.
struct KillsMeasure: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kills",
    abstract: "Kill the program with `kill -9` in the middle of its work, and look for what was lost.",
    discussion: """
      What each kind of work begins with is made once. The work is done three times to its end, which says how long \
      it takes; then it is begun again and again on a copy, and killed at a moment by lot: between the program's start \
      and its end, and every other time, of work that shows what it keeps, when so much of it was shown. Afterwards \
      the library has to pass its checks, and everything that the program had shown as kept has to be there; of a library that is migrated or restored, all that was in it. Fails where that does not hold, \
      and where too little was tried to say so: fewer kills than wanted, or none after something was shown as kept. \
      Every answer is on the disk when it counts: set TMPDIR to a folder in memory for more kills in less time.
      """)

  @Argument(help: "The folder of the notes, as Markdown.")
  var notes: String

  @Option(help: "The built program; by default the one beside this one.")
  var program = BuiltProgram.path

  @Option(help: "How often it is killed, all kinds of work together.")
  var times = 1_000

  @Option(help: "A kind of work; repeat it for several. (default: all)")
  var kind: [KilledWork.Kind] = []

  @Option(help: "Kills at once; more than one only where there are processors for them.")
  var parallel = 1

  @Option(help: "The same seed gives the same moments.")
  var seed: UInt64 = 1

  @Option(help: "Questions of each test.")
  var questions = 40

  @Option(help: "Questions more in libraries that are migrated or restored.")
  var stock = 2_000

  /// How many files of notes a test is made of.
  private static let mostNotes = 4

  func validate() throws {
    guard min(times, parallel, questions, stock) > 0 else {
      throw ValidationError("--times, --parallel, --questions and --stock are 1 or more.")
    }
  }

  func run() async throws {
    let files = Array(try markdownFiles(in: notes).prefix(Self.mostNotes))
    let kinds = kind.isEmpty ? KilledWork.Kind.allCases : kind
    var all = KillTally()
    for (index, kind) in kinds.enumerated() {
      let count = times / kinds.count + (index < times % kinds.count ? 1 : 0)
      let size = KilledWork.Size(questions: questions, stock: stock)
      let work = try KilledWork(kind, size, program: program, notes: files)
      let whole = try work.whole()
      var tally = try await kill(work, count, of: whole)
      tally.judge(kind, wanted: count)
      print("\(pad(kind.rawValue)) \(tally.text); takes \(decimals(whole.window.upperBound / .milliseconds(1), 0)) ms")
      all += tally
    }
    print("\(pad("all")) \(all.text), seed \(seed)")
    for fault in Set(all.faults).sorted() { print("FAULT: \(fault)") }
    guard all.isClean else { throw ExitCode.failure }
  }

  private func kill(_ work: KilledWork, _ count: Int, of whole: KilledWork.Whole) async throws -> KillTally {
    try await withThrowingTaskGroup(of: KillTally.self) { [parallel, seed] group in
      for worker in 0..<parallel {
        let share = count / parallel + (worker < count % parallel ? 1 : 0)
        group.addTask {
          try await Self.kill(work, share, of: whole, Lottery(state: seed &+ UInt64(worker) &* 0x9E37_79B9_7F4A_7C15))
        }
      }
      return try await group.reduce(into: KillTally()) { $0 += $1 }
    }
  }

  /// Moments beyond those wanted that are tried, be the work done before them or nothing shown yet.
  private static let spare = 10

  /// Work that was done before its moment is no kill, and one of the kills has to come after something was shown; but
  /// there is an end to trying.
  private static func kill(
    _ work: KilledWork, _ count: Int, of whole: KilledWork.Whole, _ lottery: Lottery
  ) async throws -> KillTally {
    var (tally, lottery) = (KillTally(), lottery)
    guard count > 0 else { return tally }
    func isEnough() -> Bool {
      tally.killed >= count && (!work.kind.showsWhatItKeeps || tally.shownBeforeKill > 0)
    }
    while !isEnough(), tally.killed + tally.finished < 2 * count + spare {
      let isByTime = whole.shown == 0 || !(tally.killed + tally.finished).isMultiple(of: 2)
      tally.add(try await work.kill(at: isByTime ? .time(whole.time(by: &lottery)) : .shown(whole.count(by: &lottery))))
    }
    return tally
  }
}
