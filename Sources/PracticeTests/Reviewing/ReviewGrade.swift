/// How well a question was remembered, as FSRS counts it.
public enum ReviewGrade: Int, Sendable, Hashable, Codable, CaseIterable, Comparable {
  case again = 1
  case hard
  case good
  case easy

  /// From forgotten to easy.
  public static func < (a: ReviewGrade, b: ReviewGrade) -> Bool { a.rawValue < b.rawValue }
}
