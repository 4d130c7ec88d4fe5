import Testing

@testable import PracticeTests

/// Practice with what is not due.
extension StoreReviewsTests {
  @Test("Practice stays in a course until all of it was asked")
  func practice() async throws {
    for course in ["Biology", "History"] {
      let test = try fixture.test(slots: 3, course: course)
      try await fixture.fill(test, (0..<3).map { Question.fixture("\(course)-\($0)", key: "key\($0)") })
    }
    var asked: [String] = []
    for _ in 0..<6 { asked.append(try #require(try library.practiceItem(asked: asked)).question.id) }
    let courses = asked.map { $0.prefix(7) }
    #expect(courses == [Substring](repeating: "Biology", count: 3) + [Substring](repeating: "History", count: 3))
    #expect(Set(asked).count == 6)
  }

  @Test("Practice takes nothing of what may be reviewed on a day")
  func practiceBesides() async throws {
    var settings = ReviewSettings()
    (settings.newPerDay, settings.perDay) = (2, 2)
    let limited = try Self.open(fixture.path, clock, settings)
    let questions = try await handIn([0, 0, 0, 1, 1]).items.map(\.question)
    clock.wait(days: 1)
    for question in questions.prefix(2) {
      _ = try limited.keepReview(question, Response(answer: .choice(0)), seconds: 3)
    }
    let missed = try limited.keepReview(questions[2], Response(answer: .choice(1)), seconds: 3)
    #expect(try limited.reviewQueue().due == 2)
    // Kept anew when the question has come due because of it, it is practice as before.
    clock.wait(minutes: 2)
    let again = Response(answer: .choice(1), isUnsure: true)
    _ = try limited.keepReview(questions[2], again, seconds: 3, replacing: missed.id)
    let queue = try limited.reviewQueue()
    #expect((queue.due, queue.held) == (2, 0))
    #expect(try Set(reviewAll(limited)) == ["3", "4"])
  }
}
