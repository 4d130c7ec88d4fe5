/// The lines of a text that is being edited: every character keeps a place, also the spaces at line breaks.
struct EditorLayout {
  /// One line as it is shown.
  struct Line: Hashable {
    /// Its characters, without the line end.
    var text: String
    /// The place of its first character in the whole text.
    let start: Int
    /// How many characters it has.
    var count: Int
  }

  private(set) var lines: [Line] = []

  /// Lays a text out in `width` columns, at least 2.
  init(text: String, width: Int) {
    let room = max(2, width)
    var start = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      lines += Self.wrap(Array(line), start: start, room: room)
      start += line.count + 1
    }
  }

  /// Where the cursor stands before the character of this place.
  func place(of offset: Int) -> (line: Int, column: Int) {
    let index = lines.lastIndex { $0.start <= offset } ?? 0
    let line = lines[index]
    return (index, TextWidth.of(line.text.prefix(offset - line.start)))
  }

  /// The place of the character at a column of a line, or of the line's end.
  func offset(line index: Int, column: Int) -> Int {
    let line = lines[index]
    // The end of a wrapped line is the beginning of the next one.
    let isWrapped = index + 1 < lines.count && lines[index + 1].start == line.start + line.count
    var used = 0
    var offset = 0
    for character in line.text {
      used += TextWidth.of(String(character))
      if used > column { break }
      offset += 1
    }
    return line.start + min(offset, isWrapped ? max(0, line.count - 1) : line.count)
  }

  private static func wrap(_ characters: [Character], start: Int, room: Int) -> [Line] {
    var lines: [Line] = []
    var begin = 0
    var width = 0
    var breakAt: Int?
    for (index, character) in characters.enumerated() {
      width += TextWidth.of(String(character))
      // The cursor needs a column after the last character; spaces may hang over the edge.
      if width >= room, index > begin, character != " " {
        let end = breakAt ?? index
        lines.append(Line(text: String(characters[begin..<end]), start: start + begin, count: end - begin))
        begin = end
        breakAt = nil
        width = TextWidth.of(String(characters[begin...index]))
      }
      if character == " " { breakAt = index + 1 }
    }
    lines.append(Line(text: String(characters[begin...]), start: start + begin, count: characters.count - begin))
    return lines
  }
}
