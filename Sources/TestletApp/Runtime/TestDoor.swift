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
    if let last = try library.attempts(test: id).last(where: { $0.state == .submitted }) {
      return [.testOpened(test, .results(last))]
    }
    return try take(id, .exam, in: library)
  }

  /// Its questions, in the attempt that goes on or in a new one; its generation while there is none.
  static func take(_ id: String, _ mode: Attempt.Mode, in library: Library) throws -> [AppAction] {
    let test = try library.test(id)
    guard !test.questions.isEmpty else { return [.testOpened(test, .generating)] }
    let attempt = try library.startAttempt(test: id, mode: mode)
    return [.testOpened(test, .taking(try library.extend(attempt: attempt.id)))]
  }
}
