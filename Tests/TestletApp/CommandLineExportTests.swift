import Foundation
import PracticeTests
import Terminal
import TestSupport
import Testing

@testable import TestletApp

@Suite("Exports on the command line of the app")
@MainActor
struct CommandLineExportTests {
  @Test("The test at hand is written to a file in a format, and a file that is there is replaced only after a yes")
  func export() async throws {
    let app = try await AppDriver.withRivers(columns: 100, rows: 30)
    app.say("export anki ~/cards.txt")
    #expect(app.screen.contains("Go to a test first") && app.commandLine != nil)
    app.press(.escape, .character("s"))
    try await app.wait(for: "Done in")
    app.press(.character(":"))
    app.type("export aik")
    app.press(.tab)
    #expect(app.commandLine?.field.text == "export aiken")
    app.press(.enter)
    #expect(app.screen.contains("Type a file after it: export aiken ~/test.txt"))
    app.type(" '~/my test.txt'")
    app.press(.enter)
    try await app.wait { $0.words.contains("Written to \($0.folder.path)/my test.txt.") }
    #expect(app.words.contains("What the format could not hold: Question"))
    let path = app.folder.file("my test.txt")
    let written = try String(contentsOfFile: path, encoding: .utf8)
    #expect(written.contains("ANSWER: "))
    try "mine".write(toFile: path, atomically: true, encoding: .utf8)
    for (answer, kept) in [(Key.enter, "mine"), (Key.character("y"), written)] {
      app.say("export aiken '~/my test.txt'")
      try await app.wait(for: "Replace the file?")
      app.press(answer)
      if kept != "mine" { try await app.wait(for: "Written to") }
      #expect(try String(contentsOfFile: path, encoding: .utf8) == kept)
    }
    app.say("export json /nowhere/at/all.json")
    try await app.wait(for: "can't be written")
    #expect(mkfifo(app.folder.file("pipe"), 0o600) == 0)
    app.say("export json ~/pipe")
    try await app.wait { $0.state.notice?.text.contains("is a device or a pipe") == true }
    app.say("export json results")
    try await app.wait { $0.words.contains("Written to \($0.folder.path)/results.") }
  }

  @Test(
    "A file to export to is taken as a shell or a terminal writes it, and other words stay plain words",
    arguments: [
      ("export json results", "results"), ("export anki ~/my cards.txt", "~/my cards.txt"),
      ("export anki 'my cards.txt'", "'my cards.txt'"), (#"export anki my\ cards.txt"#, #"my\ cards.txt"#),
      ("export anki  ./a ", "./a"), ("export   anki   ./a", "./a"), ("export anki of bio.md", nil),
      ("export anki of my last test", nil), ("export html ~/quiz.html without answers", nil), ("export anki", nil),
      ("export anki   ", nil), ("export", nil), ("export csv latest", nil), ("export csv Last", nil),
      ("export csv ./latest", "./latest"), ("export csv 'latest'", "'latest'"),
      ("export csv latest.csv", "latest.csv"), ("export csv latest-test", "latest-test"),
    ] as [(String, String?)])
  func exportWords(typed: String, path: String?) {
    #expect(ExportWords(typed)?.path == path)
  }

  @Test("What a format could not hold is named, and counted where there is no room for it", arguments: [12, 40])
  func losses(rows: Int) async throws {
    let app = try await AppDriver.withRivers(columns: 40, rows: rows)
    let losses = (1...6).map { "Question \($0): the rationale is left out." }
    app.take(.export(.written(path: "/n/t.txt", losses: losses)))
    #expect(app.words.contains("Question 6: the rationale is left out.") == (rows == 40))
    #expect(app.words.contains("The format could not hold 6 things") == (rows == 12))
  }

  @Test("A file that is found to be there asks nothing while keys go to something else")
  func lateReplacement() async throws {
    let app = try await AppDriver.withRivers()
    let late = AppAction.export(
      .fileExists(ExportOrder(testID: "t", format: .json, path: "t.json"), path: "/n/t.json"))
    app.press(.character(":"))
    app.take(late)
    #expect(app.commandLine != nil && app.state.notice?.text.contains("/n/t.json is there already") == true)
    app.type("y")
    #expect(app.effects == [.plainWords(.foretell("y", anew: true))] && app.commandLine?.field.text == "y")
    app.press(.escape, .character("/"))
    app.take(late)
    app.type("y")
    #expect(app.state.overlay == nil && app.state.bank?.search.text == "y")
  }

  @Test("An export in plain words leaves only its file to be typed, and goes to the test where it must")
  func exportInWords() async throws {
    let app = try await AppDriver.withRivers(columns: 100, rows: 30)
    app.press(.character("s"))
    try await app.wait(for: "Done in")
    for isThere in [true, false] {
      app.say("export my last test as anki")
      try await app.wait { $0.commandLine?.field.text == "export anki " }
      #expect((app.state.generating != nil) == isThere)
      app.type("~/cards-\(isThere).txt")
      app.press(.enter)
      try await app.wait { $0.words.contains("Written to \($0.folder.path)/cards-\(isThere).txt.") }
      app.press(.character("g"))
    }
    for name in ["one.csv", "two words.csv"] {
      app.press(.character(":"))
      app.type("export my last test as csv to '~/\(name)'")
      try await app.wait { $0.words.contains("Enter: Write the test") }
      app.press(.enter)
      try await app.wait { $0.words.contains("Written to \($0.folder.path)/\(name).") }
    }
    for words in ["latest", "last test"] {
      app.say("export csv \(words)")
      try await app.wait { $0.commandLine?.field.text == "export csv " }
      app.press(.escape)
    }
    app.say("export my last test as html without answers")
    try await app.wait { $0.state.notice?.text.contains("--no-answers") == true }
  }

  @Test("A file is written at Enter only where that was said above the line by then; else it is asked about first")
  func unforetoldFile() async throws {
    let app = try await AppDriver.withRivers(columns: 100, rows: 30)
    app.press(.character("s"))
    try await app.wait(for: "Done in")
    let said = "export my last test as csv to ~/a.csv"
    for foretold in [nil, PlainAction.review] {
      app.press(.character(":"))
      app.type(said)
      // Nothing else has come by the time that Enter is pressed.
      if let foretold { app.take(.commandLine(.foretold(said, foretold))) }
      app.press(.enter)
      try await app.wait(for: "Is this what you mean?")
      #expect(app.screen.contains("~/a.csv"))
      app.press(.escape)
      #expect(app.state.overlay == nil)
    }
    app.say(said)
    try await app.wait(for: "Is this what you mean?")
    app.press(.enter)
    // None of the others wrote it: a file that is there would be asked about.
    try await app.wait { $0.words.contains("Written to \($0.folder.path)/a.csv.") }
  }
}
