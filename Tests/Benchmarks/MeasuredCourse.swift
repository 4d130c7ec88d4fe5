import ArgumentParser
import LanguageModels
import PracticeTests
import Synchronization
import TestSupport

/// A course in a library of its own, which is thrown away.
final class MeasuredCourse {
  /// How a test was made.
  struct Run {
    /// Until the first slot was begun: the notes are read, and the course's questions are known.
    var opening: Duration
    /// From there to the end.
    var filling: Duration
    var accepted: Int
    /// Those of them that the model wrote, not the built-in writer in its place.
    var byModel: Int

    var whole: Duration { opening + filling }
  }

  private static let name = "Measured"

  private let folder: TemporaryFolder
  private let library: Library
  private let model: InstantModel
  private let service: LocalLLMService

  /// An empty one, for a model and the service that has it.
  init(model: InstantModel, service: LocalLLMService) throws {
    folder = try TemporaryFolder()
    library = try Library(path: folder.file("testlet.sqlite"))
    (self.model, self.service) = (model, service)
  }

  /// Makes a test of chapters; unless it is kept, the course is as before.
  func generate(_ count: Int, from chapters: [String], seed: UInt64, isKept: Bool = true) async throws -> Run {
    let id = try await createTest(count, of: preparation(chapters), seed: seed)
    let generator = TestGenerator(
      library: library, service: service, settings: InstantModel.settings, newID: Library.randomID)
    model.beginTest()
    let begun = Mutex<ContinuousClock.Instant?>(nil)
    let start = ContinuousClock.now
    _ = try await generator.run(id) { event in
      if case .slot = event { begun.withLock { $0 = $0 ?? .now } }
    }
    let end = ContinuousClock.now
    let first = begun.withLock { $0 } ?? end
    let questions = try library.test(id).questions
    if !isKept { try library.dropTest(id) }
    return Run(
      opening: first - start, filling: end - first, accepted: questions.count,
      byModel: questions.count { $0.provenance.origin == .model })
  }

  /// Puts questions into the course that are made of random words of the notes, each about a sentence of its passage.
  func stock(_ count: Int, from chapters: [String], seed: UInt64) async throws {
    let passages = try chapters.flatMap { try NoteReader.read(path: $0).passages }
    let words = Set(passages.flatMap { Words.tokens($0.text) }).sorted()
    let sentences = Dictionary(passages.map { ($0.id, Sentences.split($0.text)) }) { first, _ in first }
    var generator = SeededGenerator(seed: seed, stream: "stock")
    let preparation = try preparation(chapters)
    var left = count
    while left > 0 {
      let size = min(left, TestRequest.countRange.upperBound)
      let test = try library.test(try await createTest(size, of: preparation, seed: seed))
      let questions = test.slots.map { slot in
        Self.question(for: slot.slot, of: words, about: sentences[slot.slot.passageID] ?? [], &generator)
      }
      let kept = try await library.withLease(test: test.id) { lease in
        try zip(test.slots, questions).map { slot, question in
          try library.accept(question, slot: slot.slot.index, generation: slot.generation, lease: lease)
        }
      }
      guard kept?.allSatisfy({ $0 == .kept }) == true else { throw ValidationError("The course could not be stocked.") }
      left -= size
    }
  }

  private func preparation(_ chapters: [String]) throws -> TestPreparation {
    try TestPreparation(library: library, notes: chapters, course: Self.name)
  }

  private func createTest(_ count: Int, of preparation: TestPreparation, seed: UInt64) async throws -> String {
    try preparation.createTest(
      TestRequest(count: count, seed: seed), title: nil, writer: await service.selected, allowsFallback: false)
  }

  private static func question(
    for slot: QuestionSlot, of words: [String], about sentences: [String], _ generator: inout SeededGenerator
  ) -> Question {
    let quote = sentences.isEmpty ? nil : sentences[generator.index(below: sentences.count)]
    let some = (0..<16).map { _ in words[generator.index(below: words.count)] }
    let choices = Array(some.prefix(4))
    let item = Item(
      format: .multipleChoice, prompt: some.dropFirst(4).joined(separator: " ") + "?", choices: choices,
      correctIndex: 0, correctAnswer: choices[0], rationale: some.joined(separator: " "), evidence: some[0])
    return Question(
      id: Library.randomID(), item: item, topic: slot.topic, bloom: slot.bloom, difficulty: slot.difficulty,
      template: slot.template,
      grounding: quote.map {
        Grounding(source: "notes.md", heading: slot.topic, passageID: slot.passageID, quote: $0, line: 1)
      },
      provenance: Provenance(origin: .builtin, backend: "mock", model: "-", attempts: 1))
  }
}
