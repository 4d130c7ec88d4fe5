/// Writes the question for a candidate.
struct ItemWriter {
  /// The terms of the notes.
  let lexicon: Lexicon

  /// Whether anything can be written of a candidate: a cloze, a question with the usual number of options, or one
  /// without any.
  func canWrite(_ candidate: Candidate) -> Bool {
    var random = SeededGenerator(seed: 0)
    return cloze(candidate, using: &random) != nil || multipleChoice(candidate, choices: 4, using: &random) != nil
      || shortAnswer(candidate, using: &random) != nil
  }

  /// The draft for a slot, in its format where the candidate has what it takes, else as a cloze, with options or as a
  /// short answer.
  func draft(of candidate: Candidate, for slot: QuestionSlot, using random: inout SeededGenerator) -> QuestionDraft? {
    switch slot.format {
    case .multipleChoice:
      multipleChoice(candidate, choices: slot.choices, using: &random) ?? cloze(candidate, using: &random)
        ?? shortAnswer(candidate, using: &random)
    case .trueFalse:
      trueFalse(candidate, truth: slot.truth, using: &random) ?? cloze(candidate, using: &random)
        ?? shortAnswer(candidate, using: &random)
    case .cloze:
      cloze(candidate, using: &random) ?? multipleChoice(candidate, choices: slot.choices, using: &random)
        ?? shortAnswer(candidate, using: &random)
    case .shortAnswer:
      shortAnswer(candidate, using: &random) ?? cloze(candidate, using: &random)
        ?? multipleChoice(candidate, choices: slot.choices, using: &random)
    case .explanation:
      nil
    }
  }

  // MARK: Multiple choice

  private struct Stem {
    var text: String
    var key: String
    var plural: Bool?
    var evidence: String
    var definition: Definition?
  }

  private func multipleChoice(
    _ candidate: Candidate, choices: Int, using random: inout SeededGenerator
  ) -> QuestionDraft? {
    if case .quantity(let quantity) = candidate.key { return numeric(candidate, quantity, choices, using: &random) }
    guard let index = candidate.term else { return nil }
    for stem in stems(candidate, lexicon.terms[index], using: &random) {
      let gap = stem.text.range(of: "____").map { DistractorPicker.Gap(after: String(stem.text[..<$0.lowerBound])) }
      let opening = Opening(
        text: askingForKind(stem.text, stem.definition, lexicon.terms[index]), key: stem.key, plural: stem.plural,
        gap: gap ?? .free, definition: stem.definition)
      guard let distractors = wrongOptions(choices - 1, to: opening, about: index, using: &random) else { continue }
      return .multipleChoice(
        .init(
          evidence: stem.evidence, prompt: opening.text, correctAnswer: stem.key, distractors: distractors,
          rationale: rationale(candidate, name: stem.key)))
    }
    return nil
  }

  /// The stems to try, best first; those that name the key are left out.
  private func stems(_ candidate: Candidate, _ term: Term, using random: inout SeededGenerator) -> [Stem] {
    var stems: [Stem] = []
    if let definition = candidate.definition {
      stems = Wording.questions(for: definition, term: term, using: &random).compactMap { text in
        let asksForMany = Wording.asksForMany(text)
        // Among names of one thing each, the name of many would stand out where the question speaks of many.
        let isOfMany = asksForMany || definition.isPlural && term.isPlural
        let demanded: Bool? = definition.shape == .predicate ? definition.isPlural : isOfMany ? true : nil
        let form = demanded.flatMap { term.form(plural: $0) }
        guard form != nil || !asksForMany else { return nil }
        return Stem(
          text: text, key: form ?? term.name.shown, plural: demanded, evidence: candidate.evidence,
          definition: definition)
      }
    }
    if let blank = candidate.blank {
      stems.append(
        Stem(
          text: blank.sentence, key: blank.surface, plural: blank.isPlural, evidence: blank.evidence, definition: nil))
    }
    return stems.filter { !names(term, $0.text) }
  }

  private func numeric(
    _ candidate: Candidate, _ quantity: Quantity, _ choices: Int, using random: inout SeededGenerator
  ) -> QuestionDraft? {
    guard let blank = candidate.blank else { return nil }
    let wrong = quantity.neighbours(
      choices - 1, others: lexicon.quantities[quantity.unit] ?? [], using: &random)
    guard wrong.count == choices - 1 else { return nil }
    return .multipleChoice(
      .init(
        evidence: blank.evidence, prompt: blank.sentence, correctAnswer: quantity.text, distractors: wrong,
        rationale: rationale(candidate, name: quantity.text)))
  }

  // MARK: Short answer

