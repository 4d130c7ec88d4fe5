/// Code fences of Markdown, in which chat models wrap what they were asked for.
enum CodeFence {
  /// Whether a line opens or closes a fence.
  static func isMark(_ line: some StringProtocol) -> Bool {
    line.drop(while: \.isWhitespace).hasPrefix("```")
  }

  /// Only what stands in fences, each line in its place; `nil` where there is none.
  static func inside(_ text: String) -> String? {
    guard text.contains("```") else { return nil }
    var isInside = false
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> Substring in
      guard isMark(line) else { return isInside ? line : "" }
      isInside.toggle()
      return ""
    }
    return lines.joined(separator: "\n")
  }
}
