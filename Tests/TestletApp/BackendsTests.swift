import Foundation
import LanguageModels
import Terminal
import Testing

@testable import TestletApp

@Suite("Backends")
struct BackendsTests {
  @Test("Who stands in for a backend that is gone is named with it, until it is back")
  func standIn() {
    var state = AppState(size: Size(columns: 80, rows: 24), now: Date(timeIntervalSince1970: 0))
    _ = state.update(.backends(.listed([.ollamaDefault, .mock], selected: "ollama")))
    let name = state.backends.selected?.fullName
    _ = state.update(.backends(.replaced("ollama", by: "mock")))
    #expect(state.backends.selected?.fullName == "mock for ollama")
    _ = state.update(.backends(.replaced("ollama", by: nil)))
    #expect(state.backends.selected?.fullName == name)
  }
}
