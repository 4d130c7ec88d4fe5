import LanguageModels

/// The stages: what each asks, and what its answer must hold.
extension StagedDrafter {
  /// A question whose answer is the key, held against every gate that a question without options has.
  mutating func question(about target: DraftTarget) async throws -> String {
    if let question = target.question { return question }
    return try await ask(.ask, [("Fact", target.fact), ("Answer", target.key)]) { fields, assignment in
      let question = WordedQuestion.tidied(fields.text("question"), about: target)
      let violations = WordedQuestion(text: question, target: target, passage: assignment.passage).violations
      return violations.isEmpty
        ? Self.asked(question, target, assignment) : .failure(Failed(violations: violations))
    }
  }

  /// An answer that the model chooses among the phrases of a sentence, with a question for it.
  mutating func chosen(in sentence: AskableSentence) async throws -> DraftTarget {
    let phrases = assignment.builtIn.answers(in: assignment.passage).all(of: sentence.shown).filter(assignment.isNew)
    guard !phrases.isEmpty else { throw Failed(violations: [.nothingToAskAbout]) }
    let material = [("Sentence", sentence.shown), ("Possible answers", phrases.joined(separator: "; "))]
    return try await ask(.choose(among: phrases), material) { fields, assignment in
      let (question, answer) = (fields.text("question"), fields.text("answer"))
      guard phrases.contains(answer) else { return .failure(Failed(violations: [.answerNotOffered])) }
      var target = DraftTarget(
        passageID: sentence.passageID, evidence: sentence.evidence, fact: sentence.shown, key: answer,
        acceptedAnswers: [], rationale: sentence.shown)
      return Self.asked(question, target, assignment).map {
        target.question = $0
        return target
      }
    }
  }

  /// A sentence with the place of the key in it, held against every gate of a sentence with a blank.
  mutating func restated(_ target: DraftTarget) async throws -> RestatedSentence {
    try await ask(.restate, [("Fact", target.fact), ("Words", target.key)]) { fields, assignment in
      let sentence = fields.text("sentence")
      guard let restated = RestatedSentence(sentence, holding: target.key) else {
        return .failure(Failed(violations: [.wordsMissing(target.key)]))
      }
      let draft = QuestionDraft.Cloze(
        evidence: target.evidence, sentence: restated.with("____"), correctAnswer: target.key,
        acceptedAnswers: target.acceptedAnswers, rationale: target.rationale)
      return Self.judged(.cloze(draft), assignment).map { _ in restated }
    }
  }

  /// Wrong answers: the notes' own terms where they have enough that are like the key, which are what a student really
  /// confuses; else those that they have, and the model's; where those can't be used, terms of any kind.
  mutating func wrongAnswers(to question: String, about target: DraftTarget) async throws -> [String] {
    let count = slot.format == .multipleChoice ? slot.choices - 1 : 1
    func terms(_ closeness: DistractorPicker.Closeness) -> [String]? {
      assignment.builtIn.wrongAnswers(count, to: question, about: target, in: slot, closeness: closeness)
    }
    if let terms = terms(.close) { return terms }
    do {
      let siblings = assignment.builtIn.siblings(count - 1, to: question, of: target, in: slot)
      return try await siblings
        + ownWrongAnswers(count - siblings.count, besides: siblings, to: question, about: target)
    } catch let failed as Failed {
      guard let terms = terms(.named) ?? terms(.plain) else { throw failed }
      return terms
    }
  }

  private mutating func ownWrongAnswers(
    _ count: Int, besides siblings: [String], to question: String, about target: DraftTarget
  ) async throws -> [String] {
    let material = [("Fact", target.fact), ("Question", question), ("Right answer", target.key)]
    let passage = assignment.passage.text
    return try await ask(.wrongAnswers, material) { fields, _ in
      let offered = fields.texts("wrong", mayBeEmpty: false).filter { !Self.isOurs($0, in: passage) }
      let usable = WrongAnswers.usable(siblings + offered, to: question, about: target).filter {
        !siblings.contains($0)
      }
      guard usable.count >= count else {
        return .failure(Failed(violations: [WrongAnswers.fault(of: offered, to: question, about: target)]))
      }
      let hiding = WrongAnswers.hiding(the: target.key, in: question, beside: siblings, usable, count: count)
      return hiding.mapError { Failed(violations: [.keyStandsOut($0.word)]) }
    }
  }

  /// Whether a wrong answer was taken out of our examples.
  private static func isOurs(_ answer: String, in passage: String) -> Bool {
    [DraftStage.choose(among: []), .wrongAnswers].contains { $0.instructions.localizedCaseInsensitiveContains(answer) }
      && !passage.localizedCaseInsensitiveContains(answer)
  }

  /// Asks one stage until its answer can be used.
  mutating func ask<Value>(
    _ stage: DraftStage, _ material: [(String, String)],
    reading read: (inout DraftFields, SlotAssignment) -> Result<Value, Failed>
  ) async throws -> Value {
    var violations = assignment.violations.filter { $0.gate != .schema }
    for attempt in 0..<Self.triesOfStage {
      let request = stage.request(
        material.map { (name: $0.0, text: $0.1) }, attempt: assignment.attempt + attempt, violations: violations)
      try await assignment.window.check(request)
      let answer = try await service.generate(request, backend: backend) { [onText] delta in
        if case .text(let piece) = delta { onText(piece) }
      }
      note(answer)
      switch StageAnswer.fields(of: answer) {
      case .failure(let faults): violations = faults.violations
      case .success((var fields, let isRepaired)):
        repairedAnswers += isRepaired ? 1 : 0
        let result = read(&fields, assignment)
        guard fields.violations.isEmpty else {
          violations = fields.violations
          continue
        }
        switch result {
        case .success(let value): return value
        case .failure(let failed): violations = failed.violations
        }
      }
    }
    throw Failed(violations: violations)
  }

  private mutating func note(_ answer: LLMResponse) {
    requests += 1
    var sum = answer
    if let before = response { sum.usage = before.usage + answer.usage }
    response = sum
  }

  /// A question for a target as the gates leave it, where none is against it.
  private static func asked(
    _ question: String, _ target: DraftTarget, _ assignment: SlotAssignment
  ) -> Result<String, Failed> {
    let draft = QuestionDraft.ShortAnswer(
      evidence: target.evidence, prompt: question, correctAnswer: target.key, acceptedAnswers: target.acceptedAnswers,
      rationale: target.rationale)
    return judged(.shortAnswer(draft), assignment).map(\.prompt)
  }

  /// The item of a draft, where no gate is against it.
  static func judged(_ draft: QuestionDraft, _ assignment: SlotAssignment) -> Result<Item, Failed> {
    var slot = assignment.slot
    slot.format = draft.format
    switch Items.assemble(draft: draft, slot: slot) {
    case .failure(let faults): return .failure(Failed(violations: faults.violations))
    case .success(let item):
      let report = Gates.check(
        item,
        GateContext(
          slot: slot, passage: assignment.passage, topic: slot.topic, promptText: DraftStage.examples(of: slot.format)))
      return report.passes
        ? .success(report.item) : .failure(Failed(violations: report.violations.filter { !$0.isKept }))
    }
  }
}
