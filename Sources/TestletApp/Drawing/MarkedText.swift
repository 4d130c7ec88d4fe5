import PracticeTests
import Terminal

/// Text with the marks that people and models write: `code`, **bold**, and code between fences.
///
/// Marks become styles. What only looks like one (`2**3`, a lone backtick, a fence without its end) stays as it is.
enum MarkedText {
  /// The text in spans, without its marks; line ends are kept.
  static func spans(_ text: String, _ style: Style = .plain) -> [Span] {
    guard text.utf8.contains(where: { "`*~".utf8.contains($0) }) else { return [Span(text, style)] }
    let lines = TextBlock.blocks(text).flatMap { block -> [[Span]] in
      switch block {
      case .prose(let prose):
        var marks = InlineMarks(prose, style)
        return [marks.scan()]
      case .code(let lines, _): return lines.map(codeLine)
      }
    }
    return Array(lines.joined(separator: [Span("\n", style)]))
  }

  /// A line of code, set in; its indent bears no mark.
  private static func codeLine(_ line: String) -> [Span] {
    let indent = line.prefix(while: \.isWhitespace)
    return [Span("  \(indent)"), Span(String(line.dropFirst(indent.count)), .code)]
  }

  /// The text on one line, without its marks.
  static func line(_ text: String) -> String {
    if isLine(text) { return text }
    return spans(text).map(\.text).joined().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Whether a text is such a line as it stands. Long lists are drawn of them, at every key.
  private static func isLine(_ text: String) -> Bool {
    let space = UInt8(ascii: " ")
    var last = space
    for byte in text.utf8 {
      guard byte >= space, byte < 0x7F, !"`*~".utf8.contains(byte), byte != space || last != space else { return false }
      last = byte
    }
    return last != space
  }
}

/// Finds code and bold within a text.
private struct InlineMarks {
  private let text: [Character]
  private let style: Style
  private var spans: [Span] = []
  private var plain = ""
  private var isBold = false
  /// Where the last run of so many backticks begins.
  private var lastRuns: [Int: Int] = [:]
  /// Where the last mark stands that can end something bold.
  private var lastEnd = -1

  init(_ text: String, _ style: Style) {
    self.text = Array(text)
    self.style = style
    lastEnd = self.text.indices.last { isStars(at: $0) && canEnd(at: $0) } ?? -1
    findRuns()
  }

  private mutating func findRuns() {
    var place = 0
    while place < text.count {
      let run = backticks(at: place)
      if run > 0 { lastRuns[run] = place }
      place += max(1, run)
    }
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
    guard lastRuns[length, default: start] > start else {
      plain += String(repeating: "`", count: length)
      return place
    }
    // The run that ends it is there: it is found before the text does.
    var run = backticks(at: place)
    while run != length {
      place += max(1, run)
      run = backticks(at: place)
    }
    endPlain()
    spans.append(Span(Self.trimmed(text[start + length..<place]), Style(.code, currentStyle.attributes)))
    return place + length
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
