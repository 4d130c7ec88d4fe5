import Terminal

/// Text with the marks that people and models write: `code`, **bold**, and code between fences.
///
/// Marks become styles. What only looks like one (`2**3`, a lone backtick, a fence without its end) stays as it is.
enum MarkedText {
  /// The text in spans, without its marks; line ends are kept.
  static func spans(_ text: String, _ style: Style = .plain) -> [Span] {
    guard text.utf8.contains(where: { "`*~".utf8.contains($0) }) else { return [Span(text, style)] }
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    var blocks: [[Span]] = []
    var prose: [Substring] = []
    var index = 0
    func endProse() {
      guard !prose.isEmpty else { return }
      var marks = InlineMarks(prose.joined(separator: "\n"), style)
      blocks.append(marks.scan())
      prose = []
    }
    while index < lines.count {
      if let end = fenceEnd(of: index, lines) {
        endProse()
        blocks += lines[index + 1..<end].map(codeLine)
        index = end + 1
      } else {
        prose.append(lines[index])
        index += 1
      }
    }
    endProse()
    return Array(blocks.joined(separator: [Span("\n", style)]))
  }

  /// A line of code, set in; its indent bears no mark.
  private static func codeLine(_ line: Substring) -> [Span] {
    let indent = line.prefix(while: \.isWhitespace)
    return [Span("  \(indent)"), Span(String(line.dropFirst(indent.count)), .code)]
  }

  /// The text on one line, without its marks.
  static func line(_ text: String) -> String {
    spans(text).map(\.text).joined().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The line that ends the block of code which a line opens; `nil` where it opens none.
  private static func fenceEnd(of opening: Int, _ lines: [Substring]) -> Int? {
    guard let fence = fence(lines[opening]) else { return nil }
    return lines[(opening + 1)...].firstIndex { line in
      line.drop(while: \.isWhitespace).hasPrefix(fence)
        && line.allSatisfy { $0 == fence.first || $0.isWhitespace }
    }
  }

  /// The three signs or more that a line begins with.
  private static func fence(_ line: Substring) -> Substring? {
    let rest = line.drop(while: \.isWhitespace)
    guard let sign = rest.first, sign == "`" || sign == "~" else { return nil }
    let run = rest.prefix { $0 == sign }
    return run.count >= 3 && !rest.dropFirst(run.count).contains("`") ? run : nil
  }
}

/// Finds code and bold within a text.
private struct InlineMarks {
  private let text: [Character]
  private let style: Style
  private var spans: [Span] = []
  private var plain = ""
  private var isBold = false
  /// Runs of so many backticks have no other after them.
  private var unmatched: Set<Int> = []
  /// Where the last mark stands that can end something bold.
  private var lastEnd = -1

  init(_ text: String, _ style: Style) {
    self.text = Array(text)
    self.style = style
    lastEnd = self.text.indices.last { isStars(at: $0) && canEnd(at: $0) } ?? -1
  }

  mutating func scan() -> [Span] {
    var place = 0
    while place < text.count {
      if text[place] == "`" {
        place = takeCode(at: place)
      } else if isStars(at: place), isBold ? canEnd(at: place) : canBegin(at: place) {
        endPlain()
        isBold.toggle()
        place += 2
      } else {
        plain.append(text[place])
        place += 1
      }
    }
    endPlain()
    return spans
  }

  // MARK: - Bold

  private func isStars(at place: Int) -> Bool {
    text[place] == "*" && text.indices.contains(place + 1) && text[place + 1] == "*"
  }

  /// Not within a word, where two stars are an operator.
  private func canBegin(at place: Int) -> Bool {
    let isFree = place == 0 || !(text[place - 1].isLetter || text[place - 1].isNumber || text[place - 1] == "*")
    guard isFree, lastEnd > place + 2 else { return false }
    return !text[place + 2].isWhitespace && text[place + 2] != "*"
  }

  private func canEnd(at place: Int) -> Bool {
    guard place > 0, !text[place - 1].isWhitespace else { return false }
    return place + 2 >= text.count || !(text[place + 2].isLetter || text[place + 2].isNumber || text[place + 2] == "*")
  }

  /// In what is bold already, a line below sets it apart.
  private var currentStyle: Style {
    guard isBold else { return style }
    let mark: Style.Attributes = style.attributes.contains(.bold) ? .underline : .bold
    return Style(style.role, style.attributes.union(mark))
  }

  private mutating func endPlain() {
    if !plain.isEmpty { spans.append(Span(plain, currentStyle)) }
    plain = ""
  }

  // MARK: - Code

  /// Takes the code that begins at a backtick, or the backticks; gives the place after it.
  private mutating func takeCode(at start: Int) -> Int {
    let length = backticks(at: start)
    var place = start + length
    while place < text.count, !unmatched.contains(length) {
      let run = backticks(at: place)
      if run == length {
        endPlain()
        spans.append(Span(Self.trimmed(text[start + length..<place]), Style(.code, currentStyle.attributes)))
        return place + length
      }
      place += max(1, run)
    }
    unmatched.insert(length)
    plain += String(repeating: "`", count: length)
    return start + length
  }

  private func backticks(at place: Int) -> Int {
    text[place...].prefix { $0 == "`" }.count
  }

  /// Without the one space on each side that keeps backticks within code apart from its marks.
  private static func trimmed(_ code: ArraySlice<Character>) -> String {
    let isPadded = code.count > 2 && code.first == " " && code.last == " "
    return String(isPadded ? code.dropFirst().dropLast() : code)
  }
}
