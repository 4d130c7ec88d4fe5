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
}

extension StudyStatistics {
  /// The figures with no other topics than those of a subject.
  public func about(_ subject: StatsSubject) -> StudyStatistics {
    var figures = self
    figures.topics = topics.filter { skill in
      switch subject {
      case .course(let name): skill.course == name
      case .topic(let name): skill.name == name
      }
    }
    return figures
  }
}
