/// Answers what is due in the app, as fast as the app keeps it.
struct KilledReview {
  /// What the app shows when it has kept an answer.
  private static let mark = "✓ Kept."
  /// Milliseconds after which a key is pressed again that nothing came of: the app may not have been ready for it.
  private static let patience = 20

  let app: PseudoTerminal
  /// How many answers were shown as kept.
  private(set) var kept = 0

  /// Makes one for an app that was opened with its reviews.
  init(_ app: PseudoTerminal) {
    self.app = app
  }

  /// Answers until so many are shown as kept, or the time has come.
  mutating func answer(_ count: Int, until end: ContinuousClock.Instant) {
    var isWritten = false
    while kept < count, app.isRunning {
      let left = Int((end - ContinuousClock.now) / .milliseconds(1))
      guard left > 0 else { return }
      _ = app.read(within: min(Self.patience, left))
      if app.output.contains(Self.mark) {
        kept += 1
        app.forget()
        app.send("\r")
        isWritten = false
      } else {
        // It chooses the first option, or is what is written, which is handed in then.
        app.send(isWritten ? "\r" : "a")
        isWritten.toggle()
      }
    }
  }
}
