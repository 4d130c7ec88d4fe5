import Foundation
import LanguageModels
import Terminal
import TestSupport
import Testing

@testable import PracticeTests
@testable import TestletApp

/// The price floor of the notes can be asked for without a model only where the course has other words about prices: what
/// it is says half of its name.
@Suite("Plans beside the other notes of a course")
@MainActor
struct PlanBesideCourseTests {
  private static let notes = """
    # Prices

    ## Limits

    A **price floor** is the lowest level to which the price of a good may fall.

    ## Rivers

    A **meander** is a bend of a river that grows as its outer bank is worn away. A **delta** is a fan of land that a \
    river builds where it meets the sea. A **tributary** is a stream that flows into a larger river.
    """

  private static let others = """
    # More prices

    A **price ceiling** is the highest level to which a seller may raise what is asked for a good. A **price peak** is \
    the level at which most buyers turn away. A **price base** is the level from which later years are counted. A \
    **price anchor** is the level that buyers remember from the last time.
    """

  /// Brings the other notes to a course.
  private func bring(to course: String, in library: Library) throws {
    let document = NoteReader.document(text: Self.others, name: "others.md")
    _ = try library.importSource(document, path: "/notes/others.md", course: course)
  }

  /// What `testlet generate` plans, in a library with the same notes.
  private func generated(from path: String, course: String?, beside other: String) throws -> TestBlueprint {
    let folder = try TemporaryFolder()
    let library = try Library(path: folder.file("testlet.sqlite"))
    try bring(to: other, in: library)
    let id = try TestPreparation(library: library, notes: [path], course: course).createTest(
      TestRequest(seed: AppDriver.seed), title: nil, writer: .mock, allowsFallback: false)
    return try library.test(id).blueprint
  }

  /// The form with the plan of a test on the notes.
  private func planned(_ app: AppDriver) async throws -> String {
    let path = try app.folder.write(Self.notes, to: "prices.md")
    try await app.wait(for: "Welcome to testlet")
    app.press(.character("n"))
    try await app.wait(for: "prices.md")
    app.press(.enter)
    try await app.wait { $0.state.newTest?.blueprint != nil }
    return path
  }

  @Test("The app plans and makes the test that `testlet generate` does, and keeps no notes before")
  func samePlan() async throws {
    let app = try AppDriver(columns: 120, rows: 40)
    let library = try Library(path: app.folder.file("testlet.sqlite"))
    let course = NotePlace.course(of: app.folder.file("prices.md"))
    try bring(to: course, in: library)
    let expected = try generated(from: await planned(app), course: nil, beside: course)
    #expect(expected.topicQuotas.map(\.name) == ["Limits", "Rivers"])
    #expect(app.state.newTest?.blueprint == expected && app.state.newTest?.foundToAsk == 4)
    #expect(try library.sources().map(\.path) == ["/notes/others.md"])
    app.press(.control("g"))
    try await app.wait { $0.state.generating != nil }
    let made = try #require(try library.tests().first)
    #expect(try library.test(made.id).blueprint == expected && made.course == course)
    #expect(try library.sources().count == 2)
  }

  /// Keeps questions about the delta in a course, worded in every way that has one right option.
  private func askForDelta(in course: String, _ library: Library) throws {
    let meaning = "a fan of land that a river builds where it meets the sea"
    let prompts = [
      "Which term refers to \(meaning)?", "What is the term for \(meaning)?",
      "Which of these terms describes \(meaning)?",
      "Which of these is \(meaning)?", "What is \(meaning) called?", "A ____ is \(meaning).",
    ]
    let questions = prompts.enumerated().map { index, prompt in
      Question(
        id: "delta \(index)",
        item: Item(
          format: .multipleChoice, prompt: prompt, choices: ["delta", "meander", "tributary", "price war"],
          correctIndex: 0, correctAnswer: "delta"),
        topic: "Rivers", bloom: .remember, difficulty: .easy, template: .conceptIdentification, grounding: nil,
        provenance: Provenance(origin: .builtin, backend: "mock", model: "built-in", attempts: 1))
    }
    let slots = questions.indices.map { index in
      QuestionSlot(
        index: index, topic: "Rivers", passageID: "p", bloom: .remember, difficulty: .easy, format: .multipleChoice,
        template: .conceptIdentification, choices: 4, keyPosition: 0)
    }
    _ = try library.createTest(
      NewTest(
        title: "Deltas", course: course,
        blueprint: TestBlueprint(request: TestRequest(count: slots.count, seed: 7), slots: slots), versionIDs: [],
        backend: "mock", model: "built-in", allowsFallback: false), questions: questions)
  }

