import PracticeTests
import Terminal
import Testing

@testable import TestletApp

/// How the questions of the library are listed, and the ways out of the list.
@Suite("The list of the library")
@MainActor
struct BankListTests {
  /// The library with the ten questions of a sample test.
  private func open(columns: Int = 80, rows: Int = 24) async throws -> AppDriver {
    let app = try AppDriver(columns: columns, rows: rows)
    try await app.makeSampleTest()
    app.press(.escape, .character("b"))
    try await app.wait(for: "10 questions")
    return app
  }

  @Test("Escape ends the search and the filters first, and leaves the library then; q leaves it at once")
  func waysOut() async throws {
    let app = try await open()
    func search() async throws {
      app.press(.character("/"))
      app.type("star")
      app.press(.enter)
      try await app.wait { $0.state.bank?.isReading == false }
    }
    try await search()
    let selected = try #require(app.state.bank?.selected)
    #expect(app.state.view().lines.last?.contains("Esc clear") == true)
    app.press(.escape)
    try await app.wait { $0.state.bank?.isReading == false }
    #expect(app.state.bank?.isNarrowed == false && app.state.bank?.selected == selected)
    app.press(.escape)
    #expect(app.state.bank == nil)
    app.press(.character("b"))
    try await app.wait { $0.state.bank?.total == 10 }
    try await search()
    app.press(.character("q"))
    #expect(app.state.bank == nil)
  }

  @Test("A long name of a course is cut, and leaves the search its room", arguments: AppDriver.sizes)
  func longCourse(size: Size) async throws {
    let app = try await open(columns: size.columns, rows: size.rows)
    let course = Array(repeating: "A very long name of a course", count: 5).joined(separator: " and ")
    app.take(.bank(.facetsRead(BankFacets(courses: [course], tags: []))))
    app.press(.character("f"), .right, .escape)
    try await app.wait { $0.state.bank?.total == 0 && $0.state.bank?.isReading == false }
    let line = try #require(app.state.view().lines.first { $0.contains("Find: ") })
    #expect(line.contains("Find: press / to search") && line.contains("0 questions"), "\(line)")
    #expect(size.columns < 80 || line.contains("0 questions, A very"), "\(line)")
  }

  @Test("Prompts take what the longest topic that is listed leaves, and do not touch the sign that there are more")
  func columns() async throws {
    let app = try await open()
    var entries = try #require(app.state.bank?.entries)
    for index in entries.indices {
      (entries[index].topic, entries[index].prompt) = ("Bends", String(repeating: "x", count: 100))
    }
    func row() throws -> String { try #require(app.state.view().lines.first { $0.contains("xxx") }) }
    app.take(.bank(.read(BankQuery(), BankPage(entries: entries, total: 10), isMore: false)))
    #expect(try row().contains(String(repeating: "x", count: 63) + "\(app.state.symbols.ellipsis)  =  Bends"))
    app.take(.resized(Size(columns: 80, rows: 12)))
    #expect(try row().hasSuffix("\(app.state.symbols.ellipsis)  =  Bends \(app.state.symbols.thumb)"))
  }

  @Test("Where there is room, the selected question stands whole beside the list, without what is right")
  func preview() async throws {
    let app = try await open(columns: 120, rows: 40)
    app.press(.down)
    let entry = try #require(app.state.bank?.selected)
    var lines: [String] { app.state.view().lines }
    let right = lines.compactMap { $0.split(separator: app.state.symbols.vertical).dropFirst().last.map(String.init) }
    let words = right.joined(separator: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains(MarkedText.line(entry.prompt)) && words.contains(entry.topic) && words.contains("built in"))
    app.press(.enter)
    try await app.wait { $0.state.bank?.opened != nil }
    #expect(app.screen.contains("2 of 10   \(entry.topic)"))
  }
}
