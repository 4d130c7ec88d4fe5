/// The model answer of an explanation with its key points, in one text and back.
enum ModelAnswer {
  private static let bullet = "- "

  static func text(_ item: Item) -> String {
    ([item.correctAnswer, ""] + item.keyPoints.map { bullet + $0.replacing("\n", with: " ") }).joined(separator: "\n")
  }

  /// The answer, and the key points: the lines at the end that begin with a hyphen.
  static func parts(of text: String) -> (answer: String, keyPoints: [String]) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let points = lines.reversed().prefix { $0.hasPrefix(bullet) }.reversed()
    let answer = lines.dropLast(points.count).joined(separator: "\n")
    return (String(answer.trimming(\.isWhitespace)), points.map { String($0.dropFirst(bullet.count)) })
  }
}
