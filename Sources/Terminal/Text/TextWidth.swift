/// How many columns texts take on the terminal, and cutting them to a width.
///
/// The answers agree with what `Canvas` draws, in any locale.
public enum TextWidth {
  /// The columns that a text takes on one line.
  public static func of(_ text: some StringProtocol) -> Int {
    isPlain(text) ? text.utf8.count : Glyphs(String(text)).reduce(0) { $0 + $1.width }
  }

  /// Whether a text is all printable ASCII, as most of what is shown: a column for each byte, and nothing to make safe.
  private static func isPlain(_ text: some StringProtocol) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
  }

  /// The columns that spans take one after the other.
  public static func of(_ spans: [Span]) -> Int {
    spans.reduce(0) { $0 + of($1.text) }
  }

  /// The text when it fits, else its beginning and an ellipsis, in at most `width` columns.
  public static func truncate(_ text: String, to width: Int, ellipsis: String = "…") -> String {
    guard width > 0 else { return "" }
    let room = width - of(ellipsis)
    if isPlain(text) {
      guard text.utf8.count > width else { return text }
      return room < 0 ? prefix(ellipsis, width: width) : prefix(text, width: room) + ellipsis
    }
    var used = 0
    var kept = ""
    var whole = ""
    for glyph in Glyphs(text) {
      used += glyph.width
      if used > width { return room < 0 ? prefix(ellipsis, width: width) : kept + ellipsis }
      if used <= room { kept += glyph.text }
      whole += glyph.text
    }
    return whole
  }

  /// The beginning of a text that fits in `width` columns.
  public static func prefix(_ text: String, width: Int) -> String {
    if isPlain(text) { return text.utf8.count > width ? String(text.utf8.prefix(max(0, width))) ?? "" : text }
    var used = 0
    var kept = ""
    for glyph in Glyphs(text) {
      used += glyph.width
      if used > width { break }
      kept += glyph.text
    }
    return kept
  }

  /// The text with spaces after it up to `width` columns, cut with an ellipsis when it is longer.
  public static func pad(_ text: String, to width: Int, ellipsis: String = "…") -> String {
    let cut = truncate(text, to: width, ellipsis: ellipsis)
    return cut + String(repeating: " ", count: max(0, width - of(cut)))
  }
}
