import LanguageModels

/// What `check --json` prints for one file.
public enum CheckJSON {
  /// The object, its members in the documented order.
  public static func object(
    file: String, reading: QuestionReading, checked: [QuestionCheck.Checked]
  ) -> JSONValue {
    .members([
      ("file", .string(SafeText.line(file, limit: 1000))), ("format", .string(reading.format.rawValue)),
      ("items", .array(checked.map(item))),
      (
        "unread",
        .array(reading.unread.map { .members([("line", .number($0.line)), ("reason", .string($0.reason))]) })
      ),
    ])
  }

  private static func item(_ checked: QuestionCheck.Checked) -> JSONValue {
    let item = checked.question.item
    let violations = checked.violations.map { violation in
      JSONValue.members([
        ("gate", .string(violation.gate.rawValue)), ("field", .string(violation.field)),
        ("action", .string(violation.action.rawValue)), ("message", .string(violation.message)),
      ])
    }
    return .members([
      ("prompt", .string(item.prompt)), ("choices", .strings(item.choices)),
      ("correctIndex", item.correctIndex.map { .number($0) } ?? .null), ("correctAnswer", .string(item.correctAnswer)),
      ("rationale", item.rationale.map(JSONValue.string) ?? .null), ("repaired", .strings(checked.question.repaired)),
      ("violations", .array(violations)),
    ])
  }
}
