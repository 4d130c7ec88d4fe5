import Testing

@testable import PracticeTests

@Suite("Marks of code and bold within a text")
struct InlineMarksTests {
  /// The text with code between `<` and `>`, and `{}` where bold begins or ends.
  private func shown(_ text: String) -> String {
    let found = InlineMarks(text)
    var (shown, place) = ("", 0)
    for mark in found.marks {
      shown += String(found.characters[place..<mark.range.lowerBound])
      shown += mark.kind == .code ? "<\(found.code(mark.range))>" : "{}"
      place = mark.range.upperBound
    }
    return shown + String(found.characters[place...])
  }

  @Test(
    "Marks are found in their order, and what only looks like one is left",
    arguments: [
      ("a **b** `c`", "a {}b{} <c>"), ("**a `**b**`** c", "{}a <**b**>{} c"), ("`` a`b `` **c", "<a`b> **c"),
      ("2**3**2", "2**3**2"), ("x ** y ** z", "x ** y ** z"), ("(a)**2 + (b)**2", "(a)**2 + (b)**2"),
      ("***a*** b", "*{}a{}* b"), ("****a****", "****a****"), ("**a `b**`", "**a <b**>"), ("", ""),
      ("\u{662F}**\u{5149}**\u{7684}", "\u{662F}{}\u{5149}{}\u{7684}"), ("**Answer: ** B", "{}Answer: {} B"),
    ])
  func marks(text: String, wanted: String) {
    #expect(shown(text) == wanted)
  }

  @Test(
    "A mark of bold without its partner is left",
    arguments: [
      ("**a** **b", "{}a{} **b"), ("**a** b**", "{}a{} b**"), ("**a **b** c**", "{}a **b{} c**"),
      ("**a** `**` **b**", "{}a{} <**> {}b{}"),
    ])
  func pairs(text: String, wanted: String) {
    #expect(shown(text) == wanted)
  }
}
