import LanguageModels

extension PlainAction {
  /// The action as `testlet ask --json` prints it: its name, and what it acts on.
  public var json: JSONValue {
    switch self {
    case .makeTest(let wanted): object("make-test", wanted.members)
    case .review: object("review")
    case .showStats(let subject):
      object("stats", subject.map { [($0.kind, .string($0.name))] } ?? [])
    case .search(let words): object("search", [("words", .string(words))])
    case .openTest(let test): object("open-test", [("test", .string(test.id))])
    case .deleteTest(let test): object("delete-test", [("test", .string(test.id))])
    case .exportTest(let test, let format, let answers, let file):
      object(
        "export-test",
        [
          ("test", .string(test.id)), ("to", .string(format.rawValue)), ("answers", .bool(answers)),
          ("file", file.map(JSONValue.string) ?? .null),
        ])
    case .summarise(let notes): object("summarize", [("notes", .array(notes.map(JSONValue.string)))])
    case .open(let place): object("open", [("place", .string(place.rawValue))])
    }
  }

  private func object(_ name: String, _ members: [(String, JSONValue)] = []) -> JSONValue {
    .members([("action", .string(name))] + members)
  }
}

extension WantedTest {
  fileprivate var members: [(String, JSONValue)] {
    [
      ("notes", .array(notes.map(JSONValue.string))), ("course", course.map(JSONValue.string) ?? .null),
      ("topics", .array(topics.map(JSONValue.string))), ("title", title.map(JSONValue.string) ?? .null),
      ("count", .number(count)), ("difficulty", .string(difficulty.rawValue)),
      ("formats", .array(formats.map { .string($0.rawValue) })), ("choices", .number(choices)),
    ]
  }
}
