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

  @Test("Terms with their meanings, line under line, are a list; a line that goes on with one belongs to it")
  func termLines() {
    let text = """
      Slide 2 of the heart
      Epicardium: outer layer of the wall
      Myocardium: middle layer, made of muscle,
      thickest on the left
      Septum - between two chambers
      Fossa ovalis: rest of an opening
      """
    #expect(
      NoteReader.document(text: text, name: "heart.txt").passages.flatMap(\.blocks) == [
        Block(kind: .listItem, text: "Slide 2 of the heart", line: 1),
        Block(kind: .listItem, text: "Epicardium: outer layer of the wall", line: 2),
        Block(kind: .listItem, text: "Myocardium: middle layer, made of muscle, thickest on the left", line: 3),
        Block(kind: .listItem, text: "Septum - between two chambers", line: 5),
        Block(kind: .listItem, text: "Fossa ovalis: rest of an opening", line: 6),
      ])
    let spaced = "Systole: phase of work\n\nDiastole: phase of rest\n\nPreload: stretch before a beat"
    let blocks = NoteReader.document(text: spaced, name: "heart.txt").passages.flatMap(\.blocks)
    #expect(blocks.map(\.kind) == [.listItem, .listItem, .listItem])
  }

  @Test(
    "Colons in a paragraph make no list of it",
    arguments: [
      "Bring two things: a pen and paper.\nNote: the room is cold.\nThen it begins, and it goes on\nas ever: slowly and well.",
      "The first lesson begins at 10:30 and\nThe second lesson begins at 11:30 and\nThe third one begins at 12:30 here.",
      "Osmosis: movement of water\nLysis: bursting of a cell",
    ])
  func noTermLines(text: String) {
    let blocks = NoteReader.document(text: text, name: "n.txt").passages.flatMap(\.blocks)
    #expect(blocks == [Block(kind: .paragraph, text: text.replacing("\n", with: " "), line: 1)])
  }
}
