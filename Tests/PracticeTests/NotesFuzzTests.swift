import FuzzSupport
import PracticeTests
import Testing

@Suite("Notes of any bytes")
struct NotesFuzzTests {
  private static let pieces = [
    "#", "## ", "\n", "\n\n", "\r\n", "\r", " ", "    ", "\t", "*", "**", "_", "`", "```", "```\n", "~~~\n", "[", "](",
    ")",
    "]", "[^", "![", "[[", "]]", "|", "|--|--|\n", "| a | b |\n", "---", "\n---\n", "===\n", "> ", "- ", "1. ", "+++\n",
    "<!--", "-->", "<b>", "</b>", "&amp;", "&#0;", "&#x202e;", "\\", "$", "$$", "==", "~~", ": def\n", "Term\n",
    "(figure)",
    "((figure))", ", shown in (table)", "## Key terms\n", "# References\n", "## Summary\n", "word", "Two words.",
    "e.g. ",
    "\u{202E}", "\u{0}", "\u{7F}", "\u{FEFF}", "\u{2028}", "é", "\u{201C}", "\u{201D}", "睡眠。", "🧠", "e\u{301}",
    "ALL CAPS\n\n", "1.1 Number\n\n", "title: x\n", "{#id}",
  ]

  @Test("Random markup gives sound documents", arguments: 0..<20)
  func markup(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for round in 0..<28 {
      var text = ""
      for _ in 0..<Int.random(in: 1...120, using: &generator) {
        let piece = Self.pieces.randomElement(using: &generator) ?? ""
        let count = Int.random(in: 0..<40, using: &generator) == 0 ? 400 : 1
        text += String(repeating: piece, count: count)
      }
      check(NoteReader.document(text: text, name: ["n.md", "n.txt", "", "12-.md"][round % 4]), text)
    }
  }

  @Test("Random bytes give a sound document or an error", arguments: 0..<20)
  func bytes(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed &+ 1000)
    for round in 0..<36 {
      let head: [UInt8] = [[], [0xFF, 0xFE], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF]][round % 4]
      let lowest: UInt8 = round % 3 == 0 ? 0 : 0x20
      let bytes =
        head
        + (0..<Int.random(in: 0...600, using: &generator)).map { _ in
          UInt8.random(in: lowest...255, using: &generator)
        }
      guard let text = try? NoteReader.decode(bytes: bytes, path: "n.md") else { continue }
      check(NoteReader.document(text: text, name: "n.md"), text)
    }
  }

  private func check(_ document: NoteDocument, _ text: String) {
    let problems = NoteSoundness.problems(document, of: text)
    #expect(problems.isEmpty, "\(problems.prefix(3)) in \(text.prefix(2000).debugDescription)")
  }

  @Test(
    "Text that repeats one mark without end takes linear time",
    arguments: [
      "*", "**a ", "*a_b ", "`", "[", "[a](", "[[a|", "]", "<b>", "<a ", "&", "$a ", "(", "((figure)) ", "<!-- ", "|a",
      "- ",
      "> ", "A. ", "\"x. Y", "a\n: b\n", "a\n=\n", "a\n\n", "# a\n", "\\", "1. ", "    a\n", "\t", "x",
      "A: b c\n", "A: b c\n\n",
    ])
  func repeated(_ mark: String) {
    let text = String(repeating: mark, count: 8_000)
    // Linear work takes a tenth of that, quadratic work many times as much.
    let seconds = ContinuousClock().measure { check(NoteReader.document(text: text, name: "n.md"), text) }
    #expect(seconds < .seconds(3))
  }
}
