import Foundation
import TestSupport
import Testing

@Suite("testlet check")
struct CheckCommandTests {
  let folder: TemporaryFolder
  let program: Program

  init() throws {
    folder = try TemporaryFolder()
    program = Program(home: folder)
  }

  private static let quiz = """
    1. Which of these is not an organelle?
    A) \u{1B}[31msugar
    B) vacuole
    C) all of the above
    Answer: A

    2. Who?
    A) I
    B) you
    """

  @Test("Flaws of a quiz are named in lines of at most 80 columns, without control characters; nothing is stored")
  func report() throws {
    let result = try program.run("check", folder.write(Self.quiz, to: "quiz.txt"))
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.output.contains("repair allOfTheAbove") && result.output.contains("repair negativeStem"))
    #expect(result.output.contains("line 7: No answer is given."))
    #expect(result.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(!result.output.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    #expect(try program.run("list").output.isEmpty)
  }

  @Test("Each file gives one JSON object on a line of its own")
  func json() throws {
    let questions = try folder.write(
      #"[{"question": "Who?", "options": ["I", "you", "we"], "answer": "B"},]"#, to: "a.json")
    let result = try program.run("check", "--json", questions, folder.write(Self.quiz, to: "quiz.txt"))
    #expect(result.code == 0, "\(result.errors)")
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 2)
    let first = try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any]
    let items = try #require(first?["items"] as? [[String: Any]])
    #expect(items.first?["correctIndex"] as? Int == 1)
    #expect(items.first?["repaired"] as? [String] == ["trailingComma"])
  }

  @Test("Notes show what a question does not rest on")
  func notes() throws {
    let notes = try folder.write(CommandLineTests.notes, to: "cells.md")
    let quiz = "1. Who won at Waterloo?\nA) Wellington\nB) Hooke\nC) Blair\nAnswer: A"
    let file = try folder.write(quiz, to: "quiz.md")
    #expect(try program.run("check", file, "--notes", notes).output.contains("offTopic"))
    #expect(try !program.run("check", file).output.contains("offTopic"))
  }

  @Test("Standard input is read as -, and what can't be read ends with its exit code")
  func failures() throws {
    #expect(try program.run("check", "-").code == 65)
    #expect(try program.run("check", folder.write("Nothing here.", to: "a.txt")).code == 65)
    #expect(try program.run("check", "missing.json").code == 66)
    #expect(try program.run("check").code == 64)
    let notes = try program.run("check", folder.write(Self.quiz, to: "q.txt"), "--notes", "missing.md")
    #expect(notes.code == 66 && notes.output.isEmpty)
  }
}
