/// Where questions are asked line by line.
enum PlainPlace: String {
  case test
  case review

  /// What becomes of a question that is left without an answer.
  var skipping: String {
    switch self {
    case .test: "skips the question"
    case .review: "shows the answer, and the question counts as missed"
    }
  }
}
