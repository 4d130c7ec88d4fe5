import LanguageModels

/// What `import --json` prints for one file.
public enum ImportJSON {
  /// The object: for questions that of `check --json`, with the test that holds those that were kept.
  public static func object(file: String, _ outcome: FileImport.Outcome) -> JSONValue {
    switch outcome {
    case .notes(let notes):
      .members([
        ("file", .string(SafeText.line(file, limit: 1000))), ("kind", .string("notes")),
        ("course", .string(notes.course)), ("title", .string(notes.document.title)),
        ("passages", .number(notes.document.passages.count)), ("state", .string(state(notes.outcome))),
        ("questionsInIt", .number(notes.questionsInIt)),
      ])
    case .questions(let questions):
      .members([
        ("kind", .string("questions")), ("course", .string(questions.course)),
        ("test", questions.testID.map(JSONValue.string) ?? .null),
        ("kept", .number(questions.checked.count(where: \.passes))),
      ]).merging(CheckJSON.object(file: file, reading: questions.reading, checked: questions.checked))
    }
  }

  /// How notes compare with what was there, in a word.
  static func state(_ outcome: ImportResult.Outcome) -> String {
    switch outcome {
    case .new: "new"
    case .unchanged: "unchanged"
    case .newVersion: "changed"
    }
  }
}

extension JSONValue {
  /// An object with the members of another behind its own.
  fileprivate func merging(_ other: JSONValue) -> JSONValue {
    .object((members ?? []) + (other.members ?? []))
  }
}
