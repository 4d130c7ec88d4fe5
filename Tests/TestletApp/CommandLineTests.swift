import Foundation
import LanguageModels
import PracticeTests
import Terminal
import TestSupport
import Testing

@testable import TestletApp

@Suite("Command line of the app")
@MainActor
struct CommandLineTests {
  private static let notes = """
    # Rivers

    ## Bends

    A **meander** is a bend of a river that grows as its outer bank is worn away. An **oxbow lake** is a lake that is \
    left behind when a river cuts off one of its own bends.

    ## Mouths

    A **delta** is a fan of land that a river builds where it meets the sea. An **estuary** is the wide mouth of a \
    river where fresh water mixes with the tide.
    """

  private func app(
    columns: Int = 80, rows: Int = 24, backends: [LLMBackendConfig] = [.mock],
    factory: LLMBackendFactory = AppDriver.noServers
  ) async throws -> AppDriver {
    let app = try AppDriver(columns: columns, rows: rows, backends: backends, factory: factory)
    _ = try app.folder.write(Self.notes, to: "rivers.md")
    try await app.wait(for: "Welcome to testlet")
    return app
  }

  private func line(_ app: AppDriver) -> CommandLineState? {
    if case .commandLine(let line) = app.state.overlay { line } else { nil }
  }

  private func say(_ text: String, to app: AppDriver) {
    app.press(.character(":"))
    app.type(text)
    app.press(.enter)
  }

