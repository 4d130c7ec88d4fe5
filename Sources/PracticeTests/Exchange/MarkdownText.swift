import LanguageModels

/// Texts of a question in Markdown: nothing in them is markup but code between fences, which stays code.
struct MarkdownText {
  /// How code is set apart.
  let code: TestMarkdown.CodeStyle

  /// A text, behind a mark such as "- A." on its first line; the lines below are set in.
  ///
  /// Prose is joined into one line. Between fences and what is around them stands no empty line, so that a quiz that is
  /// read line by line has them in one piece.
  func text(_ text: String, behind mark: String? = nil, indent: String = "") -> String {
    var lines = mark.map { [$0] } ?? []
    var isBehindMark = mark != nil
    for block in TextBlock.blocks(text) {
      switch block {
      case .prose(let prose):
        let line = Self.escaped(prose)
        if line.isEmpty { continue }
        if isBehindMark { lines[0] += " \(line)" } else { add([line], to: &lines) }
      case .code(let block, let note): add(self.block(block, note), to: &lines)
      }
      isBehindMark = false
    }
    return lines.enumerated().map { $0 == 0 || $1.isEmpty ? $1 : indent + $1 }.joined(separator: "\n")
  }

  private func add(_ block: [String], to lines: inout [String]) {
    if code == .indented, !lines.isEmpty { lines.append("") }
    lines += block
  }

  private func block(_ lines: [String], _ note: String) -> [String] {
    let lines = lines.map(SafeText.text)
    switch code {
    case .indented: return lines.map { $0.isEmpty ? "" : "    \($0)" }
    case .fenced:
      let fence = String(repeating: "`", count: max(3, Self.longestRun(lines) + 1))
      return ["\(fence)\(note.prefix { $0.isLetter || $0.isNumber || "+-#._".contains($0) })"] + lines + [fence]
    }
  }

  /// How many backticks follow each other in code at the most: the fence has more.
  private static func longestRun(_ lines: [String]) -> Int {
    var (longest, run) = (0, 0)
    for line in lines {
      for character in line {
        run = character == "`" ? run + 1 : 0
        longest = max(longest, run)
      }
      run = 0
    }
    return longest
  }

  // MARK: - Prose

  /// What means something in Markdown wherever it stands.
  static let signs = "\\`*_[]<>#|~&$"
  /// What means something at the beginning of a line.
  static let signsOfBeginnings = "-+=:"

  /// One line, with the characters that mean something in Markdown escaped; a blank stays a blank.
  static func escaped(_ text: String) -> String {
    let line = SafeText.oneLine(text)
    var result = ""
    for (place, character) in line.enumerated() {
      if signs.contains(character) || place == 0 && signsOfBeginnings.contains(character) { result.append("\\") }
      result.append(character)
    }
    return escapingListNumber(result)
  }

  /// "1. x" at the beginning of a line would be a list.
  private static func escapingListNumber(_ line: String) -> String {
    let rest = line.drop { $0.isASCII && $0.isNumber }
    guard rest.count < line.count, let mark = rest.first, mark == "." || mark == ")" else { return line }
    return line.prefix(line.count - rest.count) + "\\" + rest
  }
}
