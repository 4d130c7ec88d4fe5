import PracticeTests
import Testing

@Suite("Notes in plain text")
struct NotesPlainTextTests {
  @Test("Clear headings make the outline, and lists stay lists")
  func outline() {
    let text = """
      CELL BIOLOGY

      Cells divide
      by mitosis (figure).

      1 Membranes

      They hold.

      1.1 Proteins

      - bullet one
        wrapped
      - bullet two

      Energy
      ------
      1. glucose
      2. fat

      CHAPTER TWO: GENES
      Genes are long. It was
      1984. DNA was known.
      """
    let document = NoteReader.document(text: text, name: "cells.txt")
    #expect(document.title == "CELL BIOLOGY")
    #expect(
      document.passages.map(\.headings) == [
        ["CELL BIOLOGY"], ["CELL BIOLOGY", "1 Membranes"], ["CELL BIOLOGY", "1 Membranes", "1.1 Proteins"],
        ["CELL BIOLOGY", "Energy"], ["CHAPTER TWO: GENES"],
      ])
    #expect(
      document.passages.flatMap(\.blocks) == [
        Block(kind: .paragraph, text: "Cells divide by mitosis.", line: 3),
        Block(kind: .paragraph, text: "They hold.", line: 8),
        Block(kind: .listItem, text: "bullet one wrapped", line: 12),
        Block(kind: .listItem, text: "bullet two", line: 14),
        Block(kind: .listItem, text: "glucose", line: 18),
        Block(kind: .listItem, text: "fat", line: 19),
        Block(kind: .paragraph, text: "Genes are long. It was 1984. DNA was known.", line: 22),
      ])
  }

  @Test(
    "What only looks like a heading is text",
    arguments: [
      "THIS IS SHOUTED.", "1. Apples\n\n2. Pears\n\n3. Plums", "1 Wash your hands.\n\nThen eat.", "DNA", "2003",
      "1. a small start\n\ntext",
    ])
  func noHeading(_ text: String) {
    let document = NoteReader.document(text: "before\n\n" + text, name: "n.txt")
    #expect(document.passages.allSatisfy { $0.headings.isEmpty })
    #expect(document.title == "n")
  }

  @Test("Without headings the topic is the file's name in words")
  func topic() {
    let document = NoteReader.document(text: "Just text.", name: "03-sleep_stages.txt")
    #expect(document.title == "03-sleep_stages")
    #expect(document.topics == ["Sleep stages"])
  }
}
