import LanguageModels
import PracticeTests

/// Tests made in one way of asking the model, in a course of their own.
struct MeasuredDrafting {
  let method: DraftingChoice
  private(set) var tally = ChapterTally()
  /// The questions that the model wrote.
  private(set) var accepted: [SampledQuestion] = []

  private let library: Library
  private let service: LocalLLMService

  init(_ method: DraftingChoice, in library: Library, service: LocalLLMService) {
    (self.method, self.library, self.service) = (method, library, service)
  }

  /// Brings notes to the course.
  func bring(_ paths: [String]) throws {
    for path in paths {
      _ = try library.importSource(NoteReader.read(path: path), path: NotePlace.absolute(path), course: method.rawValue)
    }
  }

  /// Makes a test of one chapter, and says what became of its slots.
  mutating func make(_ count: Int, from path: String, seed: UInt64) async throws {
    var settings = GenerationSettings()
    settings.drafting = method
    let preparation = try TestPreparation(library: library, notes: [path], course: method.rawValue)
    let id = try preparation.createTest(
      TestRequest(count: count, seed: seed), title: nil, writer: await service.selected, allowsFallback: false)
    let watch = CalibrationWatch()
    let start = ContinuousClock.now
    _ = try await TestGenerator(library: library, service: service, settings: settings, newID: Library.randomID)
      .run(id, report: watch.note)
    let test = try library.test(id)
    tally.add(test, seconds: (ContinuousClock.now - start - watch.duration) / .seconds(1))
    let said = ["\(method.rawValue), \(test.title): \(Accounting.sentence(test))"] + watch.sentences
    print(said.joined(separator: "\n  "))
    accepted += test.questions.compactMap { question in
      guard question.provenance.origin == .model else { return nil }
      let passage = preparation.material.passages.first { $0.id == question.grounding?.passageID }
      return SampledQuestion(question: question, passage: passage?.text ?? "")
    }
  }
}
