import Dispatch
import Foundation

/// Ctrl-C, as something to wait for; a second one ends the program at once.
struct InterruptSignal {
  private let source: any DispatchSourceSignal

  init() {
    signal(SIGINT, SIG_IGN)
    source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
  }

  /// Calls `action` at the first Ctrl-C.
  func onSignal(_ action: @escaping @Sendable () -> Void) {
    source.setEventHandler {
      signal(SIGINT, SIG_DFL)
      action()
    }
    source.resume()
  }
}
