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
  private let seconds: () -> Double
  private let voice: PlainVoice
  private var attempt: Attempt

  /// Goes on with a test's attempt, or begins one.
  ///
  /// - Parameters:
  ///   - seconds: the seconds that count until now, from any beginning on.
  ///   - read: gives the next line; `nil` at the end.
  ///   - write: says a text of one or more lines.
  public init(
    test id: String, in library: Library, clock: @escaping () -> Date = { Date() }, seconds: @escaping () -> Double,
    read: @escaping () -> String?, write: @escaping (String) -> Void
  ) throws {
    (self.library, self.clock, self.seconds) = (library, clock, seconds)
    voice = PlainVoice(read: read, write: write)
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
    if isTimeUp { return timeUp() }
    let open = attempt.items.indices.filter { attempt.items[$0].response.answer == nil }
    guard !open.isEmpty else { return .handIn }
    guard let next = open.first(where: { $0 >= position }) else { return try askSubmission(open) }
    return try ask(next)
  }

  private var isTimeUp: Bool { attempt.remainingSeconds(after: attempt.activeSeconds) == 0 }

  private func timeUp() -> Step {
    write("The time is up: the test is handed in as it is.")
    return .handIn
  }

  /// What the student wants with questions that have no answer.
  private mutating func askSubmission(_ open: [Int]) throws -> Step {
    let numbers = open.map { String($0 + 1) }.joined(separator: ", ")
    write("\nWithout an answer: \(numbers). A number goes there, h hands the test in, q leaves it:")
    while let line = try nextLine(at: attempt.position)?.trimmingCharacters(in: .whitespaces) {
      if isTimeUp { return timeUp() }
      if line == "h" { return .handIn }
      if line == "q" { return .leave }
      if let number = Int(line), let position = open.first(where: { $0 + 1 == number }) {
        return .goOn(from: position)
      }
      write("Type one of the numbers, h or q:")
    }
    return .leave
  }

  /// The next line; the time until it came is kept as time at a question.
  private mutating func nextLine(at position: Int) throws -> String? {
    let since = seconds()
    let line = voice.read()
    let spent = seconds() - since
    try library.keepPlace(attempt: attempt.id, position: position, activeSeconds: spent)
    attempt.activeSeconds += spent
    return line
  }

  // MARK: - One question

  private mutating func ask(_ position: Int) throws -> Step {
    let item = attempt.items[position]
    let content = item.question.item
    write(PlainText.question(item, number: position + 1, of: attempt))
    var response = item.response
    while true {
      switch PlainLine(try nextLine(at: position), to: content) {
      case .answer(let answer):
        response.answer = answer
        try keep(response, at: position)
        return .goOn(from: position + 1)
      case _ where isTimeUp: return timeUp()
      case .skip: return .goOn(from: position + 1)
      case .leave: return .leave
      case .unsure:
        response.isUnsure.toggle()
        try library.respond(attempt: attempt.id, position: position, response)
        write(response.isUnsure ? "Unsure." : "Sure.")
      case let line: write(PlainText.remark(on: line, content, in: .test))
      }
      write(PlainText.invitation(content))
    }
  }

  /// Keeps an answer; in study mode it is graded, and the student sees how.
  private func keep(_ response: Response, at position: Int) throws {
    var item = attempt.items[position]
    item.response = response
    item.response.answeredAt = clock()
    if attempt.mode == .study {
      item.response.outcome = Grading.grade(item.question.item, response.answer)
    }
    item.response = try library.respond(attempt: attempt.id, position: position, item.response)
    guard attempt.mode == .study else { return }
    write(PlainText.feedback(item.question, item.response))
    guard let outcome = voice.ownGrade(item.question, item.response) else { return }
    item.response.outcome = outcome
    try library.respond(attempt: attempt.id, position: position, item.response)
  }

  private func write(_ text: String) { voice.write(text) }

  // MARK: - The end

  /// Hands the test in, goes through all questions, and says how it went.
  private mutating func handIn() throws {
    attempt = try library.submit(attempt: attempt.id)
    write("\nHanded in.")
    for (position, item) in attempt.items.enumerated() {
      write(PlainText.review(item, number: position + 1))
      if let outcome = voice.ownGrade(item.question, item.response) {
        attempt = try library.regrade(attempt: attempt.id, position: position, outcome)
      }
    }
    write(PlainText.score(attempt))
  }
}
