import PracticeTests
import Testing

@Suite("Notes in Markdown")
struct NotesMarkdownTests {
  private func blocks(_ text: String) -> [Block] {
    NoteReader.document(text: text, name: "n.md").passages.flatMap(\.blocks)
  }

  @Test(
    "Inline markup leaves its text",
    arguments: [
      ("a **b** *c* __d__ _e_ ***f***", "a b c d e f"),
      ("`a_b*c` ``x ` y``", "a_b*c x ` y"),
      ("[text](http://a.b/c_(d) \"T\") [ref][id]", "text ref"),
      ("![an image](i.png) ![x](data:image/png;base64,AAAA)", "an image x"),
      ("a note[^1] here", "a note here"),
      ("\\*plain\\* \\_x\\_", "*plain* _x_"),
      ("Q&amp;A &mdash; &#65;&#x42; &unknown; AT&T", "Q&A \u{2014} AB &unknown; AT&T"),
      ("&#7;a&#x202E;b", "ab"),
      ("x<br>y <b>z</b> <!-- gone -->end", "x y z end"),
      ("x<y and y>z, 3 < 4", "x<y and y>z, 3 < 4"),
      ("<https://a.b> ok", "https://a.b ok"),
      ("[[Page|shown]] and [[Other]]", "shown and Other"),
      ("snake_case_name 2 * 3 * 4", "snake_case_name 2 * 3 * 4"),
      ("$a_1 * b * c$ costs $5 and $6", "$a_1 * b * c$ costs $5 and $6"),
      ("**unbalanced and _odd [x", "**unbalanced and _odd [x"),
      ("~~old~~ ==high== [sic]", "old high [sic]"),
      ("line one\nline two  \nline\\\nfour", "line one line two line four"),
      ("a\u{202E}b\u{0007}c\u{200B}d\u{00A0}e", "abcd e"),
      ("caf\u{00E9} \u{201C}q\u{201D}\u{2014}x", "caf\u{00E9} \u{201C}q\u{201D}\u{2014}x"),
    ])
  func inline(_ markdown: String, _ expected: String) {
    #expect(blocks(markdown).map(\.text) == [expected])
  }

  @Test(
    "Terms that are set apart are collected",
    arguments: [
      ("The **engram**: a trace, and **sulci** (sing. **sulcus**).", ["engram", "sulci", "sulcus"]),
      ("**Key term:** yes, *light*", ["Key term"]),
      ("only *light* here", ["light"]),
      ("the letter *r*", []),
      ("<strong>bold</strong> and ==marked==", ["bold", "marked"]),
      ("**one** and **one**", ["one"]),
      ("**This is a whole sentence in bold that is far too long to be a term.** x", []),
      ("a **b *c* d** e", ["b c d"]),
      ("2 ** 3 ** 4", []),
    ] as [(String, [String])])
  func emphasis(_ markdown: String, _ expected: [String]) {
    #expect(blocks(markdown).flatMap(\.emphasised) == expected)
  }

  @Test(
    "Leftovers of figures go without a trace",
    arguments: [
      ("He worked in Leipzig ((figure)). Then he left.", "He worked in Leipzig. Then he left."),
      ("The heart has rooms (figure). So.", "The heart has rooms. So."),
      ("Three areas ((figure) and (figure)): one.", "Three areas: one."),
      ("They stay open, as shown in (figure). Next.", "They stay open. Next."),
      ("John Watson, shown in (figure), is known.", "John Watson is known."),
      ("By the theory, shown in (table), all is red.", "By the theory, all is red."),
      ("As (figure) shows, it is so. (figure) lists jobs.", "As the figure shows, it is so. The figure lists jobs."),
      ("Solve (figure) and (figure)?", "Solve the figures?"),
      ("Jobs (Figure), in (2003) (figures).", "Jobs, in (2003) (figures)."),
    ])
  func figures(_ markdown: String, _ expected: String) {
    let text = blocks(markdown).map(\.text).joined()
    #expect(text == expected)
  }

  @Test("A text in one line is read, though it begins as a heading does")
  func endlessHeading() {
    let sentence = "A ribosome is a particle that links amino acids. "
    let text = blocks("# Cells " + String(repeating: sentence, count: 50)).map(\.text).joined()
    #expect(text.hasSuffix(sentence.trimmingCharacters(in: .whitespaces)))
  }

