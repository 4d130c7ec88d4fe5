/// Which points of a full answer a model found in a student's. It is a suggestion: the grade is the student's.
public struct KeyPointGrading: Sendable, Hashable {
  /// What became of one point.
  public enum Finding: Sendable, Hashable {
    /// Every vote found it.
    case found
    /// No vote found it.
    case missing
    /// The votes differ, or the model can't be trusted with this answer: the student's call.
    case unclear
  }

  /// The points, in the order of the question.
  public var points: [String]
  /// What became of each.
  public var findings: [Finding]
  /// Who looked.
  public var author: ModelSignature

  /// Makes a grading.
  public init(points: [String], findings: [Finding], author: ModelSignature) {
    self.points = points
    self.findings = findings
    self.author = author
  }

  /// Whether every vote found every point: only then the answer counts as right before the student says so.
  public var isFull: Bool { !findings.isEmpty && findings.allSatisfy { $0 == .found } }

  /// Points that every vote found.
  public var found: Int { findings.count { $0 == .found } }
}
