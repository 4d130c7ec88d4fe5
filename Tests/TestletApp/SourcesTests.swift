import Foundation
import Terminal
import Testing

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
    #expect(app.state.sources?.selected?.source == notes && app.state.sources?.removed.isEmpty == true)
    app.press(.delete)
    try await app.wait { $0.state.sources?.sources?.isEmpty == true }
    app.press(.escape, .character("b"))
    try await app.wait { $0.state.bank?.entries?.count == 10 }
    app.press(.enter)
    try await app.wait { $0.state.bank?.opened?.question.grounding?.quote.isEmpty == false }
  }

  @Test("A passage with one question does not look finished: what there is to ask about is counted")
  func thingsToAsk() async throws {
    let app = try AppDriver(columns: 100, rows: 30)
    try await app.makeSampleTest()
    app.press(.escape, .character("o"))
    try await app.wait { $0.state.sources?.things.isEmpty == false }
    let source = try #require(app.state.sources?.selected)
    let count = try #require(app.state.sources?.asked(of: source))
    #expect(count.asked == 10 && count.things > source.passages)
    #expect(app.screen.contains("1 file: 10 of \(count.things) things asked about."))
    #expect(app.screen.contains("10 of \(count.things) asked"))
    app.press(.enter)
    let topic = try #require(source.topics.first)
    let things = try #require(app.state.sources?.things[source.source.versionID]?[topic.name])
    #expect(things > topic.questions && app.screen.contains("\(topic.questions) of \(things) asked"))
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
