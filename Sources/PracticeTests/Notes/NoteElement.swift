/// What a parser of notes finds, in the order of the text.
enum NoteElement: Hashable {
  case heading(NoteHeading)
  /// A block, and for a table the line of each row.
  case block(Block, rowLines: [Int] = [])
}

/// A heading with its place in the outline.
struct NoteHeading: Hashable {
  /// From 1 (outermost) to 6; a line in bold that serves as a heading has `boldLevel`.
  var level: Int
  var text: String
  /// The line in the source, counted from 1.
  var line: Int

  /// The level of a line in bold: below all others, and never the level of topics.
  static let boldLevel = 7
  /// A longer heading is cut.
  private static let lengthLimit = 160

  init(level: Int, text: String, line: Int) {
    self.level = level
    self.text = text.utf8.count <= Self.lengthLimit ? text : text.prefix(Self.lengthLimit - 1) + "\u{2026}"
    self.line = line
  }
}
