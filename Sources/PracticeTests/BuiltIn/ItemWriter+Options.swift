/// Wrong options, and what gives an answer away.
extension ItemWriter {
  /// A stem or a statement with its key, for which wrong options are wanted.
  struct Opening {
    var text: String
    var key: String
    var plural: Bool?
    var gap = DistractorPicker.Gap.free
    var definition: Definition?
    /// Whether the wrong option makes a false statement, which nobody must see through without knowing the notes.
    var isStatement = false

    /// Whether it asks what is of a kind, and does not ask for the name of one: "Which of these is a number that ...?"
    var asksForAny: Bool { definition?.shape == .thing && text.hasPrefix("Which of these ") }
  }

  /// Wrong options of the key's own sort, else of the kind that the text names; `nil` where the notes don't have as
  /// many, and where one of them is of the kind of which any is asked for.
  func wrongOptions(
    _ count: Int, to opening: Opening, about term: Int, using random: inout SeededGenerator
  ) -> [String]? {
    // According to a theory something is so, and not according to an organ; and among costs a rule is found by its name.
    let closenesses: [DistractorPicker.Closeness] = lexicon.terms[term].holdsClaims ? [.close] : [.close, .named]
    for closeness in closenesses {
      let picker = DistractorPicker(
        lexicon: lexicon, key: term, stem: opening.text, shownKey: opening.key, plural: opening.plural,
        definition: opening.definition, closeness: closeness, gap: opening.gap, isStatement: opening.isStatement)
      let fewestFitting = opening.isStatement ? 0 : min(2, count)
      guard let options = picker.pick(count, fewestFitting: fewestFitting, using: &random) else { continue }
      if opening.asksForAny, options.contains(where: { picker.sharesKind($0, as: opening.definition) }) { return nil }
      return options.map(\.text)
    }
    return nil
  }

  /// "Which kind of cost varies ...?" for "Which cost varies ...?", where the answer is some "... cost".
  func askingForKind(_ question: String, _ definition: Definition?, _ term: Term) -> String {
    guard let relative = definition?.relative, question == "Which \(relative.noun) \(relative.predicate)?",
      term.isSortOfThing(definition), WordSpan.words(of: relative.noun).last?.normal == term.head
    else { return question }
    let verb = WordSpan.words(of: relative.predicate).prefix(2).map(\.folded)
    let isNegated = verb.contains { $0 == "not" || $0 == "cannot" || $0.hasSuffix("n't") }
    return "Which kind of \(relative.noun) \(isNegated ? "is one that " : "")\(relative.predicate)?"
  }

  /// The words of a key that give it away in a question. The noun of its kind does not: that a "fixed cost" is a cost
  /// says nothing of which.
  func giveaways(_ key: String, of term: Term, _ definition: Definition?, in question: String) -> Set<String> {
    let clues = DistractorPicker.clues(key: key, stem: WordSpan.words(of: question).map(\.folded))
    return term.isSortOfThing(definition) ? clues.subtracting([Words.stem(term.head)]) : clues
  }
}
