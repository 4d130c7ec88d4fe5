import PracticeTests
import Terminal

/// A passage of notes in lines, with the evidence of a question marked: by a line beside it, and by a style.
struct PassageRows {
  /// The lines.
  private(set) var rows: [Row] = []
  /// The first line with evidence.
  private(set) var firstMarked: Int?
  private let width: Int
  private let symbols: Symbols

  /// Lays a passage out in a width; evidence that does not stand in it is not marked.
  init(_ passage: Passage, evidence: String? = nil, width: Int, symbols: Symbols) {
    self.width = width
    self.symbols = symbols
    let text = passage.text
    let marked = evidence.flatMap { text.firstRange(of: $0) }
    var rest = text[...]
    var isInGlossary = false
    for block in passage.blocks {
      guard let range = rest.firstRange(of: block.text) else { continue }
      if !rows.isEmpty { rows.append([]) }
      if block.kind == .definition, !isInGlossary {
        isInGlossary = true
        rows.append([Span("  Out of the glossary:", .muted)])
      }
      add(text[range], marked: marked?.clamped(to: range), isListed: block.kind == .listItem)
      rest = text[range.upperBound...]
    }
  }

  private mutating func add(_ block: Substring, marked: Range<String.Index>?, isListed: Bool) {
    var rest = block
    for (number, line) in TextWidth.wrap(String(block), width: width - 4).enumerated() {
      let bullet = isListed ? (number == 0 ? "- " : "  ") : ""
      // Where a line shows other characters than the text, such as spaces for a tab, nothing in it is marked.
      let range = rest.firstRange(of: line)
      if let range { rest = rest[range.upperBound...] }
      let part = range.flatMap { marked?.clamped(to: $0) } ?? block.startIndex..<block.startIndex
      if !part.isEmpty, firstMarked == nil { firstMarked = rows.count }
      let gutter = Span(part.isEmpty ? "  " : "\(symbols.vertical) ", .accent)
      rows.append([gutter, Span(bullet, .muted)] + spans(of: line, block, range, part))
    }
  }

  private func spans(
    of line: String, _ block: Substring, _ range: Range<String.Index>?, _ part: Range<String.Index>
  ) -> Row {
    guard let range, !part.isEmpty else { return [Span(line)] }
    return [
      Span(String(block[range.lowerBound..<part.lowerBound])), Span(String(block[part]), .accent.bold),
      Span(String(block[part.upperBound..<range.upperBound])),
    ]
  }
}
