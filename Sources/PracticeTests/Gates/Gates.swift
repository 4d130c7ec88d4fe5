/// The rules that every question must keep before a student sees it.
///
/// Sources: the item-writing guidelines of Haladyna, Downing and Rodriguez (2002) for cues and wording, and faults that
/// small language models make.
public enum Gates {
  private static let choice: Set<QuestionFormat> = [.multipleChoice]
  private static let open: Set<QuestionFormat> = [.multipleChoice, .cloze, .shortAnswer]
  private static let asked: Set<QuestionFormat> = [.multipleChoice, .shortAnswer, .explanation]

  /// Every gate that looks at one item, in the order in which they run: first shape, then what code mends, then the
  /// rest. ``TestGates`` look at whole tests, and ``DuplicateIndex`` at all questions of a course.
  public static let table: [Gate] = [
    Gate(.schema, "every field is there, one key, the right number of options", check: SchemaGate.schema),
    Gate(
      .nestedLabel, "no option carries a label, and the stem lists none", for: choice, check: LabelGates.nestedLabel,
      mend: LabelGates.withoutLabels),
    Gate(.placeholder, "options are answers, not labels or stand-ins", for: choice, check: OptionGates.placeholder),
    Gate(.duplicateOption, "no two options are equal", for: choice, check: OptionGates.duplicateOption),
    Gate(.allOfTheAbove, "no option speaks of other options", for: choice, check: OptionGates.allOfTheAbove),
    Gate(
      .lostSequence, "options that are numbers of one unit are in order", for: choice, check: OptionGates.lostSequence,
      mend: OptionGates.inSequence),
    Gate(.echo, "nothing is copied from our own prompt", check: TextGates.echo),
    Gate(.artefact, "no broken characters, brackets or sentence ends", check: TextGates.artefact),
    Gate(.sourceReference, "stands alone, without pointing at the notes", check: StemGates.sourceReference),
    Gate(.noQuestion, "asks something", for: asked, check: StemGates.noQuestion),
    Gate(.unfocused, "says what it is about", for: asked, check: StemGates.unfocused),
    Gate(.negativeStem, "asks for what is so, not for what is not", for: open, check: NegativeStem.check),
    Gate(.promptTooLong, "keeps to the slot's length", check: StemGates.promptTooLong),
    Gate(
      .articleCue, "a final article gives nothing away", for: choice, check: ArticleCue.check, mend: ArticleCue.mended),
    Gate(
      .answerKind, "who, when, where and how many are answered in kind", for: [.multipleChoice, .shortAnswer],
      check: AnswerKind.check),
    Gate(.keyInStem, "the stem does not hold the key", for: open, check: CueGates.keyInStem),
    Gate(.longestKey, "the key is not by far the longest option", for: choice, check: CueGates.longestKey),
    Gate(.wordRepeat, "stem and key share no word that no distractor has", for: choice, check: CueGates.wordRepeat),
    Gate(.oddKey, "the key does not look different", for: choice, check: CueGates.oddKey),
    Gate(
      .absolutes, "no absolute words in distractors alone, no hedge in the key alone", for: choice,
      check: CueGates.absolutes),
    Gate(.convergence, "the key does not share most parts with the others", for: choice, check: CueGates.convergence),
    Gate(
      .evidence, "the quote stands in the passage, and the key near it", check: EvidenceGates.evidence,
      mend: EvidenceGates.withOwnWords),
    Gate(.offTopic, "is about the topic and the passage", check: EvidenceGates.offTopic),
    Gate(.rationaleTooShort, "explains the key", check: EvidenceGates.rationaleTooShort),
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
