extension TextWidth {
  private static let tabStop = 4

  /// The lines of a text when it is laid out in `width` columns.
  ///
  /// Lines break at spaces and beside wide characters; a word longer than a line is cut. Line ends of the
  /// text and spaces at the beginning of its lines are kept, tabs become spaces. The result has at least one
  /// line, and every line is safe to draw. A width below 1 counts as 1, and a wide character that does not
  /// fit in a line of 1 column is shown as U+FFFD.
  public static func wrap(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      var wrapping = LineWrapping(width: max(1, width))
      for glyph in Glyphs(expandingTabs(in: line)) { wrapping.add(glyph) }
      lines += wrapping.finish()
    }
    return lines
  }

  private static func expandingTabs(in line: Substring) -> String {
    guard line.utf8.contains(0x09) else { return String(line) }
    let pieces = line.split(separator: "\t", omittingEmptySubsequences: false)
    var expanded = ""
    var column = 0
    for (index, piece) in pieces.enumerated() {
      let pieceWidth = of(piece)
      let spaces = index < pieces.count - 1 ? tabStop - (column + pieceWidth) % tabStop : 0
      expanded += piece + String(repeating: " ", count: spaces)
      column += pieceWidth + spaces
    }
    return expanded
  }
}

/// Breaks the glyphs of one line of text into lines of a width.
private struct LineWrapping {
  let width: Int
  private var lines: [String] = []
  private var line = ""
  private var lineWidth = 0
  /// Spaces since the last word: written before the next word, dropped at a break.
  private var gap = 0
  private var word = ""
  private var wordWidth = 0

  init(width: Int) {
    self.width = width
  }

  mutating func add(_ original: Glyph) {
    let glyph = original.width > width ? Glyph(text: "\u{FFFD}", width: 1) : original
    if glyph.text == " " {
      endWord()
      gap += 1
    } else if glyph.width == 2 {
      endWord()
      append(glyph.text, width: 2)
    } else {
      if wordWidth + glyph.width > width { endWord() }
      word += glyph.text
      wordWidth += glyph.width
    }
  }

  mutating func finish() -> [String] {
    endWord()
    lines.append(line)
    return lines
  }

  private mutating func endWord() {
    guard wordWidth > 0 else { return }
    append(word, width: wordWidth)
    word = ""
    wordWidth = 0
  }

  private mutating func append(_ text: String, width textWidth: Int) {
    let isIndent = lineWidth == 0 && lines.isEmpty
    let leading = isIndent ? min(gap, max(0, width - textWidth)) : gap
    if lineWidth > 0, lineWidth + leading + textWidth > width {
      lines.append(line)
      line = text
      lineWidth = textWidth
    } else {
      line += String(repeating: " ", count: leading) + text
      lineWidth += leading + textWidth
    }
    gap = 0
  }
}
