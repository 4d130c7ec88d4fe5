import Foundation
import GRDB
import Testing

@testable import PracticeTests

/// When questions come back, and in which order.
extension StoreReviewsTests {
  @Test("The limits of a day hold back the rest for the next")
  func limits() async throws {
    var settings = ReviewSettings()
    (settings.newPerDay, settings.perDay) = (2, 3)
    let limited = try Self.open(fixture.path, clock, settings)
    _ = try await handIn([1, 1, 1, 1, 1])
    clock.wait(days: 1)
    let queue = try limited.reviewQueue()
    #expect((queue.due, queue.held) == (2, 3))
    let figures = try limited.statistics()
    #expect((figures.due, figures.held, figures.cards) == (queue.due, queue.held, 5))
    // What comes up today is what is due, and what is left for tomorrow comes up tomorrow.
    #expect(Array(figures.forecast.prefix(2)) == [2, 3] && figures.forecast.reduce(0, +) == 5)
    #expect(try reviewAll(limited).count == 2)
    #expect(try limited.reviewQueue().held == 3)
    clock.wait(days: 1)
    // The two of yesterday, then one of the others: that makes three.
    #expect(try limited.reviewQueue().due == 3)
  }

  @Test("A question comes again only after two others, where there are others")
  func spread() async throws {
    _ = try await handIn([1, 1, 1])
    clock.wait(days: 1)
    let ids = try (0..<3).map { _ in "" }.reduce(into: [String]()) { asked, _ in
      asked.append(try #require(try library.reviewQueue(asked: asked).next).question.id)
    }
    #expect(Set(ids).count == 3)
  }

  @Test("A wish for more certainty brings questions back sooner")
  func retention() async throws {
    _ = try await handIn([1])
    var settings = ReviewSettings()
    settings.retention = 0.97
    let careful = try Self.open(fixture.path, clock, settings)
    clock.wait(days: 1)
    let question = try #require(try library.reviewQueue().next).question
    func due(_ library: Library) throws -> Date {
      let kept = try (0..<4).map { _ in
        clock.wait(days: 9)
        return try library.keepReview(question, Response(answer: .choice(0)), seconds: 3)
      }
      defer {
        for one in kept { try? library.takeBackReview(one.id) }
        clock.wait(days: -36)
      }
      return try #require(kept.last?.due)
    }
    #expect(try due(careful) < due(library))
  }

  @Test("Quick, sure and not the first time: easy, once the student's own pace is known")
  func easy() async throws {
    _ = try await handIn([1])
    clock.wait(days: 1)
    let question = try #require(try library.reviewQueue().next).question
    func grade(_ seconds: Double, unsure: Bool = false) throws -> Int? {
      let kept = try library.keepReview(question, Response(answer: .choice(0), isUnsure: unsure), seconds: seconds)
      return try library.read { database in
        try Int.fetchOne(database, sql: "SELECT grade FROM answer WHERE id = ?", arguments: [kept.id])
      }
    }
    for _ in 0..<20 { #expect(try grade(10) == 3) }
    #expect(try grade(9) == 4)
    #expect(try grade(11) == 3)
    #expect(try grade(9, unsure: true) == 2)
  }
}
