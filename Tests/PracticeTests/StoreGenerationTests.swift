import Foundation
import Testing

@testable import PracticeTests

/// What fills the slots of a test in the library, and who may.
@Suite("Keeping what is generated")
struct StoreGenerationTests {
  private let fixture: LibraryFixture
  private var library: Library { fixture.library }

  init() throws {
    fixture = try LibraryFixture()
  }

  /// Does something with the lease of a test, which nobody else holds.
  private func leased(_ id: String, _ body: (Lease) async throws -> Void) async throws {
    try #require(try await library.withLease(test: id, body))
  }

  private let gone = [Violation(gate: .schema, field: "draft", action: .reject, message: "No sentence is left.")]

  @Test("A test comes back as it was planned, all slots open")
  func planned() throws {
    let new = NewTest.fixture(slots: 3)
    let id = try library.createTest(new)
    let test = try library.test(id)
    #expect(test.blueprint == new.blueprint)
    #expect(test.slots.allSatisfy { $0.state == .open && $0.generation == 1 })
    #expect(test.status == .generating && test.shownStatus == "generating")
    #expect(test.questions.isEmpty && test.stats == GenerationStats())
    #expect((test.title, test.course, test.backend, test.model) == ("Cells", "Biology", "mock", "built-in"))
  }

  @Test("A question is kept once in an open slot; what comes after it, or of another generation, is dropped")
  func compareAndSet() async throws {
    let id = try fixture.test(slots: 2)
    try await leased(id) { (lease) async throws in
      #expect(try !library.keeps(.fixture("late"), slot: 0, generation: 0, lease: lease))
      #expect(try !library.keeps(.fixture("early"), slot: 0, generation: 2, lease: lease))
      #expect(try library.keeps(.fixture("first"), slot: 0, generation: 1, lease: lease))
      #expect(try !library.keeps(.fixture("second"), slot: 0, generation: 1, lease: lease))
      #expect(try !library.markMissing(gone, slot: 0, generation: 1, lease: lease))
      #expect(try !library.keeps(.fixture("nowhere"), slot: 9, generation: 1, lease: lease))
    }
    #expect(try library.test(id).questions.map(\.id) == ["first"])
    // Nothing is left of what was dropped.
    #expect(try library.bank(course: "Biology").map(\.id) == ["first"])
  }

  @Test("A missing slot keeps its reasons; opened again, it drops the answers of the generation before")
  func reopened() async throws {
    let id = try fixture.test(slots: 2)
    try await leased(id) { lease in
      #expect(try library.keeps(.fixture("a"), slot: 0, generation: 1, lease: lease))
      #expect(try library.markMissing(gone, slot: 1, generation: 1, lease: lease))
      #expect(try library.finish(lease) == .incomplete)
      #expect(try library.test(id).slots[1].state == .missing(gone))
      try library.reopenMissing(lease)
      #expect(try library.test(id).slots.map(\.generation) == [1, 2])
      #expect(try library.test(id).status == .generating)
      #expect(try !library.keeps(.fixture("late"), slot: 1, generation: 1, lease: lease))
      #expect(try library.keeps(.fixture("b", key: "nucleus"), slot: 1, generation: 2, lease: lease))
      #expect(try library.finish(lease) == .complete)
    }
  }

  @Test("Where a test stands follows from its slots")
  func status() async throws {
    let id = try fixture.test(slots: 2)
    try await leased(id) { (lease) async throws in
      #expect(try library.finish(lease) == .generating)
      #expect(try library.markMissing(gone, slot: 0, generation: 1, lease: lease))
      #expect(try library.finish(lease) == .generating)
      #expect(try library.markMissing(gone, slot: 1, generation: 1, lease: lease))
      #expect(try library.finish(lease) == .failed)
    }
    #expect(try library.test(id).shownStatus == "failed")
  }

  @Test("What parts of a generation cost is added up")
  func stats() async throws {
    let id = try fixture.test()
    var part = GenerationStats()
    (part.drafts, part.repairs, part.fallbacks, part.seconds) = (3, 2, 1, 0.5)
    (part.promptTokens, part.cachedPromptTokens, part.outputTokens) = (30, 20, 10)
    try library.addStats(part, test: id)
    try library.addStats(part, test: id)
    var sum = part
    sum += part
    #expect(try library.test(id).stats == sum)
    #expect(sum.drafts == 6 && sum.seconds == 1)
    #expect(throws: LibraryError.noSuchTest("none")) { try library.addStats(part, test: "none") }
  }

  @Test("Costs that an earlier testlet kept are read, without what it did not count")
  func olderStats() throws {
    let text =
      #"{"drafts":3,"repairs":2,"fallbacks":1,"seconds":0.5,"promptTokens":30,"cachedPromptTokens":20,"outputTokens":10}"#
    let stats = try JSONDecoder().decode(GenerationStats.self, from: Data(text.utf8))
    #expect((stats.drafts, stats.outputTokens, stats.repairedAnswers) == (3, 10, 0))
  }