  @Test("What the course asks already is no thing to ask, unless in a format whose questions would not repeat it")
  func askedAlready() async throws {
    let app = try AppDriver(columns: 120, rows: 40)
    let library = try Library(path: app.folder.file("testlet.sqlite"))
    let course = NotePlace.course(of: app.folder.file("prices.md"))
    try bring(to: course, in: library)
    try await app.wait(for: "Welcome to testlet")
    try askForDelta(in: course, library)
    _ = try await planned(app)
    #expect(app.state.newTest?.foundToAsk == 3)
    #expect(app.screen.contains("3 things to ask: 7 questions may be missing"))
    for format in [QuestionFormat.multipleChoice, .explanation] {
      while app.state.newTest?.focus != .format(format) { app.press(.tab) }
      app.press(.character(" "))
    }
    try await app.wait { $0.state.newTest?.foundToAsk == 4 }
  }

  @Test("The notes' screen counts what the form does, and anew when other notes of the course go")
  func notesScreen() async throws {
    let app = try AppDriver(columns: 120, rows: 40)
    let course = NotePlace.course(of: app.folder.file("prices.md"))
    try bring(to: course, in: Library(path: app.folder.file("testlet.sqlite")))
    let path = try await planned(app)
    let found = try #require(app.state.newTest?.foundToAsk)
    app.press(.control("g"))
    try await app.wait { $0.state.generating != nil }
    app.press(.escape, .character("o"))
    func things(_ app: AppDriver) -> [String: Int]? {
      let source = app.state.sources?.sources?.first { $0.source.path == path }
      return source.flatMap { app.state.sources?.things[$0.source.versionID] }
    }
    try await app.wait { things($0) != nil }
    #expect(things(app)?.values.reduce(0, +) == found && things(app)?["Limits"] == 1)
    if app.state.sources?.selected?.source.path == path { app.press(.down) }
    app.press(.character("d"))
    try await app.wait { things($0)?["Limits"] == 0 }
    #expect(things(app)?.values.reduce(0, +) == found - 1)
  }

  @Test("Where the library can't be asked while a course is typed, what is known of the notes stays, and why is said")
  func libraryHeld() async throws {
    let app = try AppDriver(columns: 120, rows: 40)
    _ = try await planned(app)
    let form = try #require(app.state.newTest)
    let sentence = "Another program holds the library: close it and try again."
    app.take(.newTest(.outlineFailed(form.outlineOrder, sentence)))
    #expect(app.state.newTest?.outline == form.outline && app.state.newTest?.hindrance == sentence)
    app.press(.tab)
    app.type("E")
    try await app.wait { $0.state.newTest?.blueprint != nil }
    #expect(app.state.newTest?.hindrance == nil)
  }

  @Test("The plan follows the course that is typed")
  func typedCourse() async throws {
    let app = try AppDriver(columns: 120, rows: 40)
    try bring(to: "Economics", in: Library(path: app.folder.file("testlet.sqlite")))
    let path = try await planned(app)
    #expect(app.state.newTest?.blueprint?.topicQuotas.map(\.name) == ["Rivers"])
    app.press(.tab)
    app.type("economics")
    try await app.wait { $0.state.newTest?.blueprint?.topicQuotas.count == 2 }
    let expected = try generated(from: path, course: "economics", beside: "Economics")
    #expect(app.state.newTest?.blueprint == expected)
    app.press(.backspace)
    try await app.wait { $0.state.newTest?.blueprint?.topicQuotas.count == 1 }
  }
}
