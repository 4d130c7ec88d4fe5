import PracticeTests
import Terminal
import Testing

@testable import TestletApp

@Suite("Who wrote a question")
@MainActor
struct ProvenanceSignTests {
  @Test("Each sign differs by its shape and by its word, also in ASCII, and fits its column")
  func signs() {
    let kinds: [(origin: Provenance.Origin, verified: Bool?)] = [
      (.model, true), (.model, false), (.model, nil), (.builtin, nil), (.imported, nil),
    ]
    for symbols in [Symbols.unicode, .ascii] {
      let signs = kinds.map { ProvenanceSign($0.origin, verified: $0.verified, symbols: symbols) }
      #expect(signs.map(\.word) == ["verified", "not confirmed", "not verified", "built in", "from a file"])
      #expect(Set(signs.map(\.shape)).count == signs.count)
      #expect(signs.allSatisfy { TextWidth.of($0.shape) == 1 && TextWidth.of($0.text) <= ProvenanceSign.width })
    }
  }

  @Test("The library shows it in the list, in words where it is wide, and always above an opened question")
  func library() async throws {
    let app = try AppDriver(columns: 150, rows: 30)
    try await app.makeSampleTest()
    app.press(.escape, .character("b"))
    try await app.wait(for: "10 questions")
    #expect(app.screen.split(separator: "\n").count { $0.contains("= built in") } == 10)
    app.take(.resized(Size(columns: 80, rows: 24)))
    #expect(!app.screen.contains("built in"))
    #expect(app.screen.split(separator: "\n").count { $0.contains("  =  ") } == 10)
    app.take(.resized(Size(columns: 40, rows: 12)))
    #expect(app.screen.split(separator: "\n").count { $0.hasSuffix("  =") || $0.contains("  = ") } == 9)
    app.press(.enter)
    try await app.wait { $0.state.bank?.opened != nil }
    #expect(app.screen.contains("= built in"))
  }

  @Test("A question of a test and of a review bears it in its header where there is room")
  func headers() async throws {
    let app = try AppDriver(columns: 120, rows: 30)
    try await app.makeSampleTest()
    app.press(.enter)
    try await app.wait { $0.state.taking?.item != nil }
    #expect(app.screen.contains("= built in"))
    app.take(.resized(Size(columns: 80, rows: 24)))
    #expect(!app.screen.contains("= built in"))
    app.take(.resized(Size(columns: 120, rows: 30)))
    app.take(.reviewAsked)
    try await app.wait { $0.state.review?.queue != nil }
    app.press(.enter)
    try await app.wait { $0.state.review?.asked != nil }
    #expect(app.screen.contains("= built in"))
  }
}
