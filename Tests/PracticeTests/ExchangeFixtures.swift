import Foundation

@testable import PracticeTests

extension StoredTest {
  /// A finished test with these items, of two topics in turn.
  static func fixture(_ items: [Item], title: String = "Cells / 1") -> StoredTest {
    let slots = items.enumerated().map { QuestionSlot.fixture($0.offset, format: $0.element.format) }
    return StoredTest(
      id: "abcd", title: title, course: "Biology", status: .complete, attemptState: nil,
      createdAt: Date(timeIntervalSince1970: 1_700_000_000),
      blueprint: TestBlueprint(request: TestRequest(count: items.count, seed: 7), slots: slots), backend: "mock",
      model: "built-in", allowsFallback: false,
      slots: zip(slots, items.enumerated()).map { slot, entry in
        var question = Question.fixture(
          "q\(entry.offset)", item: entry.element, topic: entry.offset % 2 == 0 ? "Cells" : "Tissue / skin")
        question.bloom = .analyze
        question.difficulty = .hard
        question.grounding = entry.element.evidence.map {
          Grounding(source: "cells.md", heading: "Cells", passageID: "p", quote: $0, line: 12)
        }
        return StoredSlot(slot: slot, generation: 1, state: .accepted(question))
      }, stats: GenerationStats())
  }
}

/// Texts that mean something in one format or another.
let trickyTexts = [
  "plain words", "a, b; \"c\" | d", "{=x ~y #z} : \\n \\", "<b>bold</b> &amp; <script>", "=1+2", "-3", "@SUM(A1)",
  "'=x",
  "%50%half", "::name:: text", "[html] text", "// no comment", "$CATEGORY: none", "# head", "#separator:comma",
  "{{c1::none}} }} {{", "two\nlines", "* star \\* star", "a -- b", "Größe \u{1F9EA} 睡眠", "ANSWER: A is it", "'", "TRUE",
  "B",
  "x{", "\\", "a\tb".replacing("\t", with: " "), "2,5", "&#65;", "]]>", "1/2 // 3", "_ under __", "A: b", "(a) b", "~",
]

/// Items of every format, each with everything that it can have, with a text in every place of it.
func items(with text: String) -> [Item] {
  let (rationale, evidence) = ("Because \(text) is so.", "It says \(text) here.")
  return [
    Item(
      format: .multipleChoice, prompt: "What is \(text)?", choices: ["no \(text)", text, "\(text) too", "none"],
      correctIndex: 1, correctAnswer: text, rationale: rationale, evidence: evidence),
    Item(
      format: .trueFalse, prompt: "It is \(text).", choices: ["True", "False"], correctIndex: 1, correctAnswer: "False",
      rationale: rationale, evidence: evidence),
    Item(
      format: .trueFalse, prompt: "It was \(text).", choices: ["True", "False"], correctIndex: 0, correctAnswer: "True"),
    Item(
      format: .cloze, prompt: "Say \(text.replacing("_", with: "-")) or ____ now.", correctAnswer: "the \(text)",
      acceptedAnswers: ["so \(text)", "or \(text)"], rationale: rationale, evidence: evidence),
    Item(
      format: .shortAnswer, prompt: "\(text.replacing("_", with: "-")): what is it?", correctAnswer: text,
      acceptedAnswers: ["any \(text)"], rationale: rationale, evidence: evidence),
    Item(
      format: .explanation, prompt: "Why \(text)?", correctAnswer: "Since \(text) is.\n\nAnd so on.",
      keyPoints: ["one \(text)", "two", "three"], rationale: rationale, evidence: evidence),
  ]
}
