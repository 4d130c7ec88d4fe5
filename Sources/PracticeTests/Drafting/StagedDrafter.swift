import LanguageModels

/// Has a model write the draft of one slot in stages, each with gates and tries of its own.
///
/// Every format with a short answer begins with the same two requests: a question worded for an answer (multiple choice,
/// short answer), or the fact restated in one sentence that holds it (cloze, true/false). The rest is done by code where
/// the notes have what it takes.
struct StagedDrafter {
  /// How often one stage is asked.
  static let triesOfStage = 3

  let service: LocalLLMService
  let backend: String
  let assignment: SlotAssignment
  let onText: @Sendable (String) -> Void
  /// The last answer, with what all of them cost.
  var response: LLMResponse?
  /// Requests sent.
  var requests = 0
  /// Answers whose form had to be repaired.
  var repairedAnswers = 0

  init(
    service: LocalLLMService, backend: String, assignment: SlotAssignment, onText: @escaping @Sendable (String) -> Void
  ) {
    (self.service, self.backend, self.assignment, self.onText) = (service, backend, assignment, onText)
  }

  /// No draft came of a stage; what was wrong with its last answer.
  struct Failed: Error {
    var violations: [Violation]
  }

  /// Writes a draft about a subject.
  ///
  /// - Throws: `LLMError`, or `CancellationError`.
  mutating func draft(about subject: DraftSubject) async throws -> DraftReading {
    do {
      let draft: QuestionDraft =
        switch subject {
        case .target(let target): try await draft(about: target)
        case .sentence(let sentence): try await draft(about: chosen(in: sentence))
        case .passage: try await explanation()
        }
      return .draft(draft, repairs: [])
    } catch let failed as Failed {
      return .unreadable(failed.violations)
    }
  }

  private mutating func draft(about target: DraftTarget) async throws -> QuestionDraft {
    switch slot.format {
    case .multipleChoice: try await multipleChoice(target)
    case .trueFalse: try await trueFalse(target)
    case .cloze: try await cloze(target)
    case .shortAnswer, .explanation: try await shortAnswer(target)
    }
  }

  var slot: QuestionSlot { assignment.slot }

  // MARK: - Formats

  private mutating func multipleChoice(_ target: DraftTarget) async throws -> QuestionDraft {
    let question = try await question(about: target)
    let wrong = try await wrongAnswers(to: question, about: target)
    return .multipleChoice(
      .init(
        evidence: target.evidence, prompt: question, correctAnswer: target.key, distractors: wrong,
        rationale: target.rationale))
  }

  private mutating func shortAnswer(_ target: DraftTarget) async throws -> QuestionDraft {
    .shortAnswer(
      .init(
        evidence: target.evidence, prompt: try await question(about: target), correctAnswer: target.key,
        acceptedAnswers: target.acceptedAnswers, rationale: target.rationale))
  }

  private mutating func cloze(_ target: DraftTarget) async throws -> QuestionDraft {
    let sentence = try await restated(target)
    return .cloze(
      .init(
        evidence: target.evidence, sentence: sentence.with("____"), correctAnswer: target.key,
        acceptedAnswers: target.acceptedAnswers, rationale: target.rationale))
  }

  /// A false statement is the true one with a wrong answer in the place of the key.
  private mutating func trueFalse(_ target: DraftTarget) async throws -> QuestionDraft {
    let sentence = try await restated(target)
    var statement = sentence.text
    if !slot.truth {
      let blank = sentence.with("____")
      guard let wrong = try await wrongAnswers(to: blank, about: target).first else {
        throw Failed(violations: [.tooFewWrongAnswers])
      }
      statement = sentence.with(wrong)
    }
    return .trueFalse(
      .init(
        evidence: target.evidence, statement: Wording.capitalised(statement), correction: sentence.text,
        rationale: target.rationale))
  }

  private mutating func explanation() async throws -> QuestionDraft {
    let passage = assignment.passage
    return try await ask(.explain, [("Passage", passage.text)]) { fields, assignment, _ in
      let draft = QuestionDraft.Explanation(
        evidence: "", prompt: fields.text("question"), correctAnswer: fields.text("answer"),
        keyPoints: fields.texts("points", mayBeEmpty: false), rationale: "")
      let told = PassageSentences.nearest(to: "\(draft.prompt) \(draft.correctAnswer)", in: passage)
      guard let told else { return .failure(Failed(violations: [.nothingToAskAbout])) }
      var full = draft
      (full.evidence, full.rationale) = (told, StandAlone.shown(told).text)
      return Self.judged(.explanation(full), assignment).map { _ in .explanation(full) }
    }
  }
}
