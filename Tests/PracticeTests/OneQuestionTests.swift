import Foundation
import GRDB
import LanguageModels
import TestSupport
import Testing

@testable import PracticeTests

/// Replacing a question, adding one like it, and changing one.
@Suite struct OneQuestionTests {
  private let fixture: GenerationFixture
  private var library: Library { fixture.library }

  init() throws { fixture = try GenerationFixture() }

  private func generated(_ count: Int = 4, formats: [QuestionFormat] = [.multipleChoice]) async throws -> String {
    let id = try fixture.plan(count, formats: formats)
    try await fixture.run(id, GenerationFixture.builtIn())
    return id
  }

  private func generator(_ service: LocalLLMService) -> TestGenerator {
    TestGenerator(library: library, service: service, settings: .atOnce, newID: Library.randomID)
  }

  // MARK: - Replacing

  @Test("A replaced question leaves the test and the bank, and another stands in its slot")
  func replaces() async throws {
    let id = try await generated()
    let before = try library.test(id)
    let sitting = try library.startAttempt(test: id, mode: .study)
    let new = try await generator(GenerationFixture.builtIn()).replace(1, of: id) { _ in }
    let after = try library.test(id)
    #expect(after.questions[1] == new && after.questions.count == 4 && after.status == .complete)
    #expect(after.questions.map(\.id) != before.questions.map(\.id))
    #expect(after.slots[1].slot == before.slots[1].slot && after.slots[1].generation == 2)
    #expect(new.grounding?.quote != before.questions[1].grounding?.quote)
    let bank = try library.bank(course: "Computing").map(\.id)
    #expect(!bank.contains(before.questions[1].id) && bank.contains(new.id))
    // It is not made again, and who is at the test keeps what was shown.
    #expect(try library.isRepeated(before.questions[1].item, in: "Computing"))
    #expect(try library.attempt(sitting.id).items.map(\.question.id) == sitting.items.map(\.question.id))
    #expect(try library.isWhole())
  }

  @Test("A replacement that is taken back gives the test its question again, and the tags move over each time")
  func takesBack() async throws {
    let id = try await generated()
    let old = try library.test(id).questions[1]
    try library.setTags(["exam"], question: old.id)
    let new = try await generator(GenerationFixture.builtIn()).replace(1, of: id) { _ in }
    func tags(_ question: String) throws -> [String]? {
      try library.questions().entries.first { $0.id == question }?.tags
    }
    #expect(try tags(new.id) == ["exam"] && tags(old.id) == nil)
    try library.setTags(["exam", "week 2"], question: new.id)
    try library.takeBackReplacement(of: old.id, by: new.id)
    #expect(try library.test(id).questions[1] == old && library.test(id).questions.count == 4)
    #expect(try tags(old.id) == ["exam", "week 2"] && tags(new.id) == nil)
    // Neither is made once more, and what was taken back can't be taken back again.
    #expect(try library.isRepeated(old.item, in: "Computing") && library.isRepeated(new.item, in: "Computing"))
    #expect(throws: LibraryError.noSuchQuestion(new.id)) { try library.takeBackReplacement(of: old.id, by: new.id) }
    #expect(try library.lastDeletedQuestion() == nil && library.isWhole())
  }

  @Test("Replacing again and again never brings a question back, and at the end says that there is no other")
  func exhausts() async throws {
    let id = try await generated(1)
    var seen = Set(try library.test(id).questions.map(\.item.prompt))
    let generator = generator(try GenerationFixture.builtIn())
    for _ in 0..<200 {
      do {
        let new = try await generator.replace(0, of: id) { _ in }
        #expect(seen.insert(new.item.prompt).inserted)
      } catch GenerationError.noneMade(let reason) {
        #expect(!reason.isEmpty && seen.count > 10)
        #expect(try library.test(id).questions.count == 1)
        return
      }
    }
    Issue.record("still going")
  }

