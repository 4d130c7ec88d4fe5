extension TextWidth {
  private static let tabStop = 4

  /// The lines of a text when it is laid out in `width` columns.
  ///
  /// Lines break at spaces and beside wide characters; a word longer than a line is cut. Line ends of the
  /// text and spaces at the beginning of its lines are kept, tabs become spaces. The result has at least one
  /// line, and every line is safe to draw. A width below 1 counts as 1, and a wide character that does not
  /// fit in a line of 1 column is shown as U+FFFD.
  public static func wrap(_ text: String, width: Int) -> [String] {
    wrap([Span(text)], width: width).map { $0.map(\.text).joined() }
  }

  /// The lines of spans that follow each other, laid out as one text.
  public static func wrap(_ spans: [Span], width: Int) -> [[Span]] {
    lines(of: spans).flatMap { line in
      var wrapping = LineWrapping(width: max(1, width))
      var column = 0
      for span in line {
        for glyph in Glyphs(expandingTabs(in: span.text, from: &column)) { wrapping.add(glyph, span.style) }
      }
      return wrapping.finish()
    }
  }

  /// The spans of each line of their text.
  private static func lines(of spans: [Span]) -> [[Span]] {
    var lines: [[Span]] = [[]]
    for span in spans {
      let pieces = span.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      for (index, piece) in pieces.enumerated() {
        if index > 0 { lines.append([]) }
        lines[lines.count - 1].append(Span(String(piece), span.style))
      }
    }
    return lines
  }

  private static func expandingTabs(in text: String, from column: inout Int) -> String {
    var expanded = ""
    for (index, piece) in text.split(separator: "\t", omittingEmptySubsequences: false).enumerated() {
      if index > 0 {
        let spaces = tabStop - column % tabStop
        expanded += String(repeating: " ", count: spaces)
        column += spaces
      }
      expanded += piece
      column += of(piece)
    }
    return expanded
  }
}

/// Breaks the glyphs of one line of text into lines of a width.
private struct LineWrapping {
  let width: Int
  private var lines: [[Span]] = []
  private var line: [Span] = []
  private var lineWidth = 0
  /// Spaces since the last word: written before the next word, dropped at a break.
  private var gap = 0
  private var gapStyle = Style.plain
  private var word: [Span] = []
  private var wordWidth = 0

  init(width: Int) {
    self.width = width
  }

  mutating func add(_ original: Glyph, _ style: Style) {
    let glyph = original.width > width ? Glyph(text: "\u{FFFD}", width: 1) : original
    if glyph.text == " " {
      endWord()
      if gap == 0 { gapStyle = style }
      gap += 1
    } else if glyph.width == 2 {
      endWord()
      append([Span(glyph.text, style)], width: 2)
    } else {
      if wordWidth + glyph.width > width { endWord() }
      word.add(glyph.text, style)
      wordWidth += glyph.width
    }
  }

  mutating func finish() -> [[Span]] {
    endWord()
    lines.append(line)
    return lines
  }

  private mutating func endWord() {
    guard wordWidth > 0 else { return }
    append(word, width: wordWidth)
    word = []
    wordWidth = 0
  }

  private mutating func append(_ spans: [Span], width textWidth: Int) {
    let isIndent = lineWidth == 0 && lines.isEmpty
    let leading = isIndent ? min(gap, max(0, width - textWidth)) : gap
    if lineWidth > 0, lineWidth + leading + textWidth > width {
      lines.append(line)
      line = spans
      lineWidth = textWidth
    } else {
      if leading > 0 { line.add(String(repeating: " ", count: leading), gapStyle) }
      for span in spans { line.add(span.text, span.style) }
      lineWidth += leading + textWidth
    }
    gap = 0
  }
}

extension [Span] {
  /// Adds a text to the last span, or begins another where the style changes.
  fileprivate mutating func add(_ text: String, _ style: Style) {
    if last?.style == style {
      self[count - 1].text += text
    } else {
      append(Span(text, style))
    }
  }
}
