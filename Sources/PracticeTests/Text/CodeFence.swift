/// A line of Markdown that can open a block of code, or end one.
struct CodeFence: Sendable {
  /// "`" or "~".
  let sign: Character
  /// How many of them there are, three at least.
  let length: Int
  /// The white space before them.
  let indent: String
  /// What stands behind them, such as the name of a language.
  let note: String

  /// Reads a line; `nil` where it is no fence. "```a``` b" is code within a line.
  init?(_ line: some StringProtocol) {
    let line = Substring(line)
    let indent = line.prefix(while: \.isWhitespace)
    let rest = line.dropFirst(indent.count)
    guard let sign = rest.first, sign == "`" || sign == "~" else { return nil }
    let length = rest.prefix { $0 == sign }.count
    let note = rest.dropFirst(length)
    guard length >= 3, sign == "~" || !note.contains("`") else { return nil }
    (self.sign, self.length, self.indent) = (sign, length, String(indent))
    self.note = String(note.trimming(\.isWhitespace))
  }

  /// Whether another fence, further down, ends the block that this one opens.
  func isClosed(by end: CodeFence) -> Bool {
    end.note.isEmpty && end.sign == sign && end.length >= length
  }

  /// A line of the block, less the white space that stands before the fence.
  func withoutIndent(_ line: Substring) -> Substring {
    line.dropFirst(min(indent.count, line.prefix(while: \.isWhitespace).count))
  }

  /// The lines whose fences have an end below them.
  ///
  /// It goes up from the last line, so that no line is looked at twice, however many fences have no end.
  static func closable(_ fences: [CodeFence?]) -> Set<Int> {
    var longestEnd: [Character: Int] = [:]
    var closable: Set<Int> = []
    for (line, fence) in fences.enumerated().reversed() {
      guard let fence else { continue }
      if fence.length <= longestEnd[fence.sign, default: 0] { closable.insert(line) }
      if fence.note.isEmpty { longestEnd[fence.sign] = max(longestEnd[fence.sign, default: 0], fence.length) }
    }
    return closable
  }
}

/// Fences in which chat models wrap what they were asked for.
extension CodeFence {
  /// What stands in fences and what stands around them, each line in its place; `nil` where there is no fence. One
  /// without an end goes on to the last line.
  static func parted(_ text: String) -> (inside: String, outside: String)? {
    guard text.contains("```") || text.contains("~~~") else { return nil }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var inside = [Substring](repeating: "", count: lines.count)
    var outside = inside
    var (open, hasFence) = (CodeFence?.none, false)
    for (index, line) in lines.enumerated() {
      if let mark = CodeFence(line), open?.isClosed(by: mark) ?? true {
        open = open == nil ? mark : nil
        hasFence = true
      } else if open == nil {
        outside[index] = line
      } else {
        inside[index] = line
      }
    }
    return hasFence ? (inside.joined(separator: "\n"), outside.joined(separator: "\n")) : nil
  }
}
