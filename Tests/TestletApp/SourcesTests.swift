import Foundation
import Terminal
import Testing

@testable import PracticeTests
@testable import TestletApp

@Suite("Notes")
@MainActor
struct SourcesTests {
  @Test("Notes are listed with what was made of them; their topics open as bars; a test is made from them")
  func sample() async throws {
    let app = try AppDriver(columns: 100, rows: 30)
    try await app.makeSampleTest()
    app.press(.escape, .character("o"))
    try await app.wait(for: "10 questions")
    try await app.wait(for: "sample")
    app.press(.enter)
    #expect(app.screen.contains("Birth and the Main Sequence"))
    #expect(app.state.sources?.selected?.questions == 10)
    app.press(.character("n"))
    try await app.wait { $0.state.newTest?.blueprint != nil }
    #expect(app.screen.contains("Sample notes"))
  }

  @Test("A test that is made from notes leaves the form alone that the student had begun")
  func keepsForm() async throws {
    let app = try AppDriver(columns: 100, rows: 30)
    try await app.makeSampleTest()
    app.press(.escape, .character("n"))
    try await app.wait { $0.state.newTest?.popup != nil }
    app.press(.escape, .tab)
    app.type("Geography")
    app.press(.escape, .character("o"))
    try await app.wait { $0.state.sources?.selected != nil }
    app.press(.character("n"))
    try await app.wait { $0.state.newTest?.blueprint != nil }
    #expect(app.state.newTest?.course.text == "Sample notes")
    app.press(.escape, .character("n"))
    #expect(app.state.newTest?.course.text == "Geography")
  }

  @Test("Notes that are removed leave the list and none of their questions, and a key puts them back")
  func removal() async throws {
    let app = try AppDriver()
    try await app.makeSampleTest()
    app.press(.escape, .character("o"))
    try await app.wait { $0.state.sources?.sources?.count == 1 }
    let notes = app.state.sources?.selected?.source
    app.press(.character("u"))
    #expect(app.screen.contains("Nothing was removed here."))
    app.press(.character("d"))
    #expect(app.words.contains("the questions made from them stay in the library and keep their quotes."))
    app.press(.character("d"))
    try await app.wait { $0.state.sources?.sources?.isEmpty == true }
    app.press(.character("u"))
    try await app.wait { $0.state.sources?.sources?.count == 1 }
    #expect(app.state.sources?.selected?.source == notes && app.state.removedNotes.isEmpty)
    app.press(.delete)
    try await app.wait { $0.state.sources?.sources?.isEmpty == true }
    app.press(.escape, .character("b"))
    try await app.wait { $0.state.bank?.entries?.count == 10 }
    app.press(.enter)
    try await app.wait { $0.state.bank?.opened?.question.grounding?.quote.isEmpty == false }
  }

  @Test("Notes that were removed are put back also after one went elsewhere and came again")
  func laterUndo() async throws {
    let app = try AppDriver()
    try await app.makeSampleTest()
    app.press(.escape, .character("o"))
    try await app.wait { $0.state.sources?.sources?.count == 1 }
    let notes = app.state.sources?.selected?.source
    app.press(.character("d"))
    try await app.wait { $0.state.sources?.sources?.isEmpty == true }
    app.press(.escape, .character("o"))
    try await app.wait { $0.state.sources?.sources?.isEmpty == true }
    app.press(.character("u"))
    try await app.wait { $0.state.sources?.sources?.count == 1 }
    #expect(app.state.sources?.selected?.source == notes)
  }

  /// Notes with one topic.
  private func coverage(version: String, questions: Int) -> SourceCoverage {
    SourceCoverage(
      source: SourceSummary(id: "s", versionID: version, path: "/n/rivers.md", course: "Rivers", title: "Rivers"),
      contentHash: "h",
      topics: [SourceCoverage.Topic(name: "Bends", passages: 2, covered: 1, questions: questions)])
  }

  @Test("While a version is counted it is not counted again, however often the notes are read")
  func countedOnce() {
    var state = AppState(size: Size(columns: 80, rows: 24), now: .distantPast)
    _ = state.update(.sources(.asked))
    let (first, second) = (coverage(version: "1", questions: 0), coverage(version: "2", questions: 0))
    #expect(state.update(.sources(.read([first]))) == [.sources(.compareSources([first]))])
    #expect(state.update(.sources(.read([first]))).isEmpty)
    #expect(state.update(.sources(.read([second]))) == [.sources(.compareSources([second]))])
  }