  @Test("Blocks have their kind and the line where they begin")
  func kinds() {
    let markdown = """
      First line
      wrapped.

      1. one
         more
      2. two
         - inner
           lazy
      10) ten

      > quoted
      > text

      ```swift
      let **a** = 1

      let b = 2
      ```

          indented
            code

      | A | B |
      |---|--:|
      | x \\| y | **z** |

      P | Q
      --- | ---
      r | s
      ***
      | no | separator |
      """
    let found = blocks(markdown)
    #expect(
      found == [
        Block(kind: .paragraph, text: "First line wrapped.", line: 1),
        Block(kind: .listItem, text: "one more", line: 4),
        Block(kind: .listItem, text: "two", line: 6),
        Block(kind: .listItem, text: "inner lazy", line: 7),
        Block(kind: .listItem, text: "ten", line: 9),
        Block(kind: .quote, text: "quoted text", line: 11),
        Block(kind: .code, text: "let **a** = 1\n\nlet b = 2", line: 15),
        Block(kind: .code, text: "indented\n  code", line: 20),
        Block(kind: .table, text: "A | B\nx | y | z", emphasised: ["z"], line: 23),
        Block(kind: .table, text: "P | Q\nr | s", line: 27),
        Block(kind: .table, text: "no | separator", line: 31),
      ])
  }

  @Test("Headings of all kinds make the outline")
  func headings() {
    let markdown = """
      # Top #
      a

      Second
      ------
      b
      ### Third *level*
      c

      > **A box**

      d

      Next
      ====
      e
      #no heading
      - # In a list
        f
      """
    let passages = NoteReader.document(text: markdown, name: "n.md").passages
    #expect(
      passages.map(\.headings) == [
        ["Top"], ["Top", "Second"], ["Top", "Second", "Third level"], ["Top", "Second", "Third level", "A box"],
        ["Next"], ["In a list"],
      ])
  }

  @Test("A sentence right below an item is a paragraph; a line that goes on with the item belongs to it")
  func sentenceBelowItem() {
    func blocks(_ below: String) -> [Block.Kind] {
      NoteReader.document(text: "- lysis: the bursting of a cell\n\(below)", name: "n.md").passages
        .flatMap(\.blocks).map(\.kind)
    }
    #expect(blocks("A cell that takes in too much water bursts.") == [.listItem, .paragraph])
    for below in ["that takes in water.", "A cell", "  A cell that takes in too much water bursts."] {
      #expect(blocks(below) == [.listItem], "\(below)")
    }
    let wrapped = "- lysis: the bursting of a cell, first seen by\nMendel in a pea plant."
    #expect(NoteReader.document(text: wrapped, name: "n.md").passages.flatMap(\.blocks).count == 1)
  }

  @Test("A wrapped line that begins with a year is no list item, and a rule under a long paragraph no underline")
  func lookalikes() {
    #expect(blocks("It was founded in\n1879. It was small.").map(\.text) == ["It was founded in 1879. It was small."])
    let long = Array(repeating: "word", count: 30).joined(separator: " ")
    #expect(blocks("\(long)\n---\nnext").map(\.text) == [long, "next"])
  }

  @Test("Comments go, over lines too, but one without an end is text")
  func comments() {
    #expect(blocks("a <!-- x\ny\n\nz --> b").map(\.text) == ["a b"])
    #expect(blocks("a <!-- b\n\nc").map(\.text) == ["a <!-- b", "c"])
  }

  @Test("A fence without an end runs to the end of the file")
  func openFence() {
    #expect(blocks("```\na\n\nb") == [Block(kind: .code, text: "a\n\nb", line: 2)])
  }

  @Test(
    "Front matter gives the title and nothing else",
    arguments: [
      ("---\ntitle: \"My *Notes*\"\ntags: [a]\n---\n# H\n\ntext", "My Notes", 7),
      ("+++\ntitle = 'TOML'\n+++\ntext", "TOML", 4),
      ("---\nauthor: x\n---\n# H\ntext", "H", 5),
      ("---\nno key here\n---\ntext", "no key here", 4),
      ("---\ntitle: never closed\n\ntext", "n", 2),
    ])
  func frontMatter(_ markdown: String, _ title: String, _ line: Int) {
    let document = NoteReader.document(text: markdown, name: "n.md")
    #expect(document.title == title)
    #expect(document.passages.first?.blocks.first?.line == line)
  }

  @Test("Line ends of every system are the same", arguments: ["\r\n", "\r", "\n"])
  func lineEnds(_ end: String) {
    let text = ["# T", "", "one", "two", "", "three"].joined(separator: end)
    #expect(
      blocks(text) == [
        Block(kind: .paragraph, text: "one two", line: 3), Block(kind: .paragraph, text: "three", line: 6),
      ])
  }

  @Test("Text without Markdown's ending is Markdown when it has clear marks of it")
  func recognised() {
    let headed = NoteReader.document(text: "# Title\n\nSome **term**.", name: "n.txt")
    #expect(headed.title == "Title")
    #expect(headed.passages.first?.blocks.first?.emphasised == ["term"])
    let plain = NoteReader.document(text: "2 * 3 * 4 and a_b_c", name: "n.txt")
    #expect(plain.passages.first?.text == "2 * 3 * 4 and a_b_c")
  }

  @Test("Terms in bold with their meanings, line under line, are a list")
  func termLines() {
    let text = """
      **Dualism**: mind and body are two
      **Idealism:** only minds and their
      ideas exist
      **Panpsychism**: mind is in all things

      **Note**: a lone line is a paragraph.
      """
    #expect(
      blocks(text) == [
        Block(kind: .listItem, text: "Dualism: mind and body are two", emphasised: ["Dualism"], line: 1),
        Block(kind: .listItem, text: "Idealism: only minds and their ideas exist", emphasised: ["Idealism"], line: 2),
        Block(kind: .listItem, text: "Panpsychism: mind is in all things", emphasised: ["Panpsychism"], line: 4),
        Block(kind: .paragraph, text: "Note: a lone line is a paragraph.", emphasised: ["Note"], line: 6),
      ])
    let code = "```\nname: of a thing\nkind: of a thing\nsize: of a thing\n```"
    #expect(blocks(code).map(\.kind) == [.code])
  }
}
