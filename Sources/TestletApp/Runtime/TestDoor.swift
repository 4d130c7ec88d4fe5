import PracticeTests

/// Where a test is entered.
enum TestDoor {
  /// Where the student left it: its questions, its generation or its results.
  static func open(_ id: String, in library: Library) throws -> [AppAction] {
    let test = try library.test(id)
    if let attempt = try library.openAttempt(test: id) {
      return [.testOpened(test, .taking(try library.extend(attempt: attempt.id)))]
    }
    if test.status == .generating || test.questions.isEmpty { return [.testOpened(test, .generating)] }
    let attempts = try handedIn(id, in: library)
    if !attempts.isEmpty { return [.testOpened(test, .results(attempts, openMode: nil))] }
    return try take(id, .exam, in: library)
  }

  /// Its questions, in the attempt that goes on or in a new one; its generation while there is none.
  static func take(_ id: String, _ order: AttemptOrder, in library: Library) throws -> [AppAction] {
    let test = try library.test(id)
    guard !test.questions.isEmpty else { return [.testOpened(test, .generating)] }
    let attempt = try library.startAttempt(
      test: id, mode: order.mode, scope: order.scope, limitSeconds: order.limitSeconds)
    return [.testOpened(test, .taking(try library.extend(attempt: attempt.id)))]
  }

  /// The form of a new attempt; the attempt that goes on, where there is one.
  static func prepare(_ id: String, missedIn: String?, in library: Library) throws -> [AppAction] {
    guard try library.openAttempt(test: id) == nil else { return try take(id, .exam, in: library) }
    let test = try library.test(id)
    let last = try missedIn.map { try library.attempt($0) } ?? handedIn(id, in: library).last
    return [.attemptFormReady(AttemptForm(test, last: last, wantsMissed: missedIn != nil))]
  }

  /// How its attempts went; where it was left while none was handed in.
  static func results(_ id: String, in library: Library) throws -> [AppAction] {
    let attempts = try handedIn(id, in: library)
    guard !attempts.isEmpty else { return try open(id, in: library) }
    let openMode = try library.openAttempt(test: id)?.mode
    return [.testOpened(try library.test(id), .results(attempts, openMode: openMode))]
  }

  /// The attempts at a test that were handed in, the first first.
  static func handedIn(_ id: String, in library: Library) throws -> [Attempt] {
    try library.attempts(test: id).filter { $0.state == .submitted }
  }
}
