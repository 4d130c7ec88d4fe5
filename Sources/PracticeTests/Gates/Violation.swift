/// What a gate found, worded as an instruction that a model can follow.
public struct Violation: Sendable, Hashable, Codable {
  /// What follows from a violation.
  public enum Action: String, Sendable, Hashable, Codable {
    /// The draft can't be used.
    case reject
    /// Ask again, with the message.
    case repair
    /// Mended by code.
    case fix
    /// Kept, and shown.
    case warn
  }

  /// The gate.
  public var gate: GateID
  /// The part of the item: `prompt`, `choices`, `correctAnswer`, `rationale`, `evidence` ...
  public var field: String
  /// What follows.
  public var action: Action
  /// What is wrong and what to do: "The correct answer is twice as long as every distractor: make the distractors as
  /// specific as the answer."
  public var message: String

  /// Makes a violation.
  public init(gate: GateID, field: String, action: Action, message: String) {
    self.gate = gate
    self.field = field
    self.action = action
    self.message = message
  }

  /// Whether the item can be kept as it is.
  public var isKept: Bool { action == .fix || action == .warn }
}

/// The names of the gates.
public enum GateID: String, Sendable, Hashable, Codable, CaseIterable {
  case schema
  case placeholder
  case duplicateOption
  case nestedLabel
  case allOfTheAbove
  case echo
  case answerKind
  case sourceReference
  case keyInStem
  case longestKey
  case wordRepeat
  case negativeStem
  case noQuestion
  case oddKey
  case promptTooLong
  case rationaleTooShort
  case lostSequence
  case absolutes
  case unfocused
  case artefact
  case articleCue
  case convergence
  case offTopic
  case evidence
  case duplicate
  case crossCue
  case verification
}
