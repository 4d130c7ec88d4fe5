/// What figures are wanted about.
public enum StatsSubject: Sendable, Hashable {
  case course(String)
  case topic(String)

  /// Its name.
  public var name: String {
    switch self {
    case .course(let name), .topic(let name): name
    }
  }

  /// One of the same kind with another name.
  func named(_ name: String) -> StatsSubject {
    switch self {
    case .course: .course(name)
    case .topic: .topic(name)
    }
  }

  /// What it is the name of, as JSON has it.
  var kind: String {
    switch self {
    case .course: "course"
    case .topic: "topic"
    }
  }

  /// Its name, and what it is the name of, within a sentence.
  public var phrase: String {
    switch self {
    case .course(let name): "the course \(name)"
    case .topic(let name): "the topic \(name)"
    }
  }
}
