import Foundation
import PracticeTests

/// A test that is asked and answered line by line, for screen readers and terminals that can't place a cursor.
///
/// Every answer is in the library before the next question is asked, so that the app can go on with it, and the other
/// way round.
public struct PlainSitting {
  /// What follows from a question, or from the end of them.
  private enum Step {
    case goOn(from: Int)
    case handIn
    case leave
  }

  private let test: StoredTest
  private let library: Library
  private let clock: () -> Date
  private let read: () -> String?
  private let write: (String) -> Void
  private var attempt: Attempt

  /// Goes on with a test's attempt, or begins one.
  ///
  /// - Parameters:
  ///   - read: gives the next line; `nil` at the end.
  ///   - write: says a text of one or more lines.
  public init(
    test id: String, in library: Library, clock: @escaping () -> Date = { Date() }, read: @escaping () -> String?,
    write: @escaping (String) -> Void
  ) throws {
    (self.library, self.clock, self.read, self.write) = (library, clock, read, write)
    test = try library.test(id)
    guard !test.questions.isEmpty else { throw EmptyTest(testID: id) }
    attempt = try library.startAttempt(test: id, mode: .exam)
    if attempt.isPaused { try library.setPaused(false, attempt: attempt.id) }
  }

  /// Asks until the test is handed in or left.
  public mutating func run() throws {
    attempt = try library.extend(attempt: attempt.id)
    write(opening)
    var step = Step.goOn(from: attempt.position)
    while case .goOn(let position) = step {
      step = try next(from: position)
    }
    guard case .handIn = step else {
      return write("Everything is kept: `testlet take \(test.id) --plain` goes on, and so does the app.")
    }
    try handIn()
  }

  private var opening: String {
    let answered = attempt.answered == 0 ? "" : ", \(attempt.answered) answered"
    let mode = attempt.mode == .exam ? "You see at the end what is right." : "Each answer is graded at once."
    return "\(test.title): \(Wording.count(attempt.items.count, "question"))\(answered). \(mode)"
  }

  /// The next open question; at the end of them, what is to be done.
  private mutating func next(from position: Int) throws -> Step {
    attempt = try library.extend(attempt: attempt.id)
    if attempt.remainingSeconds(after: attempt.activeSeconds) == 0 { return timeUp() }
    let open = attempt.items.indices.filter { attempt.items[$0].response.answer == nil }
    guard !open.isEmpty else { return .handIn }
    guard let next = open.first(where: { $0 >= position }) else { return try askSubmission(open) }
    return try ask(next)
  }

  private func timeUp() -> Step {
    write("The time is up: the test is handed in as it is.")
    return .handIn
  }

  /// What the student wants with questions that have no answer.
  private func askSubmission(_ open: [Int]) throws -> Step {
    let numbers = open.map { String($0 + 1) }.joined(separator: ", ")
    write("\nWithout an answer: \(numbers). A number goes there, h hands the test in, q leaves it:")
    while let line = read()?.trimmingCharacters(in: .whitespaces) {
      if line == "h" { return .handIn }
      if line == "q" { return .leave }
      if let number = Int(line), open.contains(number - 1) { return .goOn(from: number - 1) }
      write("Type one of the numbers, h or q:")
    }
    return .leave
  }

  // MARK: - One question

  private mutating func ask(_ position: Int) throws -> Step {
    let item = attempt.items[position]
    let content = item.question.item
    write(PlainText.question(item, number: position + 1, of: attempt))
    var response = item.response
    while true {
      let since = clock()
      let line = PlainLine(read(), to: content)
      try count(clock().timeIntervalSince(since), at: position)
      if attempt.remainingSeconds(after: attempt.activeSeconds) == 0 { return timeUp() }
      switch line {
      case .answer(let answer):
        response.answer = answer
        try keep(response, at: position)
        return .goOn(from: position + 1)
      case .skip: return .goOn(from: position + 1)
      case .leave: return .leave
      case .help: write(PlainText.help(content))
      case .unsure:
        response.isUnsure.toggle()
        try library.respond(attempt: attempt.id, position: position, response)
        write(response.isUnsure ? "Unsure." : "Sure.")
      case .unclear: break
      }
      write(PlainText.invitation(content))
    }
  }

  /// Keeps the time at a question, and that the student is there.
  private mutating func count(_ seconds: Double, at position: Int) throws {
    try library.keepPlace(attempt: attempt.id, position: position, activeSeconds: max(0, seconds))
    attempt.activeSeconds += max(0, seconds)
  }

  /// Keeps an answer; in study mode it is graded, and the student sees how.
  private func keep(_ response: Response, at position: Int) throws {
    var item = attempt.items[position]
    item.response = response
    item.response.answeredAt = clock()
    if attempt.mode == .study {
      item.response.outcome = Grading.grade(item.question.item, response.answer, amongTerms: attempt.terms)
    }
    try library.respond(attempt: attempt.id, position: position, item.response)
    guard attempt.mode == .study else { return }
    write(PlainText.feedback(item))
    guard wasRight(item) else { return }
    item.response.outcome = .selfGradedRight
    try library.respond(attempt: attempt.id, position: position, item.response)
  }

  /// Whether the student says to have been right, where only the student can tell.
  private func wasRight(_ item: AttemptItem) -> Bool {
    guard !item.outcome.isRight, SelfGrading.hindrance(item.question.item, item.response) == nil else { return false }
    write("y if you were right, Enter to go on:")
    return read()?.trimmingCharacters(in: .whitespaces).lowercased() == "y"
  }

  // MARK: - The end

  /// Hands the test in, goes through all questions, and says how it went.
  private mutating func handIn() throws {
    attempt = try library.submit(attempt: attempt.id)
    write("\nHanded in.")
    for (position, item) in attempt.items.enumerated() {
      write(PlainText.review(item, number: position + 1))
      if wasRight(item) {
        attempt = try library.regrade(attempt: attempt.id, position: position, .selfGradedRight)
      }
    }
    write(PlainText.score(attempt))
  }
}
