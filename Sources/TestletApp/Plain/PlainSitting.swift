import Foundation
import PracticeTests

/// A test that is asked and answered line by line, for screen readers and terminals that can't place a cursor.
///
/// Every answer is in the library before the next question is asked, so that the app can go on with it, and the other
/// way round.
public struct PlainSitting {
  /// What follows from a question, or from the end of them.
  private enum Step {
    /// To the next question without an answer.
    case goOn(from: Int)
    /// To a question again.
    case change(Int)
    case handIn
    case leave
  }

  private let test: StoredTest
  private let library: Library
  private let clock: () -> Date
  private let seconds: () -> Double
  private let voice: PlainVoice
  private let isTyped: Bool
  private var attempt: Attempt
  /// Whether the last line that was read answered a question.
  private var endsWithAnswer = false

  /// Goes on with a test's attempt, or begins one.
  ///
  /// - Parameters:
  ///   - isTyped: whether somebody types the lines. From a program that has answered everything, their end hands in.
  ///   - seconds: the seconds that count until now, from any beginning on.
  ///   - read: gives the next line; `nil` at the end.
  ///   - write: says a text of one or more lines.
  public init(
    test id: String, in library: Library, isTyped: Bool, clock: @escaping () -> Date = { Date() },
    seconds: @escaping () -> Double, read: @escaping () -> String?, write: @escaping (String) -> Void
  ) throws {
    (self.library, self.clock, self.seconds, self.isTyped) = (library, clock, seconds, isTyped)
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
    while true {
      switch step {
      case .goOn(let position): step = try next(from: position)
      case .change(let position): step = try ask(position)
      case .handIn: return try handIn()
      case .leave:
        // As in the app: the time of an exam stands still where it is left.
        if attempt.limitSeconds != nil { try library.setPaused(true, attempt: attempt.id) }
        return write("Everything is kept: `testlet take \(test.id) --plain` goes on, and so does the app.")
      }
    }
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
    guard let next = open.first(where: { $0 >= position }) else { return try askSubmission(open) }
    return try ask(next)
  }

  private var isTimeUp: Bool { attempt.remainingSeconds(after: attempt.activeSeconds) == 0 }

  private func timeUp() -> Step {
    write("The time is up: the test is handed in as it is.")
    return .handIn
  }

  /// What the student wants at the end; nothing is handed in unasked, whether or not everything is answered.
  private mutating func askSubmission(_ open: [Int]) throws -> Step {
    // In study mode what is graded stays.
    let changeable = attempt.items.indices.filter { attempt.items[$0].response.outcome == nil }
    let unmade = try unmade
    write(PlainText.ending(open: open, canChange: !changeable.isEmpty, unmade: unmade))
    while let line = try nextLine(at: attempt.position)?.trimmingCharacters(in: .whitespaces) {
      if isTimeUp { return timeUp() }
      switch line {
      case "h": return .handIn
      case "q", ":q": return .leave
      case "" where unmade > 0: return .goOn(from: 0)
      default: break
      }
      if let number = Int(line), let position = changeable.first(where: { $0 + 1 == number }) {
        return .change(position)
      }
      write(changeable.isEmpty ? "Type h or q:" : "Type one of the numbers, h or q:")
    }
    return endsWithAnswer && !isTyped && open.isEmpty && unmade == 0 ? .handIn : .leave
  }

  /// How many questions may still join.
  private var unmade: Int {
    get throws {
      guard attempt.scope == .whole else { return 0 }
      return try library.test(test.id).slots.count { $0.state == .open }
    }
  }

  /// The next line; the time until it came is kept as time at a question.
  private mutating func nextLine(at position: Int) throws -> String? {
    let since = seconds()
    let line = voice.read()
    if line != nil { endsWithAnswer = false }
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
        endsWithAnswer = true
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
