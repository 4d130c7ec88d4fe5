/// How many columns texts take on the terminal, and cutting them to a width.
///
/// The answers agree with what `Canvas` draws, in any locale.
public enum TextWidth {
  /// The columns that a text takes on one line.
  public static func of(_ text: some StringProtocol) -> Int {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
    return Glyphs(String(text)).reduce(0) { $0 + $1.width }
  }

  /// The columns that spans take one after the other.
  public static func of(_ spans: [Span]) -> Int {
    spans.reduce(0) { $0 + of($1.text) }
  }

  /// The text when it fits, else its beginning and an ellipsis, in at most `width` columns.
  public static func truncate(_ text: String, to width: Int, ellipsis: String = "…") -> String {
    guard width > 0 else { return "" }
    let room = width - of(ellipsis)
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
