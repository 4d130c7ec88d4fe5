import PracticeTests
import Terminal
import Testing

@testable import TestletApp

/// What the library is narrowed by, and how a topic is found among many.
@Suite("The filters of the library")
@MainActor
struct BankFilterTests {
  private static let facets = BankFacets(
    courses: ["Biology", "History"],
    topics: ["Biology": ["Cells", "Roots", "Seeds"], "History": ["Cells", "Rome"]], tags: ["exam"])

  private func options(_ filters: BankFilters, _ label: String) -> [String]? {
    filters.lines.first { $0.label == label }?.picker.options
  }

  private func press(_ filters: inout BankFilters, _ keys: Key...) {
    for key in keys { filters.handle(key) }
  }

  /// The library with the ten questions of a sample test.
  private func open(_ size: Size = Size(columns: 100, rows: 30)) async throws -> AppDriver {
    let app = try AppDriver(columns: size.columns, rows: size.rows)
    try await app.makeSampleTest()
    app.press(.escape, .character("b"))
    try await app.wait { $0.state.bank?.total == 10 && $0.state.bank?.facets.topics.isEmpty == false }
    return app
  }

  @Test("Topics to choose from are those of the chosen course, and go with it")
  func topicsOfCourse() {
    var filters = BankFilters(BankQuery(text: "what"), Self.facets)
    #expect(options(filters, "Topic") == ["choose a course"] && filters.topicHindrance == "Choose a course first.")
    press(&filters, .down, .right)
    #expect(filters.query == BankQuery(text: "what"))
    press(&filters, .up, .right)
    #expect(options(filters, "Topic") == ["all", "Cells", "Roots", "Seeds"] && filters.topicHindrance == nil)
    press(&filters, .down, .left)
    #expect(filters.query == BankQuery(text: "what", course: "Biology", topic: "Seeds"))
    press(&filters, .up, .right)
    #expect(options(filters, "Topic") == ["all", "Cells", "Rome"])
    #expect(filters.query == BankQuery(text: "what", course: "History"))
  }

  @Test("Where there is one course only, its topics are there at once, and a topic brings it along")
  func onlyCourse() {
    let facets = BankFacets(courses: ["Biology"], topics: ["Biology": ["Cells", "Roots"]], tags: [])
    var filters = BankFilters(BankQuery(), facets)
    press(&filters, .down, .right)
    #expect(filters.query == BankQuery(course: "Biology", topic: "Cells"))
    press(&filters, .up, .left)
    #expect(filters.query == BankQuery())
  }

  @Test("Each filter narrows by its own, and one that is gone is no more wanted")
  func eachFilter() {
    var filters = BankFilters(BankQuery(), Self.facets)
    press(&filters, .right)
    for _ in filters.lines.dropFirst() { press(&filters, .down, .right) }
    let all = BankQuery(
      course: "Biology", topic: "Cells", format: .multipleChoice, difficulty: .easy, origin: .model, isVerified: true,
      tag: "exam")
    #expect(filters.query == all && BankFilters(all, Self.facets).query == all)
    let gone = BankFilters(all, BankFacets(courses: ["History"], topics: ["History": ["Cells"]], tags: []))
    #expect(
      gone.query == BankQuery(format: .multipleChoice, difficulty: .easy, origin: .model, isVerified: true))
    #expect(gone.lines.map { $0.picker.selection } == [0, 0, 1, 1, 1, 1, 0])
  }

  @Test("A topic is found by a few of its letters, also those that are keys, and cleared by a key")
  func findsTopic() async throws {
    let app = try await open()
    let topic = "Reading Starlight"
    let count = try #require(app.state.bank?.entries?.count { $0.topic == topic })
    app.press(.character("f"), .character("/"), .left)
    #expect(app.effects.isEmpty && app.screen.contains("letters"))
    app.type("STAR re")
    try await app.wait { $0.state.bank?.isReading == false && $0.state.bank?.total == count }
    #expect(count < 10 && app.state.bank?.query.topic == topic && app.state.bank?.query.course != nil)
    app.type("cfqhl")
    #expect(app.state.bank?.filters?.topicField?.text == "STAR recfqhl")
    #expect(app.state.bank?.filters?.query.topic == nil)
    app.press(.control("u"))
    app.type("reading")
    app.press(.enter)
    try await app.wait { $0.state.bank?.isReading == false && $0.state.bank?.total == count }
    #expect(app.state.bank?.filters?.topicField == nil && app.state.bank?.query.topic == topic)
    app.press(.character("c"))
    try await app.wait { $0.state.bank?.total == 10 }
    #expect(app.state.bank?.query == BankQuery() && app.state.bank?.filters?.query == BankQuery())
  }

  @Test("Where no course is chosen of several, no topic is found, and why is said")
  func noCourse() async throws {
    let app = try await open()
    app.take(.bank(.facetsRead(Self.facets)))
    app.press(.character("f"), .character("/"))
    #expect(app.screen.contains("Choose a course first.") && app.state.bank?.filters?.topicField == nil)
  }

  @Test("Difficulty and verified keys narrow the list at once, and stand beside the number of questions")
  func levels() async throws {
    let app = try await open()
    let library = try Library(path: app.folder.file("testlet.sqlite"))
    let easy = try library.questions(BankQuery(difficulty: .easy)).total
    app.press(.character("f"), .down, .down, .down, .right)
    try await app.wait { $0.state.bank?.isReading == false && $0.state.bank?.total == easy }
    #expect(app.screen.contains("\(Wording.count(easy, "question")), easy"))
    app.press(.left, .down, .down, .right)
    try await app.wait { $0.state.bank?.total == 0 }
    #expect(app.screen.contains("0 questions, verified"))
    app.press(.right)
    try await app.wait(for: "10 questions, not verified")
  }

  @Test("All filters are seen on each size of screen, and a long topic is cut", arguments: AppDriver.sizes)
  func fits(size: Size) async throws {
    let app = try await open(size)
    let topic = Array(repeating: "A very long name of a topic", count: 4).joined(separator: " and ")
    app.take(.bank(.facetsRead(BankFacets(courses: ["Stars"], topics: ["Stars": [topic]], tags: []))))
    app.press(.character("f"), .down, .right)
    let lines = app.state.view().lines
    for label in ["Course", "Topic", "Format", "Difficulty", "Written by", "Key", "Tag"] {
      #expect(lines.contains { $0.contains(" \(label) ") }, "\(label)")
    }
    #expect(lines.contains { $0.contains("Find: ") })
    let arrow = app.state.symbols.arrows[1]
    #expect(lines.contains { $0.contains("A very long") && $0.contains("\(app.state.symbols.ellipsis) \(arrow)") })
    app.press(.character("/"))
    app.type("very")
    #expect(app.state.view().lines.contains { $0.contains("very  ") && $0.contains("A very long") })
  }
}
