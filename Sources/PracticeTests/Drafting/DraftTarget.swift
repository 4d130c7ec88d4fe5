/// What a question is to be about: an answer, and what the notes say of it.
///
/// Small models word a question well and choose its subject badly; so they are given the subject where code finds one.
struct DraftTarget: Sendable, Hashable {
  /// The passage that shows the answer.
  var passageID: String
  /// The passage's own words that show it.
  var evidence: String
  /// What the notes say of the answer, in sentences that stand alone.
  var fact: String
  /// The answer.
  var key: String
  /// Other names for it.
  var acceptedAnswers: [String]
  /// Why it is the answer, in the notes' words.
  var rationale: String
  /// The place of its candidate in the lexicon; `nil` where a model chose the answer.
  var candidate: Int?
  /// The question with which a model chose it.
  var question: String?
}

extension BuiltInWriter {
  /// What the slot can be about, best first: its own share of the notes, so that no two slots ask the same.
  func targets(for slot: QuestionSlot) -> [DraftTarget] {
    candidates(of: slot).map { index in
      let candidate = writer.lexicon.candidates[index]
      let subject = writer.subject(of: candidate)
      return DraftTarget(
        passageID: writer.lexicon.passages[candidate.passage].id, evidence: candidate.evidence, fact: subject.fact,
        key: subject.key, acceptedAnswers: subject.acceptedAnswers, rationale: subject.rationale, candidate: index)
    }
  }

  /// Wrong answers to a question about a target: terms of the notes, or numbers near it. `nil` where
  /// the notes do not have as many.
  func wrongAnswers(
    _ count: Int, to question: String, about target: DraftTarget, in slot: QuestionSlot,
    closeness: DistractorPicker.Closeness
  ) -> [String]? {
    guard let candidate = target.candidate else { return nil }
    var random = random("wrong answers \(slot.index) \(target.key)")
    return writer.wrongAnswers(
      count, to: question, about: writer.lexicon.candidates[candidate], shownAs: target.key, closeness: closeness,
      using: &random)
  }

  /// Terms of the notes that are close to the answer and wrong, `most` of them or fewer.
  func siblings(_ most: Int, to question: String, of target: DraftTarget, in slot: QuestionSlot) -> [String] {
    guard let candidate = target.candidate else { return [] }
    var random = random("siblings \(slot.index) \(target.key)")
    return writer.siblings(
      most, to: question, of: writer.lexicon.candidates[candidate], shownAs: target.key, using: &random)
  }
}
