import Testing

@testable import Terminal

@Suite("Wrapping")
struct TextWrapTests {
  @Test(
    "breaks at spaces, beside wide characters, and within words that are too long",
    arguments: [
      ("", 10, [""]),
      ("one two three", 7, ["one two", "three"]),
      ("one two three", 3, ["one", "two", "thr", "ee"]),
      ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
      ("漢字かな", 5, ["漢字", "かな"]),
      ("ab 漢字", 4, ["ab", "漢字"]),
      ("a\n\nb", 5, ["a", "", "b"]),
      ("a\r\nb", 5, ["a", "b"]),
      ("a\u{2028}b", 5, ["a", "b"]),
      ("end \n", 5, ["end", ""]),
      ("  code", 10, ["  code"]),
      ("\tx", 10, ["    x"]),
      ("ab\tx", 10, ["ab  x"]),
      ("a  b", 10, ["a  b"]),
      ("漢", 1, ["\u{FFFD}"]),
      ("abc", 0, ["a", "b", "c"]),
      ("e\u{301}e\u{301}e\u{301}", 2, ["e\u{301}e\u{301}", "e\u{301}"]),
    ])
  func wrap(_ text: String, _ width: Int, _ lines: [String]) {
    #expect(TextWidth.wrap(text, width: width) == lines)
  }

  @Test("no line is wider than asked for, and no letter is lost", arguments: 1...24)
  func lengths(_ width: Int) {
    let text = "Der Donaudampfschifffahrtskapitän 漢字 liest e\u{301}tudes   und \t Noten.\nZeile 2 😀😀😀"
    let lines = TextWidth.wrap(text, width: width)
    #expect(lines.allSatisfy { TextWidth.of($0) <= width })
    let letters = { (text: String) in text.filter { !$0.isWhitespace } }
    if width > 1 { #expect(letters(lines.joined()) == letters(text)) }
  }

  @Test("spans are laid out as one text, and keep their styles")
  func spans() {
    let lines = TextWidth.wrap([Span("one "), Span("two three", .code), Span("\nfour")], width: 8)
    #expect(lines == [[Span("one "), Span("two", .code)], [Span("three", .code)], [Span("four")]])
  }

  @Test("a megabyte without a space is wrapped whole")
  func endlessLine() {
    let lines = TextWidth.wrap(String(repeating: "x", count: 1_000_000), width: 80)
    #expect(lines.count == 12_500)
    #expect(lines.last?.count == 80)
  }
}