  @Test("Questions are counted as they are, also where several ask about one thing")
  func severalAboutOne() throws {
    var state = AppState(size: Size(columns: 80, rows: 24), now: .distantPast)
    _ = state.update(.sources(.asked))
    _ = state.update(.sources(.read([coverage(version: "1", questions: 5)])))
    _ = state.update(.sources(.counted(versionID: "1", ["Bends": 3])))
    #expect(state.view().lines.contains { $0.contains("1 file: 5 questions, 3 things to ask about.") })
    let sources = try #require(state.sources)
    #expect(state.topicRows(of: sources).map(\.value) == ["5 questions, 3 things to ask about"])
    #expect(state.topicRows(of: sources).map(\.fraction) == [1])
    state.size = Size(columns: 40, rows: 12)
    #expect(state.topicRows(of: sources).map(\.value) == ["5 questions, 3 things"])
  }

  @Test("Questions on the same text in two files count once in all; those from earlier versions are told")
  func distinct() {
    var state = AppState(size: Size(columns: 80, rows: 24), now: .distantPast)
    var (first, second) = (coverage(version: "1", questions: 5), coverage(version: "2", questions: 5))
    (first.earlier, second.repeated, second.source.id) = (2, 5, "t")
    _ = state.update(.sources(.asked))
    _ = state.update(.sources(.read([first, second])))
    for version in ["1", "2"] { _ = state.update(.sources(.counted(versionID: version, ["Bends": 3]))) }
    #expect(state.view().lines.contains { $0.contains("2 files: 7 questions, 6 things to ask about.") })
    _ = state.update(pressed(.enter))
    #expect(state.view().lines.contains { $0.contains("7 questions, 2 of them from earlier versions.") })
  }

  @Test("A passage with one question does not look finished: what there is to ask about is counted")
  func thingsToAsk() async throws {
    let app = try AppDriver(columns: 100, rows: 30)
    try await app.makeSampleTest()
    app.press(.escape, .character("o"))
    try await app.wait { $0.state.sources?.things.isEmpty == false }
    let source = try #require(app.state.sources?.selected)
    let all = try #require(app.state.sources?.thingsToAsk(in: source))
    #expect(source.questions == 10 && all > source.passages)
    #expect(app.screen.contains("1 file: 10 questions, \(all) things to ask about."))
    #expect(app.screen.contains("\(all) things to ask about "))
    app.press(.enter)
    let topic = try #require(source.topics.first)
    let things = try #require(app.state.sources?.things[source.source.versionID]?[topic.name])
    let questions = Wording.count(topic.questions, "question")
    #expect(things > topic.questions && app.screen.contains("\(questions), \(things) things to ask about"))
  }

