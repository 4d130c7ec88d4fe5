import Foundation
import Testing

@testable import PracticeTests

/// Answers that look like typing errors, and are other terms of the course.
@Suite("Terms of a course in grading")
struct StoreTermsTests {
  private let fixture: LibraryFixture
  private let test: String
  private var library: Library { fixture.library }

  init() throws {
    fixture = try LibraryFixture()
    let asked = Item(
      format: .shortAnswer, prompt: "What keeps a thought out of mind?", correctAnswer: "repression")
    test = try fixture.library.createTest(
      .fixture(slots: 1, course: "Psychology"), questions: [.fixture("asked", item: asked)])
    try addTerm("regression", "option", course: "Psychology")
    try addTerm("repressions", "elsewhere", course: "History")
  }

  /// A question in another test, with a term among its options.
  private func addTerm(_ term: String, _ id: String, course: String) throws {
    let item = Item(
      format: .multipleChoice, prompt: "Which defence makes up for a weakness (\(id))?",
      choices: ["compensation", "the \(term.capitalized)", "a weak regression to the mean"], correctIndex: 0,
      correctAnswer: "compensation")
    _ = try fixture.library.createTest(.fixture(slots: 1, course: course), questions: [.fixture(id, item: item)])
  }

  private func response(_ text: String, _ outcome: Outcome? = nil) -> Response {
    Response(answer: .text(text), outcome: outcome, answeredAt: Date(timeIntervalSince1970: 2_000))
  }

  @Test("In an exam another term of the course is wrong, in whichever test it stands")
  func exam() throws {
    for (text, outcome) in [
      ("Regression", Outcome.wrong), ("the regression.", .wrong), ("repressions", .close), ("represssion", .close),
      ("repression", .right),
    ] {
      let attempt = try library.startAttempt(test: test, mode: .exam)
      try library.respond(attempt: attempt.id, position: 0, response(text))
      #expect(try library.submit(attempt: attempt.id).items[0].response.outcome == outcome, "\(text)")
    }
  }

  @Test("In study mode it is kept as wrong, and \"I was right\" taken back is as wrong as before")
  func study() throws {
    let attempt = try library.startAttempt(test: test, mode: .study)
    func kept(_ outcome: Outcome) throws -> Outcome? {
      let kept = try library.respond(attempt: attempt.id, position: 0, response("regression", outcome))
      #expect(try library.attempt(attempt.id).items[0].response == kept)
      return kept.outcome
    }
    #expect(try kept(.close) == .wrong)
    #expect(try kept(.selfGradedRight) == .selfGradedRight)
    #expect(try kept(.close) == .wrong)
    _ = try library.submit(attempt: attempt.id)
    for (outcome, kept) in [(Outcome.selfGradedRight, Outcome.selfGradedRight), (.close, .wrong)] {
      let regraded = try library.regrade(attempt: attempt.id, position: 0, outcome)
      #expect(regraded.items[0].response.outcome == kept)
    }
  }

  @Test("In a review it is kept as wrong, which is told; a typing error stays for the student to decide")
  func review() throws {
    let question = try library.question("asked")
    #expect(try library.keepReview(question, response("regression", .close), seconds: 3).outcome == .wrong)
    #expect(try library.keepReview(question, response("regression"), seconds: 3).outcome == .wrong)
    #expect(try library.keepReview(question, response("represssion", .close), seconds: 3).outcome == nil)
    #expect(try library.keepReview(question, response("regression", .selfGradedRight), seconds: 3).outcome == nil)
  }
}
