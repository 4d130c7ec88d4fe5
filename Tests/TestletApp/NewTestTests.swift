import Foundation
import LanguageModels
import PracticeTests
import Terminal
import TestSupport
import Testing

@testable import TestletApp

@Suite("New test")
@MainActor
struct NewTestTests {
  private static let notes = """
    # Rivers

    ## Parts

    A **meander** is a bend of a river that grows as its outer bank is worn away. A **delta** is a fan of land that a \
    river builds where it meets the sea. A **tributary** is a stream that flows into a larger river. A **floodplain** \
    is the flat land beside a river that is under water when the river rises. An **estuary** is the wide mouth of a \
    river where fresh water mixes with the tide.
    """

  /// The form with the plan of a test on notes.
  private func planned(_ notes: String, columns: Int = 120) async throws -> AppDriver {
    let app = try AppDriver(columns: columns, rows: 40)
    _ = try app.folder.write(notes, to: "rivers.md")
    try await app.wait(for: "Welcome to testlet")
    app.press(.character("n"))
    try await app.wait(for: "rivers.md")
    app.press(.enter)
    try await app.wait { $0.state.newTest?.blueprint != nil }
    return app
  }

  @Test("The first digit takes the place of the number that stands there, the next ones join it")
  func number() {
    var field = NumberField(42, in: 0...600)
    for key in [Key.character("1"), .character("5")] { _ = field.handle(key) }
    #expect(field.value == 15)
    var counted = NumberField(4, in: 3...50)
    for key in [Key.right, .character("0")] { _ = counted.handle(key) }
    #expect(counted.value == 50)
  }

  @Test("Notes are chosen in the browser, the plan is shown before anything is written, and the test is made")
  func wholeWay() async throws {
    let app = try AppDriver()
    _ = try app.folder.write(Self.notes, to: "rivers.md")
    try await app.wait(for: "Welcome to testlet")
    app.press(.character("n"))
    try await app.wait(for: "rivers.md")
    app.type("riv")
    #expect(app.screen.contains("rivers.md"))
    app.press(.enter)
    try await app.wait { $0.state.newTest?.blueprint != nil }
    #expect(app.state.newTest?.notes == [.file(app.folder.path + "/rivers.md")])
    app.press(.control("g"))
    try await app.wait(for: "ready")
    try await app.wait { $0.state.generating != nil && $0.screen.contains("Done") }
    #expect(app.state.newTest == nil)
  }

  @Test("Without a model the plan promises no higher levels and no explanations, and names what is left out")
  func planWithoutModel() async throws {
    let app = try await planned(Self.notes + "\n\n## Outings\n\nWe went there twice, and it rained.\n")
    #expect(app.screen.contains("remember, for all: no model writes"))
    #expect(app.screen.contains("Outings: nothing new to ask"))
    #expect(!app.screen.contains("Explanations need a model"))
    while app.state.newTest?.focus != .format(.explanation) { app.press(.tab) }
    app.press(.character(" "))
    try await app.wait(for: "Explanations need a model")
  }

  @Test("A plan that is larger than the notes says how many questions may be missing", arguments: [120, 40])
  func shortfall(columns: Int) async throws {
    let app = try await planned(Self.notes, columns: columns)
    let found = try #require(app.state.newTest?.foundToAsk)
    #expect(found == 5)
    #expect(app.words.contains("5 things to ask: 5 questions may be missing"))
    while app.state.newTest?.focus != .count { app.press(.tab) }
    app.type("5")
    try await app.wait { $0.state.newTest?.blueprint?.slots.count == 5 }
    #expect(!app.words.contains("things to ask"))
  }

