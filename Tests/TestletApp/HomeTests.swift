import Foundation
import Terminal
import Testing

@testable import TestletApp

@Suite("Home")
struct HomeTests {
  @Test("The tests are read at the start")
  func start() {
    var state = AppState(size: Size(columns: 80, rows: 24), now: Date(timeIntervalSince1970: 0))
    #expect(state.update(.started(.home)).contains(.loadHome))
  }
}
