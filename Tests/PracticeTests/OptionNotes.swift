import Testing

@testable import PracticeTests

/// Notes, and what is asked of them.
struct OptionNotes {
  let lexicon: Lexicon
  private var writer: ItemWriter { ItemWriter(lexicon: lexicon) }

  init(_ text: String) {
    lexicon = PracticeTestsTests.lexicon(text)
  }

  func candidate(_ name: String) -> Candidate? {
    lexicon.candidates.first { $0.term.map { lexicon.terms[$0].name.shown } == name }
  }

  /// The terms that are closest to one, the best first.
  func siblings(of name: String, _ most: Int = 9) throws -> [String] {
    var random = SeededGenerator(seed: 1)
    return try writer.siblings(
      most, to: "Which word fits?", of: #require(candidate(name)), shownAs: name, using: &random)
  }

  /// The draft for a term; `false` is asked for of statements.
  func draft(_ name: String, _ format: QuestionFormat, seed: UInt64) -> QuestionDraft? {
    var random = SeededGenerator(seed: seed)
    let slot = QuestionSlot(
      index: 0, topic: "Notes", passageID: lexicon.passages[0].id, bloom: .remember, difficulty: .easy, format: format,
      template: .conceptIdentification, choices: 4, keyPosition: 1)
    return candidate(name).flatMap { writer.draft(of: $0, for: slot, using: &random) }
  }

  func multipleChoice(_ name: String, seed: UInt64) -> QuestionDraft.MultipleChoice? {
    if case .multipleChoice(let question)? = draft(name, .multipleChoice, seed: seed) { question } else { nil }
  }

  func falseStatement(_ name: String, seed: UInt64) -> String? {
    if case .trueFalse(let question)? = draft(name, .trueFalse, seed: seed) { question.statement } else { nil }
  }
}
