import CNcursesw
import Dispatch
import Foundation

/// What signals do: a new size, a stop, the end.
extension TerminalSession {
  func readSignals() {
    var numbers: Set<Int32> = []
    var bytes = [UInt8](repeating: 0, count: 64)
    while true {
      let count = read(signals, &bytes, bytes.count)
      guard count > 0 else { break }
      numbers.formUnion(bytes.prefix(count).map(Int32.init))
    }
    for number in numbers.sorted() where isOpen { handle(number) }
  }

  private func handle(_ number: Int32) {
    cn_signal_handled(number)
    switch number {
    case SIGWINCH:
      guard isUp else { return }
      painter.readSize()
      deliver([.resize])
      tellKeysRead()
    case SIGTSTP:
      if isUp { suspend() } else { cn_stop() }
    case SIGCONT:
      // Stopped by another hand (SIGSTOP): the shell has used the terminal meanwhile.
      if isUp, !hasStoppedItself { enter() }
      hasStoppedItself = false
    case SIGINT where !isUp, SIGQUIT where !isUp:
      return
    default:
      end(by: number)
    }
  }

  func end(by number: Int32) {
    guard !isEnding else { return }
    isEnding = true
    for source in sources.prefix(1) { source.cancel() }
    let finish: @MainActor () -> Void = { [self] in
      close()
      cn_die(number)
    }
    DispatchQueue.main.asyncAfter(deadline: .now() + .seconds(Self.terminationTime)) {
      MainActor.assumeIsolated(finish)
    }
    let handler = onTermination
    Task {
      await handler?(number)
      finish()
    }
  }
}