  @Test("It lists what can be done with its keys, and why something can't; Escape and Backspace leave it")
  func opens() async throws {
    let app = try await app()
    app.press(.character(":"))
    #expect(app.effects == [.readHistory])
    for text in ["new test", "review", "stats", "library", "a command, or what you want in plain words"] {
      #expect(app.screen.contains(text), "\(text)")
    }
    #expect(
      app.state.commands.first { $0.name == "delete" }?.disabledReason == "There is no test yet: press n to make one.")
    #expect(app.state.commands.first { $0.name == "settings" }?.keys == "g")
    #expect(Set(app.state.commands.map(\.name)).count == app.state.commands.count)
    app.press(.escape)
    #expect(app.state.overlay == nil)
    app.press(.character(":"), .character("x"), .backspace)
    #expect(line(app)?.field.text == "")
    app.press(.backspace)
    #expect(app.state.overlay == nil)
  }

  @Test("A command is chosen by the beginning of its name, from anywhere; a key of the screen is one too")
  func commands() async throws {
    let app = try await app()
    say("sta", to: app)
    #expect(app.state.stats != nil && app.state.overlay == nil)
    say("lib", to: app)
    #expect(app.state.bank != nil)
    say("set", to: app)
    #expect(app.state.settings != nil)
    #expect(app.state.commands.first { $0.name == "new test" }?.keys == "")
    say("tests", to: app)
    #expect(app.state.screens.count == 1)
    say("help", to: app)
    #expect(app.screen.contains("Keys of Home"))
    app.press(.escape)
    say("quit", to: app)
    #expect(app.effects.contains(.quit))
  }

  @Test("A screen that is open already is opened anew, and what lay over it goes")
  func sameScreen() async throws {
    let app = try await app()
    for _ in 0..<2 {
      say("stats", to: app)
      try await app.wait { if case .stats(let stats) = $0.state.screen { stats.figures != nil } else { false } }
    }
    #expect(app.state.screens.count == 2)
    for _ in 0..<2 {
      say("review", to: app)
      try await app.wait { if case .review(let review) = $0.state.screen { review.queue != nil } else { false } }
    }
    #expect(app.state.screens.count == 3)
    say("settings", to: app)
    say("stats", to: app)
    #expect(app.state.screens.count == 2 && app.state.settings == nil)
    say("settings", to: app)
    say("review", to: app)
    say("settings", to: app)
    #expect(app.state.screens.count == 3)
    #expect(app.state.screen.title == "Settings")
  }

  @Test("A command that can't be done now says why, and stays")
  func disabled() async throws {
    let app = try await app()
    say("delete", to: app)
    #expect(app.screen.contains("There is no test yet"))
    #expect(line(app)?.field.text == "delete" && app.effects.isEmpty)
    app.press(.backspace)
    #expect(line(app)?.problem == nil)
  }

  @Test("Tab completes and goes on to the next, Shift-Tab back, and Enter does what stands there")
  func completion() async throws {
    let app = try await app()
    app.press(.character(":"))
    app.type("te")
    app.press(.tab)
    #expect(line(app)?.field.text == "tests")
    app.press(.tab)
    #expect(line(app)?.field.text == "new test")
    app.press(.backTab, .backTab)
    let last = line(app)?.matches(among: app.state.commands).last?.name
    #expect(line(app)?.field.text == last)
    app.press(.tab, .tab, .enter)
    #expect(app.state.newTest != nil)
  }

  @Test("A theme is chosen by its name, completed by Tab, and saved; the one there is says so")
  func theme() async throws {
    let app = try await app()
    app.press(.character(":"))
    app.type("the")
    app.press(.tab)
    #expect(line(app)?.field.text == "theme auto")
    app.press(.enter)
    #expect(app.screen.contains("That is the theme already."))
    app.press(.tab, .tab, .enter)
    #expect(app.effects.contains(.setTheme("light")) && app.screen.contains("Theme: light; the choice is saved."))
    try await app.wait { $0.state.interface.theme == .light }
    #expect(app.settingsText.contains("light"))
    say("theme mono", to: app)
    try await app.wait { $0.state.interface.theme == .monochrome }
    app.press(.escape, .character("g"))
    say("theme dark", to: app)
    try await app.wait { $0.state.interface.theme == .dark }
  }

  @Test("The test at hand is written to a file in a format, and a file that is there is replaced only after a yes")
  func export() async throws {
    let app = try await app(columns: 100, rows: 30)
    say("export anki ~/cards.txt", to: app)
    #expect(app.screen.contains("Go to a test first") && line(app) != nil)
    app.press(.escape, .character("s"))
    try await app.wait(for: "Done in")
    app.press(.character(":"))
    app.type("export aik")
    app.press(.tab)
    #expect(line(app)?.field.text == "export aiken")
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
      say("export aiken '~/my test.txt'", to: app)
      try await app.wait(for: "Replace the file?")
      app.press(answer)
      if kept != "mine" { try await app.wait(for: "Written to") }
      #expect(try String(contentsOfFile: path, encoding: .utf8) == kept)
    }
    say("export json /nowhere/at/all.json", to: app)
    try await app.wait(for: "can't be written")
    #expect(mkfifo(app.folder.file("pipe"), 0o600) == 0)
    say("export json ~/pipe", to: app)
    try await app.wait { $0.state.notice?.text.contains("is a device or a pipe") == true }
    say("export json results", to: app)
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
    let app = try await app(columns: 40, rows: rows)
    let losses = (1...6).map { "Question \($0): the rationale is left out." }
    app.take(.export(.written(path: "/n/t.txt", losses: losses)))
    #expect(app.words.contains("Question 6: the rationale is left out.") == (rows == 40))
    #expect(app.words.contains("The format could not hold 6 things") == (rows == 12))
  }

  @Test("A file that is found to be there asks nothing while keys go to something else")
  func lateReplacement() async throws {
    let app = try await app()
    let late = AppAction.export(
      .fileExists(ExportOrder(testID: "t", format: .json, path: "t.json"), path: "/n/t.json"))
    app.press(.character(":"))
    app.take(late)
    #expect(line(app) != nil && app.state.notice?.text.contains("/n/t.json is there already") == true)
    app.type("y")
    #expect(app.effects.isEmpty && line(app)?.field.text == "y")
    app.press(.escape, .character("/"))
    app.take(late)
    app.type("y")
    #expect(app.state.overlay == nil && app.state.bank?.search.text == "y")
  }

  @Test("What was entered comes back by Up, what was being typed by Down, also in the next run")
  func history() async throws {
    let app = try await app()
    say("stats", to: app)
    say("settings", to: app)
    app.press(.character(":"))
    try await app.wait { line($0)?.history == ["stats", "settings"] }
    // The file is written without a word; what is read after it comes with one.
    app.runner.run(.readHistory)
    try await app.wait { LogFile(path: $0.folder.file("commands.txt")).lines() == ["stats", "settings"] }
    app.type("li")
    app.press(.up)
    #expect(line(app)?.field.text == "settings")
    app.press(.up, .up)
    #expect(line(app)?.field.text == "stats")
    app.press(.down, .down, .down)
    #expect(line(app)?.field.text == "li")
  }

  @Test("A test in plain words opens the form filled in, with its plan, and nothing is made before a key for it")
  func makesTest() async throws {
    let app = try await app(columns: 100, rows: 30)
    say("3 hard cloze questions on bends from rivers.md", to: app)
    try await app.wait { $0.state.newTest?.blueprint != nil }
    let form = try #require(app.state.newTest)
    #expect(form.request?.count == 3 && form.request?.difficulty == .hard && form.request?.formats == [.cloze])
    #expect(form.chosenTopics == ["Bends"] && form.notes.map(\.name) == ["rivers.md"])
    #expect(app.screen.contains("3 questions, about") && app.state.overlay == nil)
    #expect(app.state.home.tests?.isEmpty == true)
    app.press(.enter)
    try await app.wait { $0.state.generating != nil }
  }

  @Test("A test in plain words leaves the form alone that the student had begun")
  func keepsForm() async throws {
    let app = try await app(columns: 100, rows: 30)
    app.press(.character("n"))
    try await app.wait(for: "rivers.md")
    app.press(.enter)
    try await app.wait { $0.state.newTest?.outline?.notes.isEmpty == false }
    app.press(.tab)
    app.type("Geography")
    app.press(.tab, .tab)
    say("3 hard cloze questions on bends from rivers.md", to: app)
    try await app.wait { $0.state.newTest?.count.value == 3 && $0.state.newTest?.blueprint != nil }
    app.press(.escape, .character("n"))
    #expect(app.state.newTest?.course.text == "Geography" && app.state.newTest?.count.value == 10)
  }

  @Test("A topic of the library brings the notes that hold it; a test of nothing in particular asks for notes")
  func fromLibrary() async throws {
    let app = try await app(columns: 100, rows: 30)
    app.press(.character("s"))
    try await app.wait(for: "Done in")
    say("5 questions on reading starlight", to: app)
    try await app.wait { $0.state.newTest?.blueprint != nil }
    #expect(app.state.newTest?.course.text == "Sample notes")
    #expect(app.state.newTest?.chosenTopics == ["Reading Starlight"])
    say("7 easy questions", to: app)
    try await app.wait { if case .browser = $0.state.newTest?.popup { true } else { false } }
    #expect(app.state.newTest?.count.value == 7)
  }

  @Test("Going somewhere needs no question; a deletion asks, with the safe answer first")
  func performs() async throws {
    let app = try await app()
    app.press(.character("s"))
    try await app.wait(for: "Done in")
    say("how am I doing in sample notes?", to: app)
    try await app.wait { $0.state.stats?.figures != nil }
    #expect(app.screen.contains("Stats: Sample notes"))
    say("find questions about main sequence", to: app)
    try await app.wait { $0.state.bank?.entries != nil }
    #expect(app.state.bank?.query.text == "main sequence")
    say("delete my last test", to: app)
    try await app.wait(for: "Delete the test?")
    app.press(.enter)
    #expect(app.state.overlay == nil && !app.effects.contains { if case .deleteTest = $0 { true } else { false } })
    say("delete my last test", to: app)
    try await app.wait(for: "Delete the test?")
    app.press(.tab, .enter)
    try await app.wait(for: "Welcome to testlet")
    say("open my last test", to: app)
    try await app.wait(for: "There is no test yet")
  }

  @Test("An export in plain words leaves only its file to be typed, and goes to the test where it must")
  func exportInWords() async throws {
    let app = try await app(columns: 100, rows: 30)
    app.press(.character("s"))
    try await app.wait(for: "Done in")
    for isThere in [true, false] {
      say("export my last test as anki", to: app)
      try await app.wait { line($0)?.field.text == "export anki " }
      #expect((app.state.generating != nil) == isThere)
      app.type("~/cards-\(isThere).txt")
      app.press(.enter)
      try await app.wait { $0.words.contains("Written to \($0.folder.path)/cards-\(isThere).txt.") }
      app.press(.character("g"))
    }
    for name in ["one.csv", "two words.csv"] {
      say("export my last test as csv to '~/\(name)'", to: app)
      try await app.wait { $0.words.contains("Written to \($0.folder.path)/\(name).") }
    }
    for words in ["latest", "last test"] {
      say("export csv \(words)", to: app)
      try await app.wait { line($0)?.field.text == "export csv " }
      app.press(.escape)
    }
    say("export my last test as html without answers", to: app)
    try await app.wait { $0.state.notice?.text.contains("--no-answers") == true }
  }

  @Test("What the app has no screen for names its command")
  func elsewhere() async throws {
    let app = try await app()
    say("summarise rivers.md", to: app)
    try await app.wait(for: "testlet summarize")
    #expect(app.state.overlay == nil)
  }

  @Test("What is not understood says so, and the words stay to be mended")
  func notUnderstood() async throws {
    let app = try await app()
    say("10 questions on dragons", to: app)
    try await app.wait(for: "called \"dragons\"")
    #expect(line(app)?.field.text == "10 questions on dragons" && line(app)?.asked == nil)
  }

  nonisolated private static let settingsAnswer =
    #"{"action": "settings", "count": "", "difficulty": "", "formats": [], "topics": [], "notes": [], "#
    + #""course": "", "test": "", "export": "", "words": ""}"#

  @Test("Plain words go to no other machine before it is named, and then they do")
  func unnamedHost() async throws {
    let app = try await app(
      backends: [.mock, ModelStandIn.remote], factory: ModelStandIn.factory { _ in Self.settingsAnswer })
    try await app.wait { $0.state.backends.entries.last?.availability.isAvailable == true }
    app.press(.character(":"))
    app.type("who is it that writes all this")
    #expect(app.words.contains("what fixed rules don't know goes to far gpt at models.example"))
    app.take(.backends(.probed("far", .unavailable(.notRunning(url: "u")), at: app.now)))
    #expect(!app.words.contains("models.example"))
    app.press(.enter)
    try await app.wait { $0.words.contains("It would go to models.example now, which was not named before") }
    app.press(.enter)
    try await app.wait { line($0)?.author != nil }
    #expect(app.words.contains("Asking far gpt at models.example what is meant"))
    try await app.wait(for: "Is this what you mean?")
  }

  @Test("What a model understood is shown before it is done, with yes as the answer that Enter gives")
  func model() async throws {
    let server = LLMBackendConfig(id: "lab", kind: .openAICompatible, url: "http://127.0.0.1:1", model: "m")
    let app = try await app(
      backends: [.mock, server],
      factory: LLMBackendFactory { configuration in
        MockLLMBackend(configuration: configuration) { request in
          configuration.kind == .mock ? BuiltInResponder.respond(to: request) : Self.settingsAnswer
        }
      })
    say("who is it that writes all this", to: app)
    #expect(line(app)?.asked == "who is it that writes all this")
    try await app.wait(for: "Is this what you mean?")
    #expect(app.screen.contains("Open the settings."))
    app.press(.enter)
    #expect(app.state.settings != nil)
  }

  @Test("Escape stops what is being found out, and its answer is not taken any more")
  func stops() async throws {
    let app = try await app()
    say("5 questions from rivers.md", to: app)
    app.take(.commandLine(.modelAsked("5 questions from rivers.md", by: ModelSignature(backend: "lab", model: nil))))
    #expect(app.screen.contains("Asking lab what is meant"))
    app.press(.left, .enter)
    #expect(app.screen.contains("Asking lab what is meant"))
    app.press(.escape)
    #expect(app.effects == [.cancelUnderstanding] && line(app)?.asked == nil && line(app) != nil)
    app.take(.commandLine(.understood("5 questions from rivers.md", PlainUnderstanding(.review))))
    #expect(app.state.review == nil && line(app) != nil)
  }

  @Test(
    "It stands over the screen in every size, with the cursor in it",
    arguments: [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40), Size(columns: 40, rows: 12)])
  func sizes(size: Size) async throws {
    let app = try await app(columns: size.columns, rows: size.rows)
    app.press(.character(":"))
    let empty = app.state.view()
    #expect(empty.lines.last?.contains(":a command") == true)
    #expect(empty.cursor?.row == size.rows - 1)
    #expect(empty.lines.count { $0.contains("new test") } == 1)
    app.type("10 hard questions on something that nobody ever heard of")
    let words = app.screen.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("Enter finds out what is meant, and asks before it makes or deletes anything"))
    let canvas = app.state.view()
    #expect(canvas.cursor.map { $0.column < size.columns } == true)
    app.press(.enter)
    try await app.wait { line($0)?.problem != nil }
    #expect(app.state.view().lines.count { !$0.isEmpty } > 4)
  }

  @Test("In a field a colon is a colon")
  func typing() async throws {
    let app = try await app()
    app.press(.character("/"), .character(":"))
    #expect(app.state.bank?.search.text == ":" && app.state.overlay == nil)
  }
}
