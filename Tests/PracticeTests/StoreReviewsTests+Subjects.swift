import Foundation
import Testing

@testable import PracticeTests

/// Figures about a topic or a course.
extension StoreReviewsTests {
  @Test("The figures about a topic or a course leave out everything else, in each of their parts")
  func subjects() async throws {
    let test = try fixture.test(slots: 3)
    _ = try await fixture.library.withLease(test: test) { lease in
      for (slot, topic) in ["Cells", "Cells", "Plants"].enumerated() {
        let question = Question.fixture("\(slot)", key: "key\(slot)", topic: topic, bloom: BloomLevel.allCases[slot])
        _ = try fixture.library.keeps(question, slot: slot, generation: 1, lease: lease)
      }
      return try fixture.library.finish(lease)
    }
    for choices in [[0, 1, 1], [0, 1, 1]] {
      let attempt = try library.startAttempt(test: test, mode: .exam)
      for (position, item) in attempt.items.enumerated() {
        let slot = try #require(Int(item.question.id))
        let response = Response(answer: .choice(choices[slot]), isUnsure: slot == 2, answeredAt: clock.now)
        try library.respond(attempt: attempt.id, position: position, response)
      }
      _ = try library.submit(attempt: attempt.id)
      clock.wait(days: 1)
    }
    let (all, cells) = (try library.statistics(), try library.statistics(about: [.topic("Cells")]))
    #expect((all.answers, all.right, all.cards, all.hardest.count) == (6, 2, 2, 2))
    #expect((cells.answers, cells.right, cells.cards, cells.hardest.count) == (4, 2, 1, 1))
    #expect(cells.topics == all.topics.filter { $0.name == "Cells" } && cells.topics.count == 1)
    #expect(cells.blooms.map(\.name) == ["remember", "understand"])
    #expect((cells.sure.total, cells.unsure.total, all.unsure.total) == (4, 0, 2))
    #expect(cells.days.map(\.answers) == [2, 2] && all.days.map(\.answers) == [3, 3])
    #expect(cells.forecast.reduce(0, +) == 1 && all.forecast.reduce(0, +) == 2)
    let plants = try library.reviewQueue(about: [.topic("Plants"), .course("Biology")])
    #expect(plants.due == 1 && plants.next?.question.id == "2")
    #expect(try library.reviewQueue().due == 2)
    try library.setSuspended(true, question: "2")
    #expect(try library.statistics(about: [.topic("Plants")]).suspended == 1)
    #expect(try library.statistics(about: [.topic("Cells")]).suspended == 0)
    #expect(try library.statistics(about: [.course("History")]).answers == 0)
  }

  @Test("A course or a topic is known regardless of capitals and accents, and by a part of its name it is not")
  func knownSubjects() async throws {
    let test = try fixture.test(slots: 3)
    _ = try await fixture.library.withLease(test: test) { lease in
      for (slot, topic) in ["M\u{E9}iosis", "DNA", "Dna"].enumerated() {
        let question = Question.fixture("\(slot)", key: "key\(slot)", topic: topic)
        _ = try fixture.library.keeps(question, slot: slot, generation: 1, lease: lease)
      }
      return try fixture.library.finish(lease)
    }
    for said in ["M\u{E9}iosis", "meiosis", "ME\u{301}IOSIS"] {
      #expect(try library.known(.topic(said)) == .topic("M\u{E9}iosis"), "\(said)")
    }
    #expect(try library.known(.course("biology")) == .course("Biology"))
    #expect(try library.known(.topic("DNA")) == .topic("DNA") && library.known(.topic("Dna")) == .topic("Dna"))
    let several = LibraryError.ambiguousSubject(.topic("dna"), candidates: ["DNA", "Dna"])
    #expect(throws: several) { try library.known(.topic("dna")) }
    #expect(several.sentence == "\"dna\" can be \"DNA\" or \"Dna\": write it as one of them is written.")
    for unknown in [StatsSubject.topic("Biology"), .course("DNA"), .topic("meio"), .topic("")] {
      #expect(try library.known(unknown) == nil)
    }
    #expect(try library.course(like: "BIOLOGY") == "Biology" && library.course(like: "Art") == "Art")
  }
}