  @Test("A topic with nothing to ask stays left out when the student leaves out another, unless it is the last")
  func barrenTopics() async throws {
    let more = "## Lakes\n\nA **lagoon** is a shallow stretch of water that a bank of sand cuts off from the sea."
    let outings = "## Outings\n\nWe went there twice, and it rained."
    let app = try await planned([Self.notes, more, outings].joined(separator: "\n\n"))
    var form = try #require(app.state.newTest)
    #expect(form.chosenTopics == ["Parts", "Lakes", "Outings"] && form.barrenTopics == ["Outings"])
    while app.state.newTest?.focus != .topics { app.press(.tab) }
    app.press(.enter, .down, .character(" "), .escape)
    try await app.wait { $0.state.newTest?.blueprint?.topicQuotas.map(\.name) == ["Parts"] }
    #expect(app.state.newTest?.chosenTopics == ["Parts", "Outings"])
    #expect(app.screen.contains("Outings: nothing new to ask"))
    form.leftOut = ["Parts", "Lakes"]
    #expect(form.barrenTopics.isEmpty && form.foundToAsk == 0)
  }

  @Test(
    "With all formats, a topic that is left out and too few notes the plan fits beside the form or above the button",
    arguments: [Size(columns: 80, rows: 24), Size(columns: 40, rows: 12)])
  func crowdedPlan(size: Size) async throws {
    let app = try await planned(Self.notes + "\n\n## Outings\n\nWe went there twice, and it rained.\n")
    for format in QuestionFormat.allCases.dropFirst() {
      while app.state.newTest?.focus != .format(format) { app.press(.tab) }
      app.press(.character(" "))
    }
    try await app.wait { $0.state.newTest?.blueprint?.formatQuotas.count == 5 }
    while app.state.newTest?.focus != .make { app.press(.tab) }
    app.take(.resized(size))
    let parts = [
      "10 questions, about", "5 things to ask: 5", "questions may be missing", "Explanations need a model: without",
      "they will be missing.", "Written by",
    ]
    for part in parts { #expect(app.screen.contains(part), "\(part) in \(app.screen)") }
    let isRoomy = size.rows == 24
    #expect(app.screen.contains(isRoomy ? "Outings: nothing new to" : "1 topic: nothing new"))
    #expect(app.screen.contains("5, with 2 each") == isRoomy && app.screen.contains("Parts ") == isRoomy)
    #expect(app.screen.contains("[ Make test ]"))
  }

  @Test("The plan says less where it has less room, and at the least what may be missing", arguments: 7...24)
  func planHeight(height: Int) async throws {
    let app = try await planned(Self.notes + "\n\n## Outings\n\nWe went there twice, and it rained.\n")
    var form = try #require(app.state.newTest)
    form.formats = Set(QuestionFormat.allCases)
    let request = try #require(form.request)
    form.blueprint = try TestBlueprint.plan(request, passages: form.outline?.passages ?? [])
    let rows = PlanRows(form, writer: app.state.backends.selected, symbols: .unicode).rows(width: 36, height: height)
    let text = rows.map { $0.map(\.text).joined() }.joined(separator: "\n")
    #expect(rows.count <= height && text.contains("questions may be missing") && text.contains("nothing"))
    #expect(text.contains("Fill in the") == (height >= 17) && text.contains("Topics") == (height >= 12), "\(text)")
  }

  @Test("Of notes that are not in English the form says that little may come of them", arguments: [100, 60])
  func otherLanguage(columns: Int) async throws {
    let app = try AppDriver(columns: columns, rows: 30)
    let sentence = "La photosynthèse est le processus par lequel les plantes transforment la lumière en énergie. "
    _ = try app.folder.write("# Biologie\n\n" + String(repeating: sentence, count: 5), to: "biologie.md")
    try await app.wait(for: "Welcome to testlet")
    app.press(.character("n"))
    try await app.wait(for: "biologie.md")
    app.press(.enter)
    try await app.wait { $0.state.newTest?.outline?.doubt != nil }
    #expect(app.words.contains("do not seem to be in English") && app.words.contains("so little may come of them."))
  }

  @Test("On each field the footer says once what can be done, and the help names all keys for it")
  func footer() async throws {
    let app = try await planned(Self.notes)
    var footer: String { app.state.view().lines.last ?? "" }
    for field in NewTestState.Field.all {
      #expect(app.state.newTest?.focus == field)
      let shown = app.state.bindings.filter { $0.footer != .hidden }.map(\.label)
      #expect(Set(shown).count == shown.count, "\(field): \(shown)")
      #expect(footer.contains("make test"))
      app.press(.tab)
    }
    app.press(.backTab)
    #expect(footer.contains("Enter make test") && !footer.contains("Ctrl-G"))
    app.press(.character("?"))
    #expect(app.words.contains("Enter, Space, Ctrl-G Make the test as it is planned."))
    app.press(.escape, .enter)
    #expect(app.state.newTest?.isMaking == true)
  }

  @Test("Where nothing is typed, j and k move, and Space does what Enter does")
  func letters() async throws {
    let app = try await planned(Self.notes)
    app.press(.character(" "))
    #expect(app.state.newTest?.popup != nil)
    app.press(.escape, .character("j"))
    #expect(app.state.newTest?.focus == .course)
    app.press(.character("j"), .tab, .tab, .character(" "))
    #expect(app.state.newTest?.course.text == "j")
    guard case .topics = app.state.newTest?.popup else {
      Issue.record("The topics are not shown.")
      return
    }
    app.press(.escape, .character("j"), .character("j"), .character("k"))
    #expect(app.state.newTest?.focus == .count)
    app.press(.tab, .character(" "))
    #expect(app.state.newTest?.formats.contains(QuestionFormat.allCases[0]) == false)
    app.press(.character(" "))
    #expect(app.state.newTest?.formats.contains(QuestionFormat.allCases[0]) == true)
    while app.state.newTest?.focus != .make { app.press(.up) }
    app.press(.character(" "))
    #expect(app.state.newTest?.isMaking == true)
  }

  @Test("A course that is typed is the one that is called so already, but for capitals and accents")
  func sameCourse() throws {
    let folder = try TemporaryFolder()
    let library = try Library(path: folder.file("testlet.sqlite"))
    let notes = NoteChoice.file(try folder.write(Self.notes, to: "rivers.md"))
    let shelf = NotesShelf([notes], samples: [])
    for course in ["Geograf\u{ED}a", "geografia", "GEOGRAFIA"] {
      let id = try shelf.preparation(in: library, course: course).createTest(
        TestRequest(count: 1, seed: 7), title: nil, writer: .mock, allowsFallback: false)
      #expect(try library.test(id).course == "Geograf\u{ED}a")
    }
    #expect(try library.sources().map(\.course) == ["Geograf\u{ED}a"])
  }

  @Test("A form that can't be made says what it lacks")
  func hindrance() async throws {
    let app = try AppDriver()
    try await app.wait(for: "Welcome to testlet")
    app.press(.character("n"), .control("g"))
    #expect(app.screen.contains("Choose notes first: press Enter on Notes."))
    #expect(app.effects.isEmpty)
  }

  @Test("The file that is pointed at is shown beside the list; where there is no room, by a key")
  func preview() async throws {
    let app = try AppDriver(columns: 120, rows: 40)
    _ = try app.folder.write("# Rivers\u{1B}[31m\n\nA **delta** is land.", to: "rivers.md")
    _ = try app.folder.write("%PDF-1.4", to: "scan.pdf")
    try await app.wait(for: "Welcome to testlet")
    app.press(.character("n"))
    try await app.wait(for: "A **delta** is land.")
    #expect(app.screen.contains("# Rivers\u{FFFD}[31m"))
    app.press(.down)
    try await app.wait(for: "turned into text once it is")
    app.take(.resized(Size(columns: 80, rows: 24)))
    app.press(.up)
    #expect(app.screen.contains("scan.pdf") && !app.screen.contains("A **delta**"))
    app.press(.control("p"))
    try await app.wait(for: "A **delta** is land.")
    #expect(!app.screen.contains("scan.pdf"))
    app.press(.control("p"))
    #expect(app.screen.contains("scan.pdf"))
  }

  @Test("A pasted path is as good as a chosen file")
  func typedPath() async throws {
    let app = try AppDriver()
    try FileManager.default.createDirectory(atPath: app.folder.file("bio"), withIntermediateDirectories: true)
    _ = try app.folder.write(Self.notes, to: "bio/rivers.md")
    try await app.wait(for: "Welcome to testlet")
    app.press(.character("n"))
    try await app.wait(for: "bio/")
    app.press(.paste("~/bio/rivers.md"))
    try await app.wait {
      if case .browser(let browser) = $0.state.newTest?.popup { browser.selected != nil } else { false }
    }
    app.press(.enter)
    #expect(app.state.newTest?.notes == [.file(app.folder.file("bio/rivers.md"))])
  }

  @Test(
    "A path with blanks is taken as it is pasted, quoted or escaped",
    arguments: ["~/My notes/rivers.md", "'~/My notes/rivers.md' ", #"~/My\ notes/rivers.md "#])
  func pastedPath(pasted: String) async throws {
    let app = try await withSpacedFolder()
    app.press(.paste(pasted))
    try await app.wait {
      if case .browser(let browser) = $0.state.newTest?.popup { browser.selected != nil } else { false }
    }
    app.press(.enter)
    #expect(app.state.newTest?.notes == [.file(app.folder.file("My notes/rivers.md"))])
  }

  @Test(
    "A path with blanks can be typed, as it is, quoted or escaped",
    arguments: ["My notes/", "'My notes/", #"My\ notes/"#])
  func blankIsTyped(typed: String) async throws {
    let app = try await withSpacedFolder()
    app.type(typed)
    guard case .browser(let browser) = app.state.newTest?.popup else {
      Issue.record("The browser is closed.")
      return
    }
    #expect(browser.folder == app.folder.file("My notes"))
    try await app.wait(for: "rivers.md")
    app.press(.enter)
    #expect(app.state.newTest?.notes == [.file(app.folder.file("My notes/rivers.md"))])
  }

  /// The file browser with a folder that has a blank in its name.
  private func withSpacedFolder() async throws -> AppDriver {
    let app = try AppDriver()
    try FileManager.default.createDirectory(atPath: app.folder.file("My notes"), withIntermediateDirectories: true)
    _ = try app.folder.write(Self.notes, to: "My notes/rivers.md")
    try await app.wait(for: "Welcome to testlet")
    app.press(.character("n"))
    try await app.wait(for: "My notes/")
    return app
  }

  @Test("Letters are text in a field, and the form is found again as it was left")
  func fieldsAndReturn() async throws {
    let app = try AppDriver()
    _ = try app.folder.write(Self.notes, to: "rivers.md")
    try await app.wait(for: "Welcome to testlet")
    app.press(.character("n"))
    try await app.wait(for: "rivers.md")
    app.press(.enter)
    try await app.wait { $0.state.newTest?.outline?.notes.isEmpty == false }
    app.press(.tab)
    app.type("q?ng")
    #expect(app.state.newTest?.course.text == "q?ng")
    app.press(.escape)
    #expect(app.state.newTest == nil)
    app.press(.character("n"))
    #expect(app.state.newTest?.course.text == "q?ng")
  }

  @Test("What was typed before notes are chosen is found again, also when another screen lay over the form")
  func typedFirst() async throws {
    let app = try AppDriver()
    try await app.wait(for: "Welcome to testlet")
    app.press(.character("n"))
    try await app.wait { $0.state.newTest?.popup != nil }
    app.press(.escape, .tab)
    app.type("Geography")
    app.press(.tab)
    app.type("Week 3")
    app.press(.escape)
    #expect(app.state.newTest == nil)
    app.press(.character("n"))
    #expect(app.state.newTest?.course.text == "Geography" && app.state.newTest?.title.text == "Week 3")
    app.press(.tab)
    app.say("settings")
    app.say("notes")
    #expect(app.state.newTest == nil)
    app.press(.escape, .character("n"))
    #expect(app.state.newTest?.course.text == "Geography")
  }
}