  @Test("Where no other can be made, the test stays as it is")
  func keeps() async throws {
    let id = try await generated(2)
    let before = try library.test(id)
    let service = try GenerationFixture.model { _ in "no" }
    // A test whose notes are gone.
    let none = try library.createTest(
      NewTest(
        title: "Empty", course: "Empty",
        blueprint: TestBlueprint(request: TestRequest(count: 1, seed: 1), slots: [.fixture(0)]), versionIDs: [],
        backend: "model", model: "m", allowsFallback: false))
    _ = try await library.withLease(test: none) { (lease) async throws in
      #expect(try library.keeps(.fixture("only"), slot: 0, generation: 1, lease: lease))
      try library.finish(lease)
    }
    let generator = generator(service)
    await #expect(throws: GenerationError.self) { try await generator.replace(0, of: none) { _ in } }
    #expect(try library.test(none).questions.map(\.id) == ["only"] && library.test(none).status == .complete)
    for slot in [7, -1] {
      await #expect(throws: GenerationError.noQuestion) { try await generator.replace(slot, of: id) { _ in } }
    }
    _ = try await library.withLease(test: id) { (_) async throws in
      await #expect(throws: GenerationError.busy) { try await generator.replace(0, of: id) { _ in } }
    }
    #expect(try library.test(id).questions == before.questions)
  }

  /// A test with one question, which was brought in.
  private func broughtTest() throws -> String {
    let folder = try TemporaryFolder()
    let path = try folder.write("What builds proteins in a cell? {=ribosomes ~vacuoles ~nuclei}", to: "cells.gift")
    let outcome = try FileImport(library: library, course: "Computing", title: nil).bring(path: path)
    guard case .questions(let questions) = outcome else { throw POSIXError(.EINVAL) }
    return try #require(questions.testID)
  }

  @Test("Of a question that was brought in it is said that it rests on no notes, and the test stays as it is")
  func brought() async throws {
    let id = try broughtTest()
    let before = try library.test(id)
    let generator = generator(try GenerationFixture.builtIn())
    await #expect(throws: GenerationError.brought) { try await generator.replace(0, of: id) { _ in } }
    await #expect(throws: GenerationError.brought) { try await generator.another(like: 0, in: id) { _ in } }
    #expect(GenerationError.brought.sentence.hasPrefix("This question was brought in, so there are no notes"))
    #expect(try library.test(id).questions == before.questions && library.test(id).status == .complete)
  }

  // MARK: - Another

  @Test("One more of a kind stands at the end, balanced, and joins an open sitting")
  func another() async throws {
    let id = try await generated()
    let before = try library.test(id)
    let sitting = try library.startAttempt(test: id, mode: .study)
    let new = try await generator(GenerationFixture.builtIn()).another(like: 2, in: id) { _ in }
    let after = try library.test(id)
    #expect(Array(after.questions.dropLast()) == before.questions && after.questions.last == new)
    #expect(after.blueprint.request.count == 5 && after.status == .complete)
    #expect(after.blueprint.faults == [])
    #expect(after.slots[4].slot.topic == before.slots[2].slot.topic)
    #expect(new.topic == before.questions[2].topic)
    #expect(try library.extend(attempt: sitting.id).items.last?.question == new)
    let known = Set(before.questions.map(\.item.prompt))
    #expect(!known.contains(new.item.prompt))
  }