  @Test(
    "From a source one goes to its topics and versions, and from there to the passages as text",
    arguments: [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40), Size(columns: 40, rows: 12)])
  func opened(size: Size) async throws {
    let app = try AppDriver(columns: size.columns, rows: size.rows)
    try await app.makeSampleTest()
    app.press(.escape, .character("o"))
    try await app.wait { $0.state.sources?.files.isEmpty == false && $0.state.sources?.things.isEmpty == false }
    app.press(.enter)
    try await app.wait { $0.state.sources?.opened?.versions.isEmpty == false }
    let source = try #require(app.state.sources?.selected)
    let topic = try #require(source.topics.last)
    #expect(app.screen.contains("Topics") && app.screen.contains("A sample note."))
    app.press(.end)
    #expect(app.screen.contains("Versions") && app.screen.contains(day(app.now)))
    #expect(app.screen.contains("\(source.passages) passages") && app.screen.contains("1 test"))
    app.press(.up, .enter)
    try await app.wait { $0.state.sources?.opened?.reading != nil }
    let reading = try #require(app.state.sources?.opened?.reading)
    #expect(reading.shown.passage.topic == topic.name && reading.passages.count == source.passages)
    #expect(app.screen.contains("Passage \(reading.index + 1) of \(source.passages)"))
    let words = reading.shown.passage.text.split(whereSeparator: \.isWhitespace)
    #expect(app.words.contains(words.prefix(6).joined(separator: " ")))
    let last = try #require(words.last)
    app.press(.end)
    #expect(app.screen.contains(last))
    app.press(.escape)
    #expect(app.state.sources?.opened?.reading == nil && app.screen.contains("Versions"))
    app.press(.escape)
    #expect(app.state.sources?.opened == nil)
  }

  /// A day as the screen names it.
  private func day(_ date: Date) -> String { StudyDays.date(of: StudyDays().day(of: date)) }

  /// Passages, each with a text of its own.
  private func passages(_ texts: String...) -> [CoveredPassage] {
    texts.enumerated().map { index, text in
      let block = Block(kind: .paragraph, text: text, line: 1)
      let passage = Passage(id: "p\(index)", headings: ["Rivers", "Bends"], topic: "Bends", blocks: [block])
      return CoveredPassage(passage: passage, questions: index)
    }
  }

  /// Notes with one topic, read twice, that are open.
  private func openedTwice() -> AppState {
    var state = AppState(size: Size(columns: 80, rows: 24), now: .distantPast)
    _ = state.update(.sources(.asked))
    _ = state.update(.sources(.read([coverage(version: "2", questions: 1)])))
    #expect(state.update(.sources(.opened)) == [.sources(.readVersions(sourceID: "s"))])
    let versions = [("2", 2, 1), ("1", 1, 0)].map { id, number, tests in
      SourceVersion(
        id: id, number: number, readAt: Date(timeIntervalSince1970: Double(number) * 86_400), passages: 2, changed: 1,
        tests: tests)
    }
    _ = state.update(.sources(.versionsRead(sourceID: "s", versions)))
    return state
  }

  private func pressed(_ key: Key) -> AppAction { .keyPressed(key, at: .distantPast) }

  @Test("Each version says when it was read, what was new in it and how many tests rest on it, and has its passages")
  func versions() throws {
    var state = openedTwice()
    let lines = state.view().lines
    let newest = try #require(lines.first { $0.contains("Version 2") })
    #expect(newest.contains(day(Date(timeIntervalSince1970: 172_800))) && newest.contains("1 test"))
    #expect(newest.contains("2 passages, 1 new or different"))
    #expect(lines.contains { $0.contains("Version 1") && $0.contains("no test") && !$0.contains("different") })
    #expect(state.update(pressed(.enter)) == [.sources(.readPassages(versionID: "2", topic: "Bends"))])
    _ = state.update(pressed(.end))
    #expect(state.update(pressed(.enter)) == [.sources(.readPassages(versionID: "1", topic: nil))])
    _ = state.update(.sources(.passagesRead(versionID: "1", topic: nil, passages("A meander is a bend.", "A delta."))))
    var screen: String { state.view().lines.joined(separator: "\n") }
    #expect(screen.contains("Passage 1 of 2") && screen.contains("Rivers > Bends") && screen.contains("version 1"))
    #expect(screen.contains("A meander is a bend.") && screen.contains("No question rests on it."))
    _ = state.update(pressed(.character("p")))
    #expect(screen.contains("This is the first passage."))
    _ = state.update(pressed(.character("n")))
    #expect(screen.contains("A delta.") && screen.contains("1 question rests on it."))
    _ = state.update(pressed(.character("n")))
    #expect(screen.contains("This is the last passage."))
  }

  @Test("Passages that come after the source was closed, or are of another one, are not shown")
  func latePassages() {
    var state = openedTwice()
    _ = state.update(.sources(.passagesRead(versionID: "other", topic: nil, passages("A delta."))))
    #expect(state.sources?.opened?.reading == nil)
    _ = state.update(pressed(.escape))
    _ = state.update(.sources(.passagesRead(versionID: "2", topic: nil, passages("A delta."))))
    #expect(state.sources?.opened == nil)
  }

  @Test("A passage with control characters in it is drawn without them")
  func hostilePassage() {
    var state = openedTwice()
    let text = "A meander\u{1B}[31m is\u{7} a bend.\u{9F}"
    _ = state.update(.sources(.passagesRead(versionID: "2", topic: nil, passages(text))))
    let lines = state.view().lines
    #expect(lines.contains { $0.contains("A meander") })
    #expect(lines.joined().unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
  }

  @Test("Without notes the smallest screen says so whole")
  func none() async throws {
    let app = try AppDriver(columns: 40, rows: 12)
    try await app.wait(for: "Welcome to testlet")
    app.press(.character("o"))
    try await app.wait { $0.state.sources?.sources != nil }
    #expect(app.words.contains("There are no notes yet: make a test from some first."))
  }

  @Test("A file that was edited, and one that is gone, say so")
  func changed() async throws {
    let app = try AppDriver(columns: 100, rows: 30)
    let samples = try #require(TestNotes.text)
    let path = try app.folder.write(samples, to: "stars.md")
    try await app.wait(for: "Welcome to testlet")
    app.press(.character("n"))
    try await app.wait { $0.state.newTest?.start != nil }
    try await app.wait(for: "stars.md")
    app.type("stars")
    app.press(.enter)
    try await app.wait { $0.state.newTest?.blueprint != nil }
    app.press(.control("g"))
    try await app.wait(for: "Done in")
    app.press(.escape, .character("o"))
    try await app.wait(for: "as read")
    try (samples + "\n\n## Added\n\nA quasar is a very bright and very distant galactic nucleus.\n").write(
      toFile: path, atomically: true, encoding: .utf8)
    app.press(.escape, .character("o"))
    try await app.wait(for: "changed")
    try FileManager.default.removeItem(atPath: path)
    app.press(.escape, .character("o"))
    try await app.wait(for: "gone")
  }
}
