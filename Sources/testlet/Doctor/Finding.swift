import LanguageModels

/// One thing that `testlet doctor` looked at.
struct Finding: Sendable, Listed {
  /// How it is.
  enum State: String {
    case fine = "ok"
    /// Something that not everybody needs is not there.
    case absent
    /// testlet works, but not as it should.
    case degraded
    /// Something that testlet needs does not work.
    case broken
  }

  /// What was looked at.
  var subject: String
  var state: State
  /// What was found.
  var detail: String
  /// What to do about it; `nil` when there is nothing to do.
  var nextStep: String?

  init(_ subject: String, _ state: State, _ detail: String, nextStep: String? = nil) {
    self.subject = subject
    self.state = state
    self.detail = detail
    self.nextStep = nextStep
  }

  /// The columns of a line.
  var columns: [String] {
    [state.rawValue, subject, [detail, nextStep.map { "-> \($0)" }].compactMap { $0 }.joined(separator: "  ")]
  }

  /// The JSON object.
  var json: JSONValue {
    .members([
      ("subject", .string(subject)), ("state", .string(state.rawValue)),
      ("detail", .string(detail)),
      ("nextStep", nextStep.map(JSONValue.string) ?? .null),
    ])
  }
}
