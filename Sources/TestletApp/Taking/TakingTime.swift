import Foundation
import PracticeTests

/// The time at a test: counted each second, stopped by a pause, and at its end where it has one.
extension AppState {
  /// Counts a second; kept every few seconds, so that a kill costs no more than these.
  mutating func tickTaking() -> [AppEffect] {
    guard case .taking(var taking) = screen, !taking.isPaused, !taking.isSubmitting, !taking.hasEnded else {
      return []
    }
    let wasNearEnd = taking.isNearEnd
    taking.countTime(until: now)
    defer { self.taking = taking }
    if taking.isTimeUp {
      taking.hasEnded = true
      overlay = nil
      notice = Notice(kind: .information, text: "The time is up: the test is handed in as it is.")
      return taking.submit(now)
    }
    if taking.isNearEnd, !wasNearEnd {
      let left = Wording.span(taking.remainingSeconds ?? 0)
      notice = Notice(kind: .information, text: "\(left) left; then the test is handed in as it is.")
    }
    return taking.unkeptSeconds >= 5 ? taking.keepPlace() : []
  }

  /// Keeps where the student is and the time until now.
  mutating func keepPlace() -> [AppEffect] {
    guard case .taking(var taking) = screen else { return [] }
    taking.countTime(until: now)
    let effects = taking.keepPlace()
    self.taking = taking
    return effects
  }

  // MARK: - Leaving an exam

  /// The id of the exam on the screen whose time runs down.
  var runningExam: String? {
    guard case .taking(let taking) = screen, taking.attempt.limitSeconds != nil, !taking.isPaused, !taking.isTimeUp,
      !taking.isSubmitting
    else { return nil }
    return taking.attempt.id
  }

  /// Pauses the exam on the screen.
  mutating func pauseExam() -> [AppEffect] { runningExam.map { pause($0) } ?? [] }

  /// Pauses an exam that is not on the screen any more; its time stands still there, which is said and kept.
  mutating func pause(_ exam: String?, ifLeftBy effects: [AppEffect]) -> [AppEffect] {
    guard let exam, !effects.contains(.taking(.setPaused(true, attemptID: exam))) else { return [] }
    if case .taking(let taking) = screen, taking.attempt.id == exam { return [] }
    notice = Notice(kind: .information, text: "The exam is paused: its time stands still until you go on with it.")
    return pause(exam)
  }

  // MARK: - Leaving a test that was only looked at

  /// The id of the attempt that is open, where nothing was done in it. An exam with a time is none: its time runs from
  /// the first look on, and is not given back.
  var untouchedAttempt: String? {
    guard let taking, taking.attempt.limitSeconds == nil, taking.isUntouched, !taking.isSubmitting else { return nil }
    return taking.attempt.id
  }

  /// Lets an untouched attempt go that is not open any more, so that the test can be taken in any way.
  func discard(_ untouched: String?, ifLeftBy effects: [AppEffect]) -> [AppEffect] {
    guard let untouched, taking?.attempt.id != untouched else { return [] }
    let discarding = AppEffect.taking(.discardUntouched(attemptID: untouched))
    return effects.contains(discarding) ? [] : [discarding]
  }

  private mutating func pause(_ exam: String) -> [AppEffect] {
    if var taking, taking.attempt.id == exam {
      (taking.attempt.isPaused, taking.map) = (true, nil)
      self.taking = taking
    }
    return [.taking(.setPaused(true, attemptID: exam))]
  }
}

extension TakingState {
  /// Whether the time stands still and the question is hidden.
  var isPaused: Bool { attempt.isPaused }

  /// Seconds until the test is handed in; `nil` where it has no time.
  var remainingSeconds: Double? { attempt.remainingSeconds(after: activeSeconds) }

  /// Whether little of the time is left: a fifth of it, and five minutes at the most.
  var isNearEnd: Bool {
    guard let limit = attempt.limitSeconds, let remainingSeconds else { return false }
    return remainingSeconds <= min(300, limit / 5)
  }

  /// Whether nothing of the time is left.
  var isTimeUp: Bool { remainingSeconds == 0 }

  /// Counts the time since it was last counted; a gap, such as while the app was stopped, does not count.
  mutating func countTime(until now: Date) {
    let seconds = isPaused ? 0 : min(max(0, now.timeIntervalSince(countedAt)), Self.longestGap)
    countedAt = now
    activeSeconds += seconds
    unkeptSeconds += seconds
  }

  /// More seconds between two looks at the clock do not count.
  static let longestGap = 2.0

  /// Has the question on the screen kept, and the seconds that are not.
  mutating func keepPlace() -> [AppEffect] {
    guard attempt.state == .inProgress else { return [] }
    defer { unkeptSeconds = 0 }
    return [.taking(.keepPlace(attemptID: attempt.id, position: position, seconds: unkeptSeconds))]
  }

  /// Stops the time, or lets it go on.
  mutating func togglePause(_ now: Date) -> [AppEffect] {
    countTime(until: now)
    attempt.isPaused.toggle()
    map = nil
    return keepPlace() + [.taking(.setPaused(attempt.isPaused, attemptID: attempt.id))]
  }

  /// Hands the test in, once.
  mutating func submit(_ now: Date) -> [AppEffect] {
    guard !isSubmitting else { return [] }
    isSubmitting = true
    entry.isInField = false
    countTime(until: now)
    return keepPlace() + [.taking(.submit(attemptID: attempt.id))]
  }
}
