import Foundation
import PracticeTests
import Terminal

/// The library's screen with questions in it, for measuring what the app does after every key.
///
/// It is for `measure` alone, and stands here because a screen's state is no business of other modules.
package struct DrawnLibrary {
  private let state: AppState

  /// Lists questions, with the last of them selected.
  package init(_ entries: [BankEntry], columns: Int, rows: Int) {
    var bank = BankState()
    (bank.entries, bank.total, bank.isReading) = (entries, entries.count, false)
    bank.list = ListView(selection: max(0, entries.count - 1))
    var state = AppState(size: Size(columns: columns, rows: rows), now: Date())
    state.push(.bank(bank))
    self.state = state
  }

  /// From the state to the cells of the screen.
  package func draw() -> Canvas { state.view() }
}
