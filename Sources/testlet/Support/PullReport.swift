import LanguageModels
import Synchronization

/// Tells on standard error how far a model has come: a terminal always, in one line; a file or a pipe seldom.
final class PullReport: Sendable {
  private struct Told {
    var line = ""
    var status = ""
    var tenth = 0
  }

  private let isTerminal: Bool
  private let told = Mutex(Told())

  init(isTerminal: Bool) {
    self.isTerminal = isTerminal
  }

  /// Tells the next piece of progress.
  func tell(_ progress: PullProgress) {
    let (line, tenth) = (Self.line(progress), Self.percent(progress).map { $0 / 10 } ?? 0)
    let isNews = told.withLock { told in
      defer { told = Told(line: line, status: progress.status, tenth: tenth) }
      return isTerminal ? told.line != line : told.status != progress.status || told.tenth != tenth
    }
    guard isNews else { return }
    if isTerminal { Output.status(Output.plain(line)) } else { Output.note(Output.plain(line)) }
  }

  /// Leaves the line of the terminal.
  func end() {
    if isTerminal, told.withLock({ !$0.line.isEmpty }) { Output.note("") }
  }

  private static func line(_ progress: PullProgress) -> String {
    guard let total = progress.totalBytes, let percent = percent(progress) else { return progress.status }
    let bytes = "\(ByteCount.text(progress.completedBytes)) of \(ByteCount.text(total))"
    return "\(progress.status)  \(bytes)  \(percent)%"
  }

  private static func percent(_ progress: PullProgress) -> Int? {
    guard let total = progress.totalBytes, total > 0 else { return nil }
    return Percentage.whole(Double(progress.completedBytes) / Double(total))
  }
}
