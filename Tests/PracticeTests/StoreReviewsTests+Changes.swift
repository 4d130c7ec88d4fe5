import Foundation
import Testing

@testable import PracticeTests

/// Questions and tests that are changed or deleted meanwhile.
extension StoreReviewsTests {
  @Test("An edited question keeps its history and is asked as it is now")
  func edited() throws {
    let test = try broughtTest()
    let attempt = try library.startAttempt(test: test, mode: .exam)
    let old = try #require(attempt.items.first).question
    let key = try #require(old.item.correctIndex)
    let wrong = Response(answer: .choice(key == 0 ? 1 : 0), answeredAt: clock.now)
    try library.respond(attempt: attempt.id, position: 0, wrong)
    _ = try library.submit(attempt: attempt.id)
    clock.wait(days: 1)
    _ = try library.keepReview(old, Response(answer: .choice(key)), seconds: 3)
    clock.wait(minutes: 20)
    let before = try #require(try library.reviewQueue().next)
    #expect(before.question == old)
    var item = old.item
    item.prompt = "What builds the proteins of a cell?"
    let edited = try library.edit(old, to: item, slot: 0, of: test)
    #expect(edited.revision == 2)
    let after = try #require(try library.reviewQueue().next)
    #expect(after.card == before.card && after.question == edited)
    #expect(try library.statistics().answers == 2)
    let kept = try library.keepReview(after.question, Response(answer: .choice(key)), seconds: 3)
    #expect(try #require(kept.due) > clock.now.addingTimeInterval(86_400))
  }

  /// A test of one question that was brought in, so that it can be edited without notes.
  private func broughtTest() throws -> String {
    let path = "\(fixture.folder)/cells.gift"
    try "What builds proteins in a cell? {=ribosomes ~vacuoles ~nuclei}"
      .write(toFile: path, atomically: true, encoding: .utf8)
    let outcome = try FileImport(library: library, course: "Biology", title: nil).bring(path: path)
    guard case .questions(let questions) = outcome else { throw POSIXError(.EINVAL) }
    return try #require(questions.testID)
  }

  @Test("Of a deleted test the answers still count, but its questions do not come back")
  func deletedTest() async throws {
    let attempt = try await handIn([1, 0, nil])
    clock.wait(days: 1)
    let before = try library.statistics()
    try library.deleteTest(attempt.testID)
    let figures = try library.statistics()
    // What was left open is no answer, neither before nor after.
    #expect((figures.answers, figures.right, figures.cards) == (2, 1, 0))
    #expect((before.answers, before.right, before.cards) == (2, 1, 2))
    #expect(try library.reviewQueue().next == nil)
    #expect(try library.isWhole())
  }
}