  private func shortAnswer(_ candidate: Candidate, using random: inout SeededGenerator) -> QuestionDraft? {
    guard let index = candidate.term, let definition = candidate.definition else { return nil }
    let term = lexicon.terms[index]
    let key = term.name.shown
    let prompts = Wording.openQuestions(for: definition, term: term, using: &random).map {
      askingForKind($0, definition, term)
    }
    guard let prompt = prompts.first(where: { !tells(key, of: term, definition, in: $0) }) else { return nil }
    return .shortAnswer(
      .init(
        evidence: candidate.evidence, prompt: prompt, correctAnswer: key,
        acceptedAnswers: term.spellings.filter { Words.fold($0) != Words.fold(key) },
        rationale: rationale(candidate, name: key)))
  }

  /// Whether a question names its answer, or a part of it that gives it away.
  private func tells(_ key: String, of term: Term, _ definition: Definition?, in question: String) -> Bool {
    names(term, question) || !giveaways(key, of: term, definition, in: question).isEmpty
  }

  private func names(_ term: Term, _ text: String) -> Bool {
    let words = " " + WordSpan.words(of: text).map(\.normal).joined(separator: " ") + " "
    // A "min-heap" is some heap.
    let parts = words.replacing("-", with: " ")
    return term.keys.contains { words.contains(" " + $0 + " ") || parts.contains(" " + $0 + " ") }
  }

  // MARK: True or false

  private func trueFalse(_ candidate: Candidate, truth: Bool, using random: inout SeededGenerator) -> QuestionDraft? {
    guard let index = candidate.term else { return nil }
    let term = lexicon.terms[index]
    var ways: [(before: String, after: String, name: String, plural: Bool?, evidence: String)] = []
    if let definition = candidate.definition {
      ways = random.shuffled(Wording.statements(for: definition, term: term)).map {
        ($0.before, $0.after, term.name.shown, term.isPlural, candidate.evidence)
      }
    }
    if let blank = candidate.blank, let range = blank.sentence.range(of: "____"), !blank.sentence.contains("(n)") {
      ways.append(
        (
          String(blank.sentence[..<range.lowerBound]), String(blank.sentence[range.upperBound...]), blank.surface,
          blank.isPlural, blank.evidence
        ))
    }
    for way in ways {
      let correction = Wording.capitalised(way.before + way.name + way.after)
      let opening = Opening(
        text: way.before + way.after, key: way.name, plural: way.plural, gap: DistractorPicker.Gap(after: way.before),
        definition: candidate.definition, isStatement: true)
      guard let other = wrongOptions(1, to: opening, about: index, using: &random)?.first else { continue }
      let statement = truth ? correction : Wording.capitalised(way.before + other + way.after)
      return .trueFalse(
        .init(
          evidence: way.evidence, statement: statement, correction: correction,
          rationale: rationale(candidate, name: way.name)))
    }
    return nil
  }

  // MARK: Cloze

  private func cloze(_ candidate: Candidate, using random: inout SeededGenerator) -> QuestionDraft? {
    guard let index = candidate.term else {
      guard let blank = candidate.blank else { return nil }
      return cloze(blank.sentence, blank.surface, [], blank.evidence, rationale(candidate, name: blank.surface))
    }
    let term = lexicon.terms[index]
    var ways: [(sentence: String, key: String, evidence: String)] = []
    if let definition = candidate.definition {
      ways = random.shuffled(Wording.clozes(for: definition, term: term)).map {
        ($0, term.name.shown, candidate.evidence)
      }
    }
    if let blank = candidate.blank {
      ways.insert((blank.sentence, blank.surface, blank.evidence), at: random.index(below: ways.count + 1))
    }
    for way in ways where giveaways(way.key, of: term, candidate.definition, in: way.sentence).isEmpty {
      let accepted = ([term.name.shown] + term.spellings).filter { Words.fold($0) != Words.fold(way.key) }
      return cloze(way.sentence, way.key, accepted, way.evidence, rationale(candidate, name: way.key))
    }
    return nil
  }

  private func cloze(
    _ sentence: String, _ key: String, _ accepted: [String], _ evidence: String, _ rationale: String
  ) -> QuestionDraft {
    .cloze(
      .init(evidence: evidence, sentence: sentence, correctAnswer: key, acceptedAnswers: accepted, rationale: rationale)
    )
  }

  /// A sentence of the notes about the answer where one stands alone, else the definition as a sentence; both where one
  /// is short and doesn't say all.
  func rationale(_ candidate: Candidate, name: String) -> String {
    let told = candidate.explanation.map { $0.hasSuffix(".") ? $0 : $0 + "." }
    guard let index = candidate.term, let definition = candidate.definition else { return told ?? candidate.evidence }
    let stated = Wording.explanation(of: definition, name: name, term: lexicon.terms[index])
    guard let told else {
      return isEnough(stated, candidate) ? stated : stated + " " + StandAlone.shown(candidate.evidence).text
    }
    return isEnough(told, candidate) ? told : stated + " " + told
  }

  /// Whether a sentence is long enough, or says all that the notes say: they would say it twice.
  private func isEnough(_ sentence: String, _ candidate: Candidate) -> Bool {
    Words.count(sentence) >= 10
      || Words.contentStems(candidate.evidence).isSubset(of: Words.contentStems(sentence))
  }
}
