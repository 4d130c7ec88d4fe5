import CNcursesw
import Dispatch
import Foundation

/// How keys are read and delivered.
extension TerminalSession {
  /// After this many milliseconds without a byte a paste counts as ended.
  private static let pasteTime = 1000
  /// Reads in one go, before other work of the main actor has its turn.
  private static let readBudget = 2048

  func readKeys() {
    guard isUp else { return }
    defer { tellKeysRead() }
    // The main actor does not stay on the thread that it began on.
    cn_signals_enter_thread()
    var reads = 0
    while reads < Self.readBudget, isOpen, isUp {
      switch CursesInput.read() {
      case .nothing:
        inputRanOut(afterReads: reads)
        return
      case .ignored:
        reads += 1
      case .input(let input):
        reads += 1
        // A long paste whose bytes keep coming is not one that lacks its end.
        if decoder.isPasting { pasteBytes += 1 }
        deliver(decoder.feed(input))
      }
    }
    readMoreSoon()
  }

  /// What ncurses has read but not returned is not seen by the source, so the rest is asked for.
  private func readMoreSoon() {
    guard !hasMoreToRead else { return }
    hasMoreToRead = true
    DispatchQueue.main.async { [weak self] in
      MainActor.assumeIsolated {
        self?.hasMoreToRead = false
        self?.readKeys()
      }
    }
  }

  private func inputRanOut(afterReads reads: Int) {
    deliver(decoder.inputRanOut())
    if decoder.isPasting { watchPaste() }
    if reads == 0, cn_hung_up() { end(by: SIGHUP) }
  }

  /// Ends a paste when its end never comes, or the keys after it would be swallowed for ever.
  private func watchPaste() {
    pasteBytes += 1
    let seen = pasteBytes
    DispatchQueue.main.asyncAfter(deadline: .now() + .milliseconds(Self.pasteTime)) { [weak self] in
      MainActor.assumeIsolated {
        guard let self, self.pasteBytes == seen else { return }
        self.deliver(self.decoder.endPaste())
        self.tellKeysRead()
      }
    }
  }

  func deliver(_ keys: [Key]) {
    for key in keys where isOpen {
      if key == .control("z") {
        suspend()
        continue
      }
      hasKeys = true
      onKey?(key)
    }
  }

  func tellKeysRead() {
    guard hasKeys else { return }
    hasKeys = false
    onKeysRead?()
  }
}
