import Terminal
import Testing

@testable import TestletApp

@Suite("Marks in texts")
struct MarkedTextTests {
  /// The spans as one text: code between `<` and `>`, bold between `{` and `}`.
  private func shown(_ text: String) -> String {
    MarkedText.spans(text).map { span in
      let bold = span.style.attributes.contains(.bold) ? "{\(span.text)}" : span.text
      return span.style.role == .code ? "<\(bold)>" : bold
    }.joined()
  }

  @Test(
    "Marks become styles, and what only looks like one stays",
    arguments: [
      ("plain", "plain"), ("a `b` c", "a <b> c"), ("`` a`b ``", "<a`b>"), ("a ` b", "a ` b"), ("``a`", "``a`"),
      ("a **b c** d", "a {b c} d"), ("**a `b`**", "{a }<{b}>"), ("2**3 and 4**5", "2**3 and 4**5"),
      ("a ** b ** c", "a ** b ** c"), ("**a", "**a"), ("`**a**`", "<**a**>"), ("The ____ is *x*", "The ____ is *x*"),
      ("f(**kwargs)", "f(**kwargs)"), ("(**a**).", "({a})."), ("$a_1 * b^{2}$", "$a_1 * b^{2}$"), ("****", "****"),
      ("What?\n```swift\nlet a = 1\n  b\n```\nSo", "What?\n  <let a = 1>\n    <b>\nSo"), ("```\nopen", "```\nopen"),
      ("~~~\n`a`\n~~~", "  <`a`>"), ("```a``` b", "<a> b"),
    ])
  func marks(_ text: String, _ wanted: String) {
    #expect(shown(text) == wanted)
  }

  @Test("In a list a question is one line without marks")
  func line() {
    #expect(MarkedText.line("What is `a`\n```swift\nlet  a = 1\n```\n**now**?") == "What is a let a = 1 now?")
  }

  @Test(
    "So is one with other spaces than single ones, and one of nothing but words stays as it is",
    arguments: [
      ("Two words", "Two words"), ("Two  words", "Two words"), (" Two words", "Two words"), ("Two words ", "Two words"),
      ("Two\twords", "Two words"), ("", ""), ("~", "~"), ("2**3", "2**3"), ("Größe  der Zelle", "Größe der Zelle"),
    ])
  func plainLine(_ text: String, _ wanted: String) {
    #expect(MarkedText.line(text) == wanted)
  }

  @Test("Code keeps its lines, and the styles go on over the end of a line")
  func layout() {
    let rows = Rows.marked("Read **these two words**:\n```\nfor i in 0..<3 {\n  f(i)\n}\n```", width: 20)
    #expect(
      rows.map { $0.map(\.text).joined() }
        == ["Read these two", "words:", "  for i in 0..<3 {", "    f(i)", "  }"])
    #expect(rows[1].contains(Span("words", .plain.bold)))
  }

  @Test("A line of code that is too long goes on to the right of where it begins, with a sign beside it")
  func longCode() {
    let rows = Rows.marked(
      "What?\n```\nif x:\n  return first and second or third\n```", width: 24, mark: [Span("> ")])
    #expect(
      rows.map { $0.map(\.text).joined() } == [
        "> What?", "    if x:", "      return first", "  \\       and second or", "  \\       third",
      ])
    #expect(rows[3].contains(Span("\\", .muted)) && rows[3].contains(Span("and second or", .code)))
    let narrow = Rows.marked("```\n\(String(repeating: " ", count: 30))deep\n```", width: 10)
    #expect(narrow.map { $0.map(\.text).joined() }.joined().contains("deep"))
  }

  @Test(
    "A long text of nothing but marks is read in one go, and loses only those that are some", .timeLimit(.minutes(1)),
    arguments: [
      (String(repeating: "**a `` ", count: 20_000), String(repeating: "**a ", count: 20_000)),
      (String(repeating: "```a\n", count: 1 << 16), String(repeating: "a\n", count: 1 << 16)),
      (loneRuns, loneRuns),
    ])
  func hostile(_ text: String, _ wanted: String) {
    // Compared before it is expected: two such texts are no help in a report.
    let isAsWanted = MarkedText.spans(text).map(\.text).joined() == wanted
    #expect(isAsWanted)
  }

  /// Backticks that no run as long ends.
  private static let loneRuns =
    (1...500).reversed().map { String(repeating: "`", count: $0) }.joined(separator: " ")
    + String(repeating: " a", count: 1 << 17)
}
