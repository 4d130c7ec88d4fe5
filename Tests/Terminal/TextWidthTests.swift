import Testing

@testable import Terminal

@Suite("Text width")
struct TextWidthTests {
  @Test(
    "counts the columns a terminal uses",
    arguments: [
      ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("漢字", 4), ("한국", 4), ("😀", 2), ("─│", 2),
      ("👩\u{200D}👧", 4), ("👍🏽", 2), ("❤\u{FE0F}", 1), ("\u{1FAE8}", 1), ("a\tb", 3), ("\u{1B}[0m", 4),
      ("\u{202E}abc\u{202C}", 3), ("\u{200B}", 0), ("क\u{94D}ष", 2),
    ])
  func width(_ text: String, _ columns: Int) {
    #expect(TextWidth.of(text) == columns)
  }

  @Test(
    "cuts to a width with an ellipsis",
    arguments: [
      ("hello", 5, "hello"), ("hello", 4, "hel…"), ("hello", 1, "…"), ("hello", 0, ""), ("hello", -3, ""),
      ("漢字漢", 6, "漢字漢"), ("漢字漢", 5, "漢字…"), ("漢字漢", 4, "漢…"), ("漢字", 1, "…"),
    ])
  func truncate(_ text: String, _ width: Int, _ expected: String) {
    #expect(TextWidth.truncate(text, to: width) == expected)
  }

  @Test("an ellipsis that is wider than the room is cut itself")
  func truncateWithLongEllipsis() {
    #expect(TextWidth.truncate("hello", to: 2, ellipsis: "...") == "..")
  }

  @Test("pads to a width in columns, not in characters")
  func pad() {
    #expect(TextWidth.pad("漢", to: 4) == "漢  ")
    #expect(TextWidth.pad("abcdef", to: 4) == "abc…")
    #expect(TextWidth.pad("a", to: -1) == "")
  }

  @Test(
    "the prefix never takes half a wide character",
    arguments: [(3, "漢"), (4, "漢字"), (0, ""), (1, "")])
  func prefix(_ width: Int, _ expected: String) {
    #expect(TextWidth.prefix("漢字", width: width) == expected)
  }

  @Test("plain text is cut like any other", arguments: -1...12)
  func plain(_ width: Int) {
    // What no terminal shows makes a text one that is gone through sign by sign.
    let (plain, other) = ("hello you", "hello\u{200B} you")
    #expect(TextWidth.truncate(plain, to: width) == TextWidth.truncate(other, to: width))
    #expect(
      TextWidth.truncate(plain, to: width, ellipsis: "...") == TextWidth.truncate(other, to: width, ellipsis: "..."))
    #expect(TextWidth.prefix(plain, width: width) == TextWidth.prefix(other, width: width))
    #expect(TextWidth.of(plain) == TextWidth.of(other))
  }
}
