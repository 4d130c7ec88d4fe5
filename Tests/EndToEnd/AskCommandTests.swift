import Foundation
import TestSupport
import Testing

/// Plain words, from a shell and in the app, with nothing but the built program.
@Suite("Plain words")
struct AskCommandTests {
  let program: Program
  let notes: String

  init() throws {
    (program, notes) = try Program.withNotes()
  }

  @Test("Without a terminal, what is meant is shown with its command, and only --yes does it")
  func asks() throws {
    let shown = try program.run("ask", "4 easy questions from \(notes), no true/false")
    #expect(shown.code == 0, "\(shown.errors)")
    #expect(
      shown.output.hasPrefix(
        "Make 4 easy questions from cells.md: multiple choice, fill in the blank, short answer, explanation.\n"
          + "testlet generate "))
    #expect(try program.run("list").output.isEmpty)
    let json = try program.run("ask", "--json", "4", "easy", "questions", "from", notes).object()
    #expect((json["action"] as? [String: Any])?["count"] as? Int == 4 && json["backend"] is NSNull)
    let made = try program.run("ask", "--yes", "4 easy questions from \(notes)")
    #expect(made.code == 0 && made.output.contains("## 1.") && made.errors.contains("Make 4 easy questions"))
    let exported = try program.run("ask", "--yes", "export my last test as csv")
    #expect(exported.code == 0 && exported.output.hasPrefix("format,topic"), "\(exported.output.prefix(80))")
    let file = program.home.file("cards.txt")
    for said in ["export anki \(file)", "export the last test as anki to \(file)"] {
      let written = try program.run("ask", "--yes", said)
      #expect(written.code == 0 && written.output.isEmpty, "\(written)")
      #expect(try String(contentsOfFile: file, encoding: .utf8).hasPrefix("#separator"))
      try FileManager.default.removeItem(atPath: file)
    }
    #expect(try program.run("ask", "delete my last test").output.contains("testlet delete "))
    #expect(try program.run("list").output.contains("Cells"))
    #expect(try program.run("ask", "--yes", "delete my last test").code == 0)
    #expect(try program.run("list").output.isEmpty)
  }

  @Test("What is not understood, unknown or not allowed ends with its sentence and its code")
  func failures() throws {
    for (said, code, sentence) in [
      ("xyzzy", 64, "was not understood"), ("10 questions on dragons", 66, "There is no topic"),
      ("delete my last test", 66, "There is no test yet"), ("300 questions from \(notes)", 64, "1 to 200"),
      ("", 64, "Nothing was said"),
    ] as [(String, Int32, String)] {
      let result = try program.run("ask", "--no-model", said)
      #expect(result.code == code && result.output.isEmpty && result.errors.contains(sentence), "\(said): \(result)")
    }
    #expect(try program.run("ask", "--json", "--yes", "stats").code == 64)
  }

  @Test("What a model took for a deletion is shown, and --yes does not do it")
  func deletionByModel() throws {
    let answer =
      #"{"action": "delete-test", "count": "", "difficulty": "", "formats": [], "topics": [], "notes": [], "#
      + #""course": "", "test": "Cells", "export": "", "words": ""}"#
    let server = try ScriptedServer { request, _ in
      if request.line.contains("/chat/completions") { return ScriptedServer.stream(answer) }
      guard request.line.contains("/models") else { return [ScriptedServer.answer(404, "{}")] }
      return [ScriptedServer.answer(200, #"{"data": [{"id": "m", "context_length": 32768}]}"#)]
    }
    try program.run("generate", notes, "--count", "3", "--backend", "mock", "--seed", "7", "--quiet")
    try program.run("backends", "add", "model", "--kind", "openai-compatible", "--url", server.url, "--model", "m")
    #expect(try program.run("backends", "use", "model").code == 0)
    let shown = try program.run("ask", "xyzzy the Cells quiz")
    #expect(shown.code == 0 && shown.output.contains("testlet delete "), "\(shown)")
    let refused = try program.run("ask", "--yes", "xyzzy the Cells quiz")
    #expect(refused.code == 64 && refused.output.isEmpty, "\(refused)")
    #expect(refused.errors.contains("which --yes does not do: run `testlet delete "), "\(refused.errors)")
    #expect(try program.run("list").output.contains("Cells"))
  }

  @Test("In a terminal, what makes something is asked about, and Enter means no")
  func consent() throws {
    let window = try program.openApp("ask", "--no-model", "3 questions from \(notes)")
    try window.wait(for: "Do it? [y/N]")
    try window.press("Enter")
    try window.wait(for: "Nothing was done.")
    #expect(try window.exitCode() == 0)
    let again = try program.openApp("ask", "--no-model", "3 questions from \(notes)")
    try again.wait(for: "Do it? [y/N]")
    try again.press("y", "Enter")
    #expect(try again.exitCode() == 0)
    #expect(try program.run("list").output.contains("3/3"))
  }

  @Test("In a terminal a page for a browser wants a file")
  func page() throws {
    try program.run("generate", notes, "--count", "1", "--backend", "mock", "--seed", "7", "--quiet")
    let window = try program.openApp("ask", "--no-model", "print the answers")
    try window.wait(for: "name a file too")
    #expect(try window.exitCode() == 64)
    let written = try program.openApp("ask", "--no-model", "print the answers to \(program.home.file("answers.html"))")
    #expect(try written.exitCode() == 0)
    #expect(try String(contentsOfFile: program.home.file("answers.html"), encoding: .utf8).contains("<html"))
  }

  @Test("In a terminal a deletion is asked about once, and Enter means no", arguments: [false, true])
  func deletion(inPlainWords: Bool) throws {
    try program.run("generate", notes, "--count", "1", "--backend", "mock", "--seed", "7", "--quiet")
    for (answer, isDeleted) in [(["Enter"], false), (["n", "Enter"], false), (["y", "Enter"], true)] {
      let window =
        try inPlainWords
        ? program.openApp("ask", "--no-model", "delete my last test") : program.openApp("delete", "latest")
      try window.wait(for: "[y/N]")
      try window.press(answer)
      try window.wait(for: isDeleted ? "Deleted test" : "Nothing was")
      #expect(try window.exitCode() == 0)
      #expect(try program.run("list").output.isEmpty == isDeleted)
    }
  }

  @Test("In a terminal a deletion with --yes is not asked about")
  func agreedDeletion() throws {
    try program.run("generate", notes, "--count", "1", "--backend", "mock", "--seed", "7", "--quiet")
    let window = try program.openApp("delete", "latest", "--yes")
    #expect(try !window.wait(for: "Deleted test").contains("[y/N]"))
    #expect(try program.run("list").output.isEmpty)
  }

  @Test("The command line of the app: a command by its name, a test in plain words, a deletion that asks")
  func commandLine() throws {
    try program.run("generate", notes, "--count", "4", "--backend", "mock", "--seed", "7", "--quiet")
    let window = try program.openApp()
    try window.wait(for: "Cells")
    try window.press(":")
    try window.type("stat")
    try window.press("Enter")
    try window.wait(for: "There is nothing to show yet")
    try window.press(":")
    try window.type("5 hard cloze questions from cells.md")
    try window.press("Enter")
    try window.wait(for: "5 questions, about")
    try window.press(":", "Up", "Up")
    try window.wait(for: ":stats")
    try window.press("C-u")
    try window.type("delete my last test")
    try window.press("Enter")
    try window.wait(for: "Delete the test?")
    try window.press("Tab", "Enter")
    try window.wait(for: "Welcome to testlet")
    try window.press(":")
    try window.type("quit")
    try window.press("Enter")
    #expect(try window.exitCode() == 0)
  }
}
