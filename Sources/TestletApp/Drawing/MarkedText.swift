import PracticeTests
import Terminal

/// Text with the marks that people and models write: `code`, **bold**, and code between fences.
///
/// Marks become styles. What only looks like one (`2**3`, a lone backtick, a fence without its end) stays as it is.
enum MarkedText {
  /// A part of a text, in spans without marks.
  enum Part {
    /// Lines of prose.
    case prose([Span])
    /// A line of code.
    case code([Span])

    var spans: [Span] {
      switch self {
      case .prose(let spans), .code(let spans): spans
      }
    }
  }

  /// The text in spans, without its marks; line ends are kept.
  static func spans(_ text: String, _ style: Style = .plain) -> [Span] {
    Array(parts(text, style).map(\.spans).joined(separator: [Span("\n", style)]))
  }

  /// The parts of the text, each on lines of its own.
  static func parts(_ text: String, _ style: Style = .plain) -> [Part] {
    guard text.utf8.contains(where: { "`*~".utf8.contains($0) }) else { return [.prose([Span(text, style)])] }
    return TextBlock.blocks(text).flatMap { block -> [Part] in
      switch block {
      case .prose(let prose): [.prose(spans(of: InlineMarks(prose), style))]
      case .code(let lines, _): lines.map { .code(codeLine($0)) }
      }
    }
  }

  /// Prose in spans.
  private static func spans(of text: InlineMarks, _ style: Style) -> [Span] {
    var spans: [Span] = []
    var (place, isBold) = (0, false)
    func addText(upTo end: Int) {
      guard place < end else { return }
      spans.append(Span(String(text.characters[place..<end]), isBold ? bold(style) : style))
    }
    for mark in text.marks {
      addText(upTo: mark.range.lowerBound)
      switch mark.kind {
      case .bold: isBold.toggle()
      case .code:
        spans.append(Span(text.code(mark.range), Style(.code, (isBold ? bold(style) : style).attributes)))
      }
      place = mark.range.upperBound
    }
    addText(upTo: text.characters.count)
    return spans
  }

  /// In what is bold already, a line below sets it apart.
  private static func bold(_ style: Style) -> Style {
    let mark: Style.Attributes = style.attributes.contains(.bold) ? .underline : .bold
    return Style(style.role, style.attributes.union(mark))
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
