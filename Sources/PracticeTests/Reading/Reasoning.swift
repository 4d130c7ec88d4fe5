/// What a model thought before it wrote, between `<think>` and `</think>`.
enum Reasoning {
  /// A text without the reasoning that it begins with, its lines left blank. The first tag may be missing, as some
  /// servers swallow it; reasoning that has no end is all there is.
  static func removed(_ text: String) -> String {
    for name in ["think", "thinking"] {
      let isOpened = text.drop(while: \.isWhitespace).hasPrefix("<\(name)>")
      let end = text.firstRange(of: "</\(name)>")
      if let end, isOpened || isAlone(end, in: text) {
        let lines = text[..<end.upperBound].count(where: { $0 == "\n" })
        return String(repeating: "\n", count: lines) + text[end.upperBound...]
      }
      if isOpened { return "" }
    }
    return text
  }

  /// Whether nothing else stands on the line.
  private static func isAlone(_ range: Range<String.Index>, in text: String) -> Bool {
    let before = text[..<range.lowerBound].last { $0 == "\n" || !$0.isWhitespace }
    let after = text[range.upperBound...].first { $0 == "\n" || !$0.isWhitespace }
    return before == "\n" && (after ?? "\n") == "\n"
  }
}
