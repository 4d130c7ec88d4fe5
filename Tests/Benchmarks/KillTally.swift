/// What came of one kill.
struct KillOutcome: Sendable {
  /// Whether it was killed before it was done.
  var wasKilled: Bool
  /// Things that it had shown as kept.
  var shown: Int
  /// Questions of a library that it was changing as a whole, which it shows nothing of.
  var held: Int
  /// Those of either that are not there.
  var lost: Int
  /// Whether the library passes its checks.
  var isWhole: Bool
  /// What else is wrong, in words.
  var fault: String?
}

/// What came of many kills.
struct KillTally: Sendable {
  private(set) var killed = 0
  private(set) var finished = 0
  private var shown = 0
  /// Those of them that were shown before a kill.
  private(set) var shownBeforeKill = 0
  private var held = 0
  private var lost = 0
  private var damaged = 0
  private(set) var faults: [String] = []

  mutating func add(_ outcome: KillOutcome) {
    if outcome.wasKilled { killed += 1 } else { finished += 1 }
    shown += outcome.shown
    shownBeforeKill += outcome.wasKilled ? outcome.shown : 0
    held += outcome.held
    lost += outcome.lost
    damaged += outcome.isWhole ? 0 : 1
    if let fault = outcome.fault { faults.append(fault) }
  }

  /// Notes where too little came of a kind of work to say anything of it.
  mutating func judge(_ kind: KilledWork.Kind, wanted: Int) {
    if killed < wanted { faults.append("\(kind.rawValue): \(killed) kills instead of \(wanted)") }
    if wanted > 0, kind.showsWhatItKeeps, shownBeforeKill == 0 {
      faults.append("\(kind.rawValue): nothing was shown as kept before any of the kills")
    }
  }

  static func += (tally: inout KillTally, other: KillTally) {
    tally.killed += other.killed
    tally.finished += other.finished
    tally.shown += other.shown
    tally.shownBeforeKill += other.shownBeforeKill
    tally.held += other.held
    tally.lost += other.lost
    tally.damaged += other.damaged
    tally.faults += other.faults
  }

  var isClean: Bool { lost + damaged == 0 && faults.isEmpty }

  var text: String {
    let integrity = damaged == 0 ? "every library whole" : "\(damaged) LIBRARIES DAMAGED"
    return "\(killed) kills (\(finished) times it was done before), \(shown) shown as kept, \(held) in libraries that "
      + "were changed as a whole, \(lost) lost, \(integrity)"
  }
}
