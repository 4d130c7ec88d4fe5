/// What the router chose, and why, as JSON lines that the student can read. Never a prompt, never an answer, and no words
/// of a server, which may repeat them.
public struct ChoiceLog: Sendable {
  private let file: LogFile

  /// Names a log; its file is made by the first choice.
  public init(path: String) {
    file = LogFile(path: path, limit: 256 << 10, kept: 1)
  }

  /// Adds a choice.
  func note(
    _ choice: AIChoice, for task: AITaskKind, mode: BackendSettings.Mode, privacy: EgressPolicy.Mode
  ) {
    let passedOver = choice.passedOver.map { other in
      JSONValue.members([("backend", .string(other.id)), ("reason", .string(other.loggedReason))])
    }
    let entry = JSONValue.members([
      ("time", .string(Timestamp.now())), ("task", .string(task.rawValue)),
      ("mode", .string(mode.rawValue)), ("privacy", .string(privacy.rawValue)),
      ("backend", choice.chosen.map { .string($0.id) } ?? .null),
      ("model", choice.chosen?.model.map(JSONValue.string) ?? .null),
      ("place", choice.chosen.map { .string(Self.name($0.place)) } ?? .null),
      ("reason", .string(choice.reason)), ("passedOver", .array(passedOver)),
    ])
    file.append(entry.text)
  }

  /// The latest choices, the oldest of them first; lines that are none are passed over.
  public func latest(_ count: Int = 50) -> [JSONValue] {
    file.lines().suffix(count).compactMap { line in
      guard let entry = try? JSONValue(parsing: line), entry["task"]?.string != nil else { return nil }
      return entry
    }
  }

  private static func name(_ place: AIPlace) -> String {
    switch place {
    case .thisMachine: "this machine"
    case .host(let host): host
    }
  }
}
