/// The rules that every question must keep before a student sees it.
///
/// Sources: the item-writing guidelines of Haladyna, Downing and Rodriguez (2002) for cues and wording, and faults that
/// small language models make.
public enum Gates {
  private static let choice: Set<QuestionFormat> = [.multipleChoice]
  private static let open: Set<QuestionFormat> = [.multipleChoice, .cloze, .shortAnswer]
  private static let asked: Set<QuestionFormat> = [.multipleChoice, .shortAnswer, .explanation]

  /// Every gate that looks at one item, in the order in which they run: first shape, then what code mends, then the
  /// rest. `CrossCues` looks at the questions of a whole set, and ``DuplicateIndex`` at all questions of a course.
  public static let table: [Gate] = [
    // Every field is there, one key, the right number of options.
    Gate(.schema, check: SchemaGate.schema),
    // No option carries a label, and the stem lists none.
    Gate(.nestedLabel, for: choice, check: LabelGates.nestedLabel, mend: LabelGates.withoutLabels),
    // Options are answers, not labels or stand-ins.
    Gate(.placeholder, for: choice, check: OptionGates.placeholder),
    // No two options are equal.
    Gate(.duplicateOption, for: choice, check: OptionGates.duplicateOption),
    // No option speaks of other options.
    Gate(.allOfTheAbove, for: choice, check: OptionGates.allOfTheAbove),
    // Options that are numbers of one unit are in order.
    Gate(.lostSequence, for: choice, check: OptionGates.lostSequence, mend: OptionGates.inSequence),
    // Nothing is copied from our own prompt.
    Gate(.echo, check: TextGates.echo),
    // No broken characters, brackets or sentence ends.
    Gate(.artefact, check: TextGates.artefact),
    // Stands alone, without pointing at the notes.
    Gate(.sourceReference, check: StemGates.sourceReference),
    // Asks something.
    Gate(.noQuestion, for: asked, check: StemGates.noQuestion),
    // Says what it is about.
    Gate(.unfocused, for: asked, check: StemGates.unfocused),
    // Asks for what is so, not for what is not.
    Gate(.negativeStem, for: open, check: NegativeStem.check),
    // Keeps to the slot's length.
    Gate(.promptTooLong, check: StemGates.promptTooLong),
    // A final article gives nothing away.
    Gate(.articleCue, for: choice, check: ArticleCue.check, mend: ArticleCue.mended),
    // Who, when, where and how many are answered in kind.
    Gate(.answerKind, for: [.multipleChoice, .shortAnswer], check: AnswerKind.check),
    // The stem does not hold the key.
    Gate(.keyInStem, for: open, check: CueGates.keyInStem),
    // The key is not by far the longest option.
    Gate(.longestKey, for: choice, check: CueGates.longestKey),
    // Stem and key share no word that no distractor has.
    Gate(.wordRepeat, for: choice, check: CueGates.wordRepeat),
    // The key does not look different.
    Gate(.oddKey, for: choice, check: CueGates.oddKey),
    // No absolute words in distractors alone, no hedge in the key alone.
    Gate(.absolutes, for: choice, check: CueGates.absolutes),
    // The key does not share most parts with the others.
    Gate(.convergence, for: choice, check: CueGates.convergence),
    // The quote stands in the passage, and the key near it.
    Gate(.evidence, check: EvidenceGates.evidence, mend: EvidenceGates.withOwnWords),
    // Is about the topic and the passage.
    Gate(.offTopic, check: EvidenceGates.offTopic),
    // Explains the key.
    Gate(.rationaleTooShort, check: EvidenceGates.rationaleTooShort),
  ]

  /// Runs every gate that makes sense for the item's format; a gate sees what those before it have mended.
  public static func check(_ item: Item, _ context: GateContext) -> GateReport {
    var subject = GateSubject(item, context)
    var violations: [Violation] = []
    for gate in table where gate.formats.contains(item.format) {
      violations += gate.check(subject)
      if gate.id == .schema, !violations.isEmpty { break }
      guard let mended = gate.mend?(subject), mended != subject.item else { continue }
      subject = subject.replacing(mended)
    }
    return GateReport(item: subject.item, violations: violations)
  }
}
