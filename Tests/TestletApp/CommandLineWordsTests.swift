import LanguageModels
import PracticeTests
import Terminal
import TestSupport
import Testing

@testable import TestletApp

@Suite("Plain words on the command line of the app")
@MainActor
struct CommandLineWordsTests {
  nonisolated private static let settingsAnswer =
    #"{"action": "settings", "count": "", "difficulty": "", "formats": [], "topics": [], "notes": [], "#
    + #""course": "", "test": "", "export": "", "words": ""}"#

  @Test("A test in plain words opens the form filled in, with its plan, and nothing is made before a key for it")
  func makesTest() async throws {
    let app = try await AppDriver.withRivers(columns: 100, rows: 30)
    app.say("3 hard cloze questions on bends from rivers.md")
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
    let app = try await AppDriver.withRivers(columns: 100, rows: 30)
    app.press(.character("n"))
    try await app.wait(for: "rivers.md")
    app.press(.enter)
    try await app.wait { $0.state.newTest?.outline?.notes.isEmpty == false }
    app.press(.tab)
    app.type("Geography")
    app.press(.tab, .tab)
    app.say("3 hard cloze questions on bends from rivers.md")
    try await app.wait { $0.state.newTest?.count.value == 3 && $0.state.newTest?.blueprint != nil }
    app.press(.escape, .character("n"))
    #expect(app.state.newTest?.course.text == "Geography" && app.state.newTest?.count.value == 10)
  }

  @Test("A topic of the library brings the notes that hold it; a test of nothing in particular asks for notes")
  func fromLibrary() async throws {
    let app = try await AppDriver.withRivers(columns: 100, rows: 30)
    app.press(.character("s"))
    try await app.wait(for: "Done in")
    app.say("5 questions on reading starlight")
    try await app.wait { $0.state.newTest?.blueprint != nil }
    #expect(app.state.newTest?.course.text == "Sample notes")
    #expect(app.state.newTest?.chosenTopics == ["Reading Starlight"])
    app.say("7 easy questions")
    try await app.wait { if case .browser = $0.state.newTest?.popup { true } else { false } }
    #expect(app.state.newTest?.count.value == 7)
  }

  @Test("Going somewhere needs no question; a deletion asks, with the safe answer first")
  func performs() async throws {
    let app = try await AppDriver.withRivers()
    app.press(.character("s"))
    try await app.wait(for: "Done in")
    app.say("how am I doing in sample notes?")
    try await app.wait { $0.state.stats?.figures != nil }
    #expect(app.screen.contains("Stats: Sample notes"))
    app.say("find questions about main sequence")
    try await app.wait { $0.state.bank?.entries != nil }
    #expect(app.state.bank?.query.text == "main sequence")
    app.say("delete my last test")
    try await app.wait(for: "Delete the test?")
    app.press(.enter)
    #expect(app.state.overlay == nil && !app.effects.contains { if case .deleteTest = $0 { true } else { false } })
    app.say("delete my last test")
    try await app.wait(for: "Delete the test?")
    app.press(.tab, .enter)
    try await app.wait(for: "Welcome to testlet")
    app.say("open my last test")
    try await app.wait(for: "There is no test yet")
  }

  @Test("What the app has no screen for names its command")
  func elsewhere() async throws {
    let app = try await AppDriver.withRivers()
    app.say("summarise rivers.md")
    try await app.wait(for: "testlet summarize")
    #expect(app.state.overlay == nil)
  }

  @Test("What is not understood says so, and the words stay to be mended")
  func notUnderstood() async throws {
    let app = try await AppDriver.withRivers()
    app.say("10 questions on dragons")
    try await app.wait(for: "called \"dragons\"")
    #expect(app.commandLine?.field.text == "10 questions on dragons" && app.commandLine?.asked == nil)
  }

  @Test("Plain words go to no other machine before it is named, and then they do")
  func unnamedHost() async throws {
    let app = try await AppDriver.withRivers(
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
    try await app.wait { $0.commandLine?.author != nil }
    #expect(app.words.contains("Asking far gpt at models.example what is meant"))
    try await app.wait(for: "Is this what you mean?")
  }

  @Test("What a model understood is shown before it is done, with yes as the answer that Enter gives")
  func model() async throws {
    let server = LLMBackendConfig(id: "lab", kind: .openAICompatible, url: "http://127.0.0.1:1", model: "m")
    let app = try await AppDriver.withRivers(
      backends: [.mock, server],
      factory: LLMBackendFactory { configuration in
        MockLLMBackend(configuration: configuration) { request in
          configuration.kind == .mock ? BuiltInResponder.respond(to: request) : Self.settingsAnswer
        }
      })
    app.say("who is it that writes all this")
    #expect(app.commandLine?.asked == "who is it that writes all this")
    try await app.wait(for: "Is this what you mean?")
    #expect(app.screen.contains("Open the settings."))
    app.press(.enter)
    #expect(app.state.settings != nil)
  }

  @Test(
    "What the fixed rules make of plain words is shown before Enter, in every size",
    arguments: [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40), Size(columns: 40, rows: 12)])
  func foretold(size: Size) async throws {
    let app = try await AppDriver.withRivers(columns: size.columns, rows: size.rows)
    for (said, shown) in [
      ("what is due", "Enter: Review what is due."), ("show me my progress", "Enter: Show your progress."),
      (
        "5 questions from rivers.md",
        "Enter: Make 5 medium questions from rivers.md: multiple choice. Its form is shown first."
      ),
    ] {
      app.press(.character(":"))
      app.type(said)
      try await app.wait { $0.words.contains(shown) }
      #expect(app.state.screens.count == 1 && app.state.view().cursor?.row == size.rows - 1)
      app.type(" blah")
      #expect(!app.words.contains(shown) && app.words.contains("Enter finds out what is meant"))
      app.press(.escape)
    }
  }

  @Test("A test that would be opened or written is named before Enter, as it is called now")
  func foretoldTests() async throws {
    let app = try await AppDriver.withRivers(columns: 100, rows: 30)
    app.press(.character(":"))
    app.type("open my last test")
    app.take(.commandLine(.foretold("open my last", .review)))
    #expect(!app.words.contains("Enter: "))
    app.press(.escape, .character("s"))
    try await app.wait(for: "Done in")
    let test = try #require(app.state.namedTestAtHand)
    app.press(.character(":"))
    app.type("open my last test")
    try await app.wait { $0.words.contains("Enter: Open the test \"\(test.title)\".") }
    app.press(.control("u"))
    app.type("export json '~/my test.json'")
    #expect(app.words.contains("Enter: Write the test \"\(test.title)\" as JSON to the file ~/my test.json."))
  }

  @Test("Escape stops what is being found out, and its answer is not taken any more")
  func stops() async throws {
    let app = try await AppDriver.withRivers()
    app.say("5 questions from rivers.md")
    app.take(.commandLine(.modelAsked("5 questions from rivers.md", by: ModelSignature(backend: "lab", model: nil))))
    #expect(app.screen.contains("Asking lab what is meant"))
    app.press(.left, .enter)
    #expect(app.screen.contains("Asking lab what is meant"))
    app.press(.escape)
    #expect(app.effects == [.plainWords(.cancelUnderstanding)])
    #expect(app.commandLine?.asked == nil && app.commandLine != nil)
    app.take(.commandLine(.understood("5 questions from rivers.md", PlainUnderstanding(.review))))
    #expect(app.state.review == nil && app.commandLine != nil)
  }
}