  @Test("A full test takes no more")
  func full() async throws {
    let id = try library.createTest(.fixture(slots: 200))
    _ = try await library.withLease(test: id) { (lease) async throws in
      #expect(try library.keeps(.fixture("q"), slot: 0, generation: 1, lease: lease))
    }
    await #expect(throws: GenerationError.full) {
      try await generator(GenerationFixture.builtIn()).another(like: 0, in: id) { _ in }
    }
  }

  // MARK: - Changing

  @Test("A change that passes the gates is a new revision; the old one and what sittings show stay")
  func edits() async throws {
    let id = try await generated(2)
    let old = try library.test(id).questions[0]
    let sitting = try library.startAttempt(test: id, mode: .study)
    var item = old.item
    item.rationale = "This is so because the notes say it, in as many words as a rationale needs to have."
    let new = try library.edit(old, to: item, slot: 0, of: id)
    #expect((new.id, new.revision, new.item.rationale) == (old.id, 2, item.rationale))
    #expect(!TestMarkdown.origin(of: old).contains("edited") && TestMarkdown.origin(of: new).contains("edited by you"))
    #expect(try library.test(id).questions[0] == new)
    #expect(try library.revisions(of: old.id) == [old, new])
    #expect(try library.attempt(sitting.id).items.first { $0.slot == 0 }?.question == old)
    // Whoever changed an older revision comes too late.
    #expect(throws: EditError.overtaken) { try library.edit(old, to: item, slot: 0, of: id) }
    #expect(try library.edit(new, to: item, slot: 0, of: id) == new)
    #expect(try library.isWhole())
  }

  @Test("Another key than the one that the evidence names is refused")
  func otherKey() async throws {
    let id = try await generated(1)
    let old = try library.test(id).questions[0]
    var item = old.item
    item.correctIndex = (item.choices.firstIndex(of: item.correctAnswer) ?? 0) == 0 ? 1 : 0
    item.correctAnswer = item.choices[item.correctIndex ?? 0]
    #expect(throws: EditError.self) { try library.edit(old, to: item, slot: 0, of: id) }
    #expect(try library.test(id).questions[0] == old)
  }

  @Test("A change that a gate is against is refused by name, and nothing is kept")
  func refuses() async throws {
    let id = try await generated(2)
    let questions = try library.test(id).questions
    var item = questions[0].item
    item.evidence = "The passage does not say this sentence anywhere at all."
    item.choices[(item.correctIndex ?? 0) == 0 ? 1 : 0] = item.correctAnswer
    do {
      _ = try library.edit(questions[0], to: item, slot: 0, of: id)
      Issue.record("kept")
    } catch EditError.refused(let violations) {
      #expect(Set(violations.map(\.gate)).isSuperset(of: [.duplicateOption, .evidence]))
    }
    // Another's question, word for word.
    #expect(throws: EditError.self) { try library.edit(questions[0], to: questions[1].item, slot: 0, of: id) }
    #expect(try library.test(id).questions == questions)
  }

  @Test("A question that was brought in is changed without notes, and has to pass the gates that it passed then")
  func editsBrought() throws {
    let id = try broughtTest()
    let old = try library.test(id).questions[0]
    #expect(try EditableQuestion.item(EditableQuestion.text(old.item), changing: old.item) == old.item)
    var item = old.item
    item.prompt = "What builds the proteins of a cell?"
    let new = try library.edit(old, to: item, slot: 0, of: id)
    #expect((new.id, new.revision, new.item) == (old.id, 2, item))
    #expect(new.grounding == nil && new.provenance == old.provenance)
    #expect(try library.test(id).questions == [new] && library.isWhole())
    item.choices = item.choices.map { $0 == "nuclei" ? "vacuoles" : $0 }
    do {
      _ = try library.edit(new, to: item, slot: 0, of: id)
      Issue.record("kept")
    } catch EditError.refused(let violations) {
      #expect(violations.contains { $0.gate == .duplicateOption })
    }
    #expect(try library.test(id).questions == [new])
  }

  // MARK: - Repeated questions

  @Test("What another process has kept for the course meanwhile is not kept once more")
  func repeatedElsewhere() async throws {
    let (one, two) = (try fixture.store.test(), try fixture.store.test())
    let other = try fixture.store.reopened()
    _ = try await library.withLease(test: one) { (lease) async throws in
      #expect(try library.accept(.fixture("a"), slot: 0, generation: 1, lease: lease) == .kept)
    }
    _ = try await other.withLease(test: two) { (lease) async throws in
      #expect(try other.accept(.fixture("b"), slot: 0, generation: 1, lease: lease) == .repeats)
      #expect(try other.accept(.fixture("c", key: "nucleus"), slot: 0, generation: 1, lease: lease) == .kept)
    }
    #expect(try other.bank(course: "Biology").map(\.id).sorted() == ["a", "c"])
  }

  @Test("Repeated questions are found by an index, however many there are")
  func indexed() throws {
    let steps = try library.read { database in
      try Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN \(QuestionMarks.alike)", arguments: ["Biology", 1])
        .map { $0["detail"] as String }
    }
    #expect(!steps.isEmpty && steps.allSatisfy { !$0.hasPrefix("SCAN") }, "\(steps)")
  }

  @Test("A library that was made before there were marks gets them")
  func migrated() async throws {
    let id = try await generated(2)
    let question = try library.test(id).questions[0]
    try library.write { try $0.execute(sql: "DELETE FROM questionMark") }
    #expect(try !library.isRepeated(question.item, in: "Computing"))
    try library.write { try QuestionMarks.makeAll($0) }
    #expect(try library.isRepeated(question.item, in: "Computing"))
    #expect(try !library.isRepeated(question.item, in: "History"))
  }
}
