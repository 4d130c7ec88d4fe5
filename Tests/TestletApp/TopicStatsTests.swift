import Terminal
import Testing

@testable import PracticeTests
@testable import TestletApp

@Suite("Figures about a topic")
@MainActor
struct TopicStatsTests {
  nonisolated private static let sizes = [
    Size(columns: 80, rows: 24), Size(columns: 120, rows: 40), Size(columns: 40, rows: 12),
  ]

  @Test("They are worked out about it, the title says so, and one key goes back to everything", arguments: sizes)
  func everything(size: Size) async throws {
    let app = try AppDriver(columns: size.columns, rows: size.rows)
    try await app.makeSampleTest()
    app.press(.character("t"))
    try await app.wait { $0.state.taking?.item != nil }
    let topic = try #require(app.state.taking?.item?.question.topic)
    app.press(.character("1"))
    try await app.wait { $0.state.taking?.response.outcome != nil && $0.state.taking?.pending.isEmpty == true }

    open(.topic(topic), in: app)
    try await app.wait { $0.state.stats?.figures?.answers == 1 }
    #expect(app.screen.contains("Stats: ") && app.screen.contains("Only the topic \(topic.prefix(6))"))
    #expect(app.state.stats?.figures?.topics.map(\.name) == [topic])
    #expect(app.state.bindings.contains { $0.label == "everything" })

    open(.topic("Nothing"), in: app)
    try await app.wait { $0.state.stats?.figures?.answers == 0 }
    #expect(app.screen.contains("There are no answers about"))
    app.press(.character("a"))
    #expect(app.effects == [.review(.loadStats(about: nil))] && app.state.stats?.subject == nil)
    try await app.wait { $0.state.stats?.figures?.answers == 1 }
    #expect(!app.screen.contains("Only the") && !app.state.bindings.contains { $0.label == "everything" })
  }

  @Test("What comes late about another topic is left out")
  func late() throws {
    var state = AppState(size: Size(columns: 80, rows: 24), now: .distantPast)
    #expect(state.openStats(about: .topic("A")) == [.review(.loadStats(about: .topic("A")))])
    let figures = StudyStatistics(
      today: 0, topics: [], blooms: [], hardest: [], sure: Score.Part(name: "", right: 0, total: 0),
      unsure: Score.Part(name: "", right: 0, total: 0), days: [], forecast: [], cards: 0, suspended: 0)
    _ = state.update(.stats(.everythingAsked))
    _ = state.update(.stats(.loaded(figures, about: .topic("A"))))
    #expect(state.stats?.figures == nil)
    _ = state.update(.stats(.loaded(figures, about: nil)))
    #expect(state.stats?.figures == figures)
  }

  @Test("What the figures say is told in words, and the hardest question is opened in the library")
  func hardest() {
    var state = AppState(size: Size(columns: 80, rows: 40), now: .distantPast)
    _ = state.openStats(about: nil)
    let none = Score.Part(name: "", right: 0, total: 0)
    var figures = StudyStatistics(
      today: 0, topics: [.init(course: "", name: "Bends", answers: 5, right: 1)], blooms: [], hardest: [],
      sure: none, unsure: none, days: [StudyStatistics.Day(number: 0, answers: 5, right: 1)], forecast: [], cards: 0,
      suspended: 0)
    _ = state.update(.stats(.loaded(figures, about: nil)))
    #expect(state.view().lines.contains { $0.contains("? = too few to tell.") })
    #expect(state.view().lines.contains { $0.contains("Bends") && $0.contains("1 of 5") })
    #expect(state.update(.keyPressed(.enter, at: .distantPast)).isEmpty)
    figures.hardest = [.init(id: "q", prompt: "What is a bend?", answers: 5, right: 1, difficulty: 2)]
    _ = state.update(.stats(.loaded(figures, about: nil)))
    let effects = state.update(.keyPressed(.enter, at: .distantPast))
    #expect(effects.last == .bank(.readQuestion("q")) && state.bank?.shown == "q")
    #expect(state.bank?.query.text == "What is a bend?")
  }

  @Test("Of the hardest question it is said when it left the library; from there one goes back to the figures")
  func goneHardest() async throws {
    let app = try await AppDriver.withLibrary()
    let entry = try #require(app.state.bank?.selected)
    app.press(.escape, .character("p"))
    try await app.wait { $0.state.stats?.figures != nil }
    var figures = try #require(app.state.stats?.figures)
    figures.hardest = [.init(id: entry.id, prompt: entry.prompt, answers: 5, right: 1, difficulty: 2)]
    app.take(.stats(.loaded(figures, about: nil)))
    app.press(.enter)
    try await app.wait { $0.state.bank?.opened?.question.id == entry.id }
    app.press(.escape, .character("d"))
    for _ in 0..<2 { try await app.settle() }
    app.press(.character("q"))
    #expect(app.state.bank == nil && app.effects.contains(.review(.loadStats(about: nil))))
    app.take(.stats(.loaded(figures, about: nil)))
    app.press(.enter)
    try await app.settle()
    #expect(app.state.bank?.opened == nil)
    #expect(app.state.notice?.text == "The question is not in the library any more.")
  }

  @Test("What is due, left for tomorrow, in review and put away is told in the words of the first screen")
  func reviews() throws {
    var state = AppState(size: Size(columns: 80, rows: 40), now: .distantPast)
    _ = state.openStats(about: nil)
    for (due, words) in [(3, "3 questions due for review, 2 left"), (1, "1 question due for review, 2 left")] {
      let figures = StudyStatistics(
        today: 0, topics: [], blooms: [], hardest: [], sure: Score.Part(name: "", right: 0, total: 0),
        unsure: Score.Part(name: "", right: 0, total: 0),
        days: [StudyStatistics.Day(number: 0, answers: 1, right: 1)], due: due, held: 2, forecast: [due, 2], cards: 7,
        suspended: 1)
      _ = state.update(.stats(.loaded(figures, about: nil)))
      let screen = state.view().lines.joined(separator: "\n")
      #expect(screen.contains("\(words) for tomorrow") && screen.contains("7 questions in review, 1 put away"))
    }
  }

  @Test("What comes up later today is told apart from what is due now", arguments: [80, 40])
  func laterToday(columns: Int) {
    var state = AppState(size: Size(columns: columns, rows: 40), now: .distantPast)
    _ = state.openStats(about: nil)
    for (due, words) in [(3, "3 questions due for review"), (0, "Nothing is due now")] {
      let figures = StudyStatistics(
        today: 0, topics: [], blooms: [], hardest: [], sure: Score.Part(name: "", right: 0, total: 0),
        unsure: Score.Part(name: "", right: 0, total: 0),
        days: [StudyStatistics.Day(number: 0, answers: 1, right: 1)], due: due, held: 2, forecast: [due + 4, 2],
        cards: 7, suspended: 1)
      _ = state.update(.stats(.loaded(figures, about: nil)))
      let shown = state.view().lines.joined(separator: " ").split(whereSeparator: \.isWhitespace)
      #expect(shown.joined(separator: " ").contains("\(words), 4 more later today, 2 left for tomorrow"))
    }
  }

  /// Opens the figures about a subject, as plain words do.
  private func open(_ subject: StatsSubject, in app: AppDriver) {
    app.take(.started(.action(.showStats(subject))))
  }
}