  @Test("A question that an earlier testlet kept is read, without what its gates had let pass")
  func olderQuestion() throws {
    let question = Question.fixture("q")
    let noted = try JSONColumn.text([Violation(gate: .oddKey, field: "choices", action: .warn, message: "Odd.")])
    let row = try "{\"warnings\":\(noted)," + JSONColumn.text(question).dropFirst()
    #expect(try JSONColumn.value(Question.self, row) == question)
  }

  @Test("The bank of a course holds its own questions, without those that were deleted")
  func bank() async throws {
    let id = try await fixture.filledTest(["ribosome", "nucleus"])
    #expect(try library.bank(course: "Biology").map(\.item.correctAnswer).sorted() == ["nucleus", "ribosome"])
    #expect(try library.bank(course: "History").isEmpty)
    try library.deleteTest(id)
    #expect(try library.bank(course: "Biology").isEmpty)
  }

  @Test("A question keeps every word of hostile text", arguments: hostileTexts)
  func hostile(text: String) async throws {
    let item = Item(
      format: .cloze, prompt: text, correctAnswer: text, acceptedAnswers: [text], keyPoints: [text], rationale: text,
      evidence: text)
    let id = try library.createTest(.fixture(slots: 1, course: text, title: text))
    try await leased(id) { (lease) async throws in
      #expect(try library.keeps(.fixture("q", item: item), slot: 0, generation: 1, lease: lease))
    }
    let test = try library.test(id)
    #expect(test.questions.map(\.item) == [item])
    #expect((test.title, test.course) == (text, text))
    #expect(try library.tests().map(\.title) == [text])
  }

  // MARK: - The lease

  @Test("Nobody else gets a test while it is generated, also not by another opening of the library")
  func exclusive() async throws {
    let (one, two) = (try fixture.test(), try fixture.test())
    let other = try fixture.reopened()
    try await leased(one) { (_) async throws in
      #expect(try await library.withLease(test: one) { $0 } == nil)
      #expect(try await other.withLease(test: one) { $0 } == nil)
      #expect(try await other.withLease(test: two) { $0.testID } == two)
    }
    #expect(try await other.withLease(test: one) { $0.testID } == one)
  }

  @Test("The lease is given back when the work throws, and leaves no file")
  func thrown() async throws {
    let id = try fixture.test()
    await #expect(throws: CancellationError.self) {
      try await library.withLease(test: id) { _ in throw CancellationError() }
    }
    #expect(try await library.withLease(test: id) { _ in true } == true)
    #expect(try FileManager.default.contentsOfDirectory(atPath: fixture.folder).allSatisfy { !$0.hasSuffix(".lock") })
    await #expect(throws: LibraryError.noSuchTest("none")) { try await library.withLease(test: "none") { _ in } }
  }

  @Test("Who lost the lease without noticing can't write any more")
  func lost() async throws {
    let id = try fixture.test()
    let other = try fixture.reopened()
    try await leased(id) { old in
      // The lock's file is taken away, so that the next one locks another.
      try FileManager.default.removeItem(atPath: "\(fixture.path)-\(id).lock")
      let taken = try await other.withLease(test: id) { new in
        #expect(try !library.keeps(.fixture("old"), slot: 0, generation: 1, lease: old))
        #expect(try !library.markMissing(gone, slot: 0, generation: 1, lease: old))
        return try other.keeps(.fixture("new"), slot: 0, generation: 1, lease: new)
      }
      #expect(taken == true)
    }
    #expect(try library.test(id).questions.map(\.id) == ["new"])
  }

  @Test("Many who want a test at once get it one after the other")
  func contention() async throws {
    let id = try fixture.test(slots: 40)
    let path = fixture.path
    let accepted = try await withThrowingTaskGroup(of: Int.self) { group in
      for worker in 0..<4 {
        group.addTask {
          let library = try LibraryFixture.open(path)
          var accepted = 0
          while accepted < 10 {
            accepted +=
              try await library.withLease(test: id) { lease in
                let open = try library.test(id).slots.first { $0.state == .open }
                guard let slot = open?.slot.index else { return 0 }
                let question = Question.fixture("q\(worker)-\(slot)", key: "part \(slot) of \(worker)")
                return try library.keeps(question, slot: slot, generation: 1, lease: lease) ? 1 : 0
              } ?? 0
            await Task.yield()
          }
          return accepted
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(accepted == 40)
    #expect(try library.test(id).questions.count == 40)
  }

  @Test("After a kill in the middle, what was accepted is there and the test can be generated at once")
  func killed() async throws {
    let id = try fixture.test()
    let path = fixture.path
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String, id = id as String] in
      let library = try LibraryFixture.open(path)
      _ = try await library.withLease(test: id) { lease in
        guard try library.keeps(.fixture("kept"), slot: 1, generation: 1, lease: lease) else { exit(1) }
        kill(getpid(), SIGKILL)
      }
    }
    let again = try fixture.reopened()
    #expect(try again.isWhole())
    #expect(try again.test(id).questions.map(\.id) == ["kept"])
    #expect(FileManager.default.fileExists(atPath: "\(path)-\(id).lock"))
    let went = try await again.withLease(test: id) { lease in
      try again.accept(.fixture("next", key: "nucleus"), slot: 0, generation: 1, lease: lease)
    }
    #expect(went == .kept)
    #expect(!FileManager.default.fileExists(atPath: "\(path)-\(id).lock"))
  }
}
