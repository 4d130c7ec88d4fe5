import Testing

@testable import PracticeTests

@Suite("Passages")
struct NotesPassageTests {
  private func words(_ count: Int, _ tag: String = "word") -> String {
    (0..<count).map { $0 % 10 == 9 ? "\(tag)\($0)." : $0 % 10 == 0 ? "The\(tag)\($0)" : "\(tag)\($0)" }
      .joined(separator: " ")
  }

  private func sizes(_ paragraphs: [Int]) -> [Int] {
    let text = paragraphs.map { words($0) }.joined(separator: "\n\n")
    return NoteReader.document(text: text, name: "n.md").passages.map {
      $0.text.split(whereSeparator: \.isWhitespace).count
    }
  }

  @Test(
    "Paragraphs are gathered to passages of 80 to 300 words",
    arguments: [
      ([40], [40]), ([100, 100], [200]), ([100, 100, 100], [300]), ([200, 200], [200, 200]), ([250, 40], [290]),
      ([250, 30, 250], [280, 250]), ([300, 300, 50], [300, 180, 170]), ([290, 60], [180, 170]), ([310], [160, 150]),
      ([900], [300, 300, 300]), ([60, 290], [180, 170]), ([150, 140, 60], [150, 200]),
    ])
  func sizes(_ paragraphs: [Int], _ expected: [Int]) {
    #expect(sizes(paragraphs) == expected)
  }

  @Test("No passage crosses a heading, however short it is")
  func headings() {
    let text = (0..<5).map { "## H\($0)\n\nfew words" }.joined(separator: "\n\n")
    #expect(NoteReader.document(text: text, name: "n.md").passages.map(\.headings) == (0..<5).map { ["H\($0)"] })
  }

  @Test("Long code and tables stay whole")
  func solid() {
    let code = (0..<100).map { "let a\($0) = value\($0) + 1" }.joined(separator: "\n")
    let passages = NoteReader.document(text: "\(words(100))\n\n```\n\(code)\n```\n\n\(words(100))", name: "n.md")
      .passages
    #expect(passages.flatMap(\.blocks).filter { $0.kind == .code }.map(\.text) == [code])
  }

  @Test("Code without an end is cut at its lines, and the lines are counted on")
  func endlessCode() {
    let code = (0..<4000).map { "line\($0)" }.joined(separator: "\n")
    let passages = NoteReader.document(text: "```\n\(code)\n```", name: "n.md").passages
    #expect(passages.count > 5)
    for block in passages.flatMap(\.blocks) {
      #expect(block.text.hasPrefix("line\(block.line - 2)\n"))
    }
  }

  @Test("The terms of a block that is cut go with their sentences")
  func emphasis() {
    let text = "\(words(200)) The **first** one. \(words(200)) The **second** one."
    let blocks = NoteReader.document(text: text, name: "n.md").passages.flatMap(\.blocks)
    #expect(blocks.map(\.emphasised) == [["first"], ["second"]])
  }

  @Test("A term is found again in each part that names it, as a whole")
  func emphasisInParts() {
    let terms = EmphasisedTerms(["cell wall", "Cell", "x-ray", "wall, the"])
    #expect(terms.inside("A cell wall. An x-ray of it.") == ["cell wall", "x-ray"])
    #expect(terms.inside("Each cell. Wall the garden.") == [])
    #expect(terms.inside("Cellar; Cell") == ["Cell"])
  }

  @Test("A block with terms without end takes linear time")
  func endlessTerms() {
    let text = (0..<12_000).map { "The **term\($0) of it** is the \($0)th word here. " }.joined()
    var passages: [Passage] = []
    let seconds = ContinuousClock().measure { passages = NoteReader.document(text: text, name: "n.md").passages }
    #expect(passages.flatMap(\.blocks).flatMap(\.emphasised).count == 12_000)
    // Looking for each term in each part takes more than a minute.
    #expect(seconds < .seconds(15))
  }

  @Test("A sentence or a word without an end is cut too")
  func endless() {
    let sentence = Array(repeating: "word", count: 5000).joined(separator: " ")
    #expect(sizes([]) == [])
    for text in [sentence, String(repeating: "x", count: 100_000), String(repeating: "\u{7761}", count: 30_000)] {
      let passages = NoteReader.document(text: text, name: "n.md").passages
      #expect(passages.count > 10)
      #expect(passages.allSatisfy { $0.text.utf8.count <= 300 * 16 })
      let joined = passages.map(\.text).joined()
      #expect(joined.filter { $0 != " " } == text.filter { $0 != " " })
    }
  }

  @Test("An id depends on headings and text only, and repeats are counted")
  func ids() {
    func ids(_ text: String) -> [String] { NoteReader.document(text: text, name: "n.md").passages.map(\.id) }
    let first = ids("# T\n\n## A\n\nsame\n\n## B\n\nother")
    let edited = ids("# T\n\nnew\n\n## A\n\nsame\n\n## B\n\nchanged")
    #expect(first[0] == edited[1])
    #expect(first[1] != edited[2])
    let repeated = ids("## A\n\nsame\n\n## A\n\nsame\n\n## B\n\nsame")
    #expect(repeated[1] == repeated[0] + "-2")
    #expect(Set(repeated).count == 3)
    #expect(first[0].count == 16 && first[0].allSatisfy(\.isHexDigit))
  }
}
