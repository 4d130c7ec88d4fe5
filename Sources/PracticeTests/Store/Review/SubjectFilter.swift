import GRDB

/// What of a statement keeps to questions about subjects, all of them.
struct SubjectFilter {
  /// A condition on a row of `bankEntry`, to go on a `WHERE` with; empty where nothing is left out.
  private(set) var condition = ""
  /// What fills its places.
  private(set) var arguments = StatementArguments()

  /// Makes a filter; without subjects, one that leaves nothing out.
  init(_ subjects: [StatsSubject] = []) {
    for subject in subjects {
      switch subject {
      case .course: condition += " AND bankEntry.course = ?"
      case .topic: condition += " AND bankEntry.topic = ?"
      }
      arguments += [subject.name]
    }
  }

  /// The same for a row that has the number of a question.
  var onQuestion: String {
    condition.isEmpty ? "" : " AND question IN (SELECT number FROM bankEntry WHERE TRUE\(condition))"
  }
}
