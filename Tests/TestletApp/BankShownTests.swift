import PracticeTests
import Terminal
import Testing

@testable import TestletApp

/// Keys of the library act on what is shown, and what is being done there is not disturbed.
@Suite("What is shown in the library")
@MainActor
struct BankShownTests {
  private nonisolated static let keys = ["d", "e", "t", "r", "+"].map { Key.character($0) }

  /// The library with its first question open.
  private func opened() async throws -> AppDriver {
    let app = try await AppDriver.withLibrary()
    app.press(.enter)
    try await app.wait { $0.state.bank?.opened != nil }
    return app
  }

  /// What a key does to the question that is open.
  private func pressed(_ key: Key, in state: AppState) -> (effects: [AppEffect], state: AppState) {
    var state = state
    return (state.update(.keyPressed(key, at: state.now)), state)
  }

  @Test("Until the next question is shown no key acts on it", arguments: keys)
  func stepped(key: Key) async throws {
    let app = try await opened()
    let before = pressed(key, in: app.state)
    #expect(!before.effects.isEmpty || before.state.bank?.tagField != nil)
    app.press(.character("n"))
    let after = pressed(key, in: app.state)
    #expect(after.effects.isEmpty && after.state.bank?.tagField == nil && after.state.making == nil)
    #expect(after.state.notice?.text == "The question is still being read.")
    try await app.wait { $0.state.bank?.opened?.question.id == $0.state.bank?.selected?.id }
    let shown = pressed(key, in: app.state)
    #expect(!shown.effects.isEmpty || shown.state.bank?.tagField != nil)
  }

  @Test("A question that was made in the place of the one that is open is acted on once it is in the list")
  func made() async throws {
    let app = try await opened()
    let old = try #require(app.state.bank?.opened?.question)
    var new = old
    new.id = "new"
    var state = app.state
    _ = state.update(.bank(.made(new, old.id, .replacement)))
    #expect(state.bank?.opened?.question.id == "new")
    for key in Self.keys { #expect(pressed(key, in: state).effects.isEmpty) }
  }

  @Test("A question that is made while one searches or filters does not end that", arguments: [true, false])
  func narrowing(isSearching: Bool) async throws {
    let app = try await AppDriver.withLibrary()
    app.press(.enter)
    try await app.wait { $0.state.bank?.opened != nil }
    let old = try #require(app.state.bank?.opened?.question)
    app.press(.escape)
    var new = old
    new.id = "new"
    var state = app.state
    var bank = try #require(state.bank)
    bank.search.text = "bend"
    bank.query.text = "bend"
    state.bank = bank
    _ = state.update(.bank(isSearching ? .searchAsked : .filtersAsked))
    _ = state.update(.bank(.made(new, old.id, .replacement)))
    let entries = try #require(bank.entries)
    let page = BankPage(entries: entries, total: entries.count)
    #expect(state.update(.bank(.read(bank.query, page, isMore: false))).isEmpty)
    #expect(state.bank?.search.text == "bend" && state.bank?.query == bank.query)
    // Nor later, when something else is read anew.
    for action in [BankAction.searchLeft, .filtersLeft, .changed] { _ = state.update(.bank(action)) }
    #expect(state.update(.bank(.read(bank.query, page, isMore: false))).isEmpty)
    #expect(state.bank?.query == bank.query)
  }
}
