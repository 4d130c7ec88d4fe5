import Foundation
import TestSupport
import Testing

@testable import PracticeTests

@Suite("Paths as they are typed")
struct TypedPathTests {
  @Test(
    "Marks, backslashes and addresses of files are taken away; what belongs to a name stays",
    arguments: [
      ("~/My notes/bio.md", "~/My notes/bio.md"), ("'~/My notes/bio.md'", "~/My notes/bio.md"),
      ("\"/n/My notes/bio.md\" ", "/n/My notes/bio.md"), (#"~/My\ notes/bio\ \(1\).md "#, "~/My notes/bio (1).md"),
      (#"'/n/Anna'\''s notes/bio.md'"#, "/n/Anna's notes/bio.md"), ("/n/Anna's notes/bio.md", "/n/Anna's notes/bio.md"),
      (#""/n/a \"b\" \c.md""#, #"/n/a "b" \c.md"#), ("file:///n/My%20notes/bio.md", "/n/My notes/bio.md"),
      (#"My\ "#, "My "), (#"My\"#, "My"), ("", ""),
    ])
  func plain(typed: String, path: String) {
    #expect(TypedPath(typed).path == path)
    #expect(TypedPath(typed).openMark == nil)
  }

  @Test("A mark that is not closed yet is known")
  func open() {
    #expect(TypedPath("'~/My no").openMark == "'" && TypedPath("'~/My no").path == "~/My no")
    #expect(TypedPath("\"a").openMark == "\"" && TypedPath("Anna's").openMark == nil)
  }

  @Test("A path begins at the folder, at the student's own or at the root")
  func absolute() {
    #expect(TypedPath.absolute("My notes/", in: "/n", home: "/h") == "/n/My notes")
    #expect(TypedPath.absolute("~/My notes/bio.md", in: "/n", home: "/h") == "/h/My notes/bio.md")
    #expect(TypedPath.absolute("/x/../y", in: "/n", home: "/h") == "/y" && TypedPath.absolute("/", in: "/n") == "/")
    #expect(TypedPath.absolute("..", in: "/n/x y") == "/n" && TypedPath.absolute("..", in: "/") == "/")
  }

  @Test(
    "Plain words take a file in a folder with blanks in its name, as a shell or a terminal writes it",
    arguments: [
      "3 questions from '%'", "3 questions from '%', only multiple choice", #"3 questions from "%""#,
      "3 questions from $ please",
    ])
  func plainWords(form: String) throws {
    let fixture = try LibraryFixture()
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(atPath: folder.file("My notes"), withIntermediateDirectories: true)
    let text = "# Cells\n\nA **ribosome** is a part of a cell that makes proteins."
    let path = try folder.write(text, to: "My notes/bio.md")
    let said = form.replacing("%", with: path).replacing("$", with: path.replacing(" ", with: #"\ "#))
    let known = try PlainKnowledge.read(for: said, library: fixture.library, folder: "/")
    #expect(try PlainGrammar(known).action(for: said) == .makeTest(WantedTest(notes: [path], count: 3)))
  }

  @Test("Single marks that hold no file are what they were")
  func otherMarks() throws {
    let tokens = PlainText("quiz me on 'osmosis', it's 'about water'").tokens
    #expect(tokens.allSatisfy { $0.kind != .file })
    #expect(tokens.map(\.text).contains("osmosis") && tokens.map(\.text).contains("about"))
    #expect(PlainText("from 'Week 3.md'").tokens.last?.path?.path == "Week 3.md")
  }

  @Test("Where escaped blanks lead to no file, a path further on is one; slashes alone are words")
  func refusedPieces() {
    let files = PlainText(#"say\ so\ ~/My\ notes\ of and b\ c.md"#).tokens.filter { $0.kind == .file }
    #expect(files.map(\.path?.path) == ["~/My notes of", "b c.md"])
    #expect(PlainText(#"'a "b' 'c.md' 'd"#).tokens.filter { $0.kind == .file }.map(\.path?.path) == ["c.md"])
  }

  @Test(
    "Long texts of marks and blanks are read in time", .timeLimit(.minutes(1)),
    arguments: ["a\\ ", "'a ", "'a' \"b", "\"\\\" ", "\u{201C}a ", "-\\ ", "' "])
  func hostile(_ part: String) {
    #expect(PlainText(String(repeating: part, count: 1 << 13)).tokens.allSatisfy { $0.kind != .file })
  }

  @Test("A run of slashes is read in time", .timeLimit(.minutes(1)))
  func slashes() {
    #expect(PlainText(String(repeating: "/", count: 1 << 15)).tokens.map(\.path?.path) == ["/"])
  }
}
