import PracticeTests
import Testing

@Suite("Topics, sections and the glossary")
struct NotesOutlineTests {
  private func document(_ text: String, _ name: String = "notes.md") -> NoteDocument {
    NoteReader.document(text: text, name: name)
  }

  @Test(
    "The first level with two headings gives the topics",
    arguments: [
      ("# T\nx\n## A\na\n## B\nb", ["T", "A", "B"]),
      ("# T\n## A\na\n### A1\na\n## B\nb", ["A", "B"]),
      ("# T\n## Only\nx\n### A\na\n### B\nb", ["T", "A", "B"]),
      ("# A\na\n# B\nb", ["A", "B"]),
      ("# T\nx\n## A\na\n## Summary\ns\n## References\nr", ["T"]),
      ("# T\n## A\na\n## B\nb\n## Summary\ns\n## Key terms\n- **x**: y", ["A", "B", "T"]),
      ("# T\n## A\na\n### Summary\ns\n## B\nb", ["A", "B"]),
      ("no heading", ["Notes"]),
      ("# T\nx\n\n**Box one**\n\na\n\n**Box two**\n\nb", ["T"]),
    ] as [(String, [String])])
  func topics(_ text: String, _ expected: [String]) {
    #expect(document(text).topics == expected)
  }

  @Test(
    "A generic topic is told apart by its title or its file",
    arguments: [
      ("# Memory\n## Introduction\na\n## Engrams\nb", "m.md", ["Memory: Introduction", "Engrams"]),
      ("# Memory\n## 1. Overview\na\n## Conclusion\nb", "m.md", ["Memory: 1. Overview", "Memory: Conclusion"]),
      ("# Introduction\nx", "04-sleep.md", ["Sleep"]),
      ("# Introduction\nx", "001-m82161-introduction.md", ["Introduction (001 m82161)"]),
      ("# Introduction\nx", "011-m82171-introduction.md", ["Introduction (011 m82171)"]),
      (
        "# Lecture 3\nx\n## Background\na\n## Cells\nb", "week3_cell-biology.md",
        ["Cell biology", "Cell biology: Background", "Cells"]
      ),
      ("# Introduction\nx", "introduction.md", ["Introduction"]),
    ] as [(String, String, [String])])
  func generic(_ text: String, _ name: String, _ expected: [String]) {
    #expect(document(text, name).topics == expected)
  }

  @Test(
    "Sections with nothing to ask about give no passages",
    arguments: [
      "References", "Bibliography", "Further reading", "Works Cited", "Review Questions", "Exercises",
      "5.2 References:",
      "Key terms", "GLOSSARY", "Vocabulary",
    ])
  func skipped(_ heading: String) {
    let found = document("# T\nkept\n## \(heading)\nleft out\n### Inside\nleft out too\n## After\nkept too")
    #expect(found.passages.map(\.text) == ["kept", "kept too"])
  }

  @Test("Glossaries are read in all their forms")
  func glossary() {
    let text = """
      # T

      text

      ## Key terms

      - **engram**: physical trace
        of memory
      - amygdala - seat of fear
      * **Soma** \u{2014} cell body
      - **axon.** a long fibre
      - no definition here

      Synapse
      : a gap
      Dendrite
      : a branch

      Myelin

      : a sheath

      | Term | Definition |
      |------|------------|
      | pons | a bridge |

      ### More

      - well-known fact: true
      """
    #expect(
      document(text).glossary == [
        GlossaryEntry(term: "engram", definition: "physical trace of memory", line: 7),
        GlossaryEntry(term: "amygdala", definition: "seat of fear", line: 9),
        GlossaryEntry(term: "Soma", definition: "cell body", line: 10),
        GlossaryEntry(term: "axon", definition: "a long fibre", line: 11),
        GlossaryEntry(term: "Synapse", definition: "a gap", line: 14),
        GlossaryEntry(term: "Dendrite", definition: "a branch", line: 16),
        GlossaryEntry(term: "Myelin", definition: "a sheath", line: 19),
        GlossaryEntry(term: "pons", definition: "a bridge", line: 25),
        GlossaryEntry(term: "well-known fact", definition: "true", line: 29),
      ])
    let entries = """
      engram: physical trace of memory

      amygdala: seat of fear

      Soma: cell body

      axon: a long fibre

      Synapse: a gap

      Dendrite: a branch

      Myelin: a sheath

      pons: a bridge
      """
    #expect(document(text).passages.map(\.text) == ["text", entries, "well-known fact: true"])
    #expect(document(text).passages[1].headings == ["T", "Key terms"])
  }

  @Test("An entry of the glossary stands with the text that introduces its term")
  func placedEntries() throws {
    let text = """
      # Cells

      ## Walls

      A wall stands outside of the membrane. Water may enter by osmosis.

      ## Water

      The net movement of water is **osmosis**. A **vacuole** stores it.

      ## Glossary

      - osmosis: movement of water across a membrane
      - wall: stiff layer outside of the membrane
      - lysis: bursting of a cell
      """
    let passages = document(text).passages
    #expect(
      passages.map { $0.blocks.last?.text } == [
        "wall: stiff layer outside of the membrane", "osmosis: movement of water across a membrane",
        "lysis: bursting of a cell",
      ])
    #expect(passages.map(\.topic) == ["Walls", "Water", "Cells"])
    #expect(passages[1].blocks.last?.line == 13)
    let edited = document(text.replacing("stiff layer", with: "hard layer")).passages
    #expect(edited.map(\.id)[1...] == passages.map(\.id)[1...])
    #expect(edited[0].id != passages[0].id)
  }

  @Test("Only so many definitions stand with one text")
  func crowdedEntries() {
    let terms = (0..<60).map { "term\(String(UnicodeScalar(UInt8(97 + $0 % 26))))\($0 / 26)x" }
    let text =
      "# T\n\nAll of " + terms.map { "**\($0)**" }.joined(separator: ", ") + ".\n\n## Key terms\n\n"
      + terms.map { "- \($0): one two three four five six seven" }.joined(separator: "\n")
    let passages = document(text).passages
    #expect(passages.count == 3)
    #expect(passages[0].blocks.count { $0.kind == .definition } == 18)
    #expect(passages.flatMap(\.blocks).count { $0.kind == .definition } == 60)
  }

  @Test("The title is the first heading, else the file's name without its ending")
  func title() {
    #expect(document("x\n\n## Late\n\ny").title == "Late")
    #expect(document("x", "a.b.md").title == "a.b")
    #expect(document("x", "").title == "Notes")
    #expect(document("# " + String(repeating: "long ", count: 1000) + "\n\nx").title.count <= 160)
  }
}
