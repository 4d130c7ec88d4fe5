import Foundation
import TestSupport

@testable import PracticeTests

/// A library with one test: an option to choose, a word and a sentence to write.
struct PlainLibrary {
  private let folder: TemporaryFolder
  let library: Library
  let test: String

  /// - Parameter unmade: how many questions the test still waits for.
  init(unmade: Int = 0, clock: @escaping @Sendable () -> Date = { Date() }) throws {
    folder = try TemporaryFolder()
    library = try Library(path: folder.file("testlet.sqlite"), clock: clock)
    let items = [
      Item(
        format: .multipleChoice, prompt: "What builds proteins?", choices: ["a nucleus", "a ribosome", "a vacuole"],
        correctIndex: 1, correctAnswer: "a ribosome", rationale: "It links amino acids.", evidence: "It builds."),
      Item(format: .shortAnswer, prompt: "What moves through a membrane by osmosis?", correctAnswer: "water molecules"),
      Item(
        format: .explanation, prompt: "Why does a plant wilt?", correctAnswer: "Its vacuoles lose water.",
        keyPoints: ["vacuoles lose water"]),
    ]
    let planned = items + Array(repeating: items[0], count: unmade)
    let slots = planned.enumerated().map { index, item in
      QuestionSlot(
        index: index, topic: "Cells", passageID: "p", bloom: .understand, difficulty: .medium, format: item.format,
        template: .conceptIdentification, choices: max(2, item.choices.count), keyPosition: 0)
    }
    let questions = items.enumerated().map { index, item in
      Question(
        id: "q\(index)", item: item, topic: "Cells", bloom: .understand, difficulty: .medium,
        template: .conceptIdentification,
        grounding: Grounding(source: "cells.md", heading: "Parts", passageID: "p", quote: "It builds.", line: 3),
        provenance: Provenance(origin: .builtin, backend: "mock", model: "built-in", attempts: 1))
    }
    test = try library.createTest(
      NewTest(
        title: "Cells", course: "Biology",
        blueprint: TestBlueprint(request: TestRequest(count: planned.count, seed: 7), slots: slots), versionIDs: [],
        backend: "mock", model: "built-in", allowsFallback: false), questions: questions)
  }
}
