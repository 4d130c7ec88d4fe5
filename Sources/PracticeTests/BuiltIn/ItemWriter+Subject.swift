/// What a model that words a question is told of a candidate.
extension ItemWriter {
  /// What a question of this candidate is about: the answer with its other names, what the notes say of it, and why it is
  /// right.
  func subject(
    of candidate: Candidate
  ) -> (key: String, acceptedAnswers: [String], fact: String, rationale: String) {
    guard let index = candidate.term else {
      let key = candidate.blank?.surface ?? ""
      let told = rationale(candidate, name: key)
      return (key, [], told, told)
    }
    let term = lexicon.terms[index]
    let key = candidate.definition == nil ? candidate.blank?.surface ?? term.name.shown : term.name.shown
    let told = rationale(candidate, name: key)
    // What else the notes tell of it would get into the question.
    let fact = candidate.definition.map { Wording.fact(of: $0, name: key, term: term) } ?? told
    let accepted = ([term.name.shown] + term.spellings).filter { Words.fold($0) != Words.fold(key) }
    return (key, accepted, fact, told)
  }

  /// Wrong answers to a question that somebody else worded.
  func wrongAnswers(
    _ count: Int, to question: String, about candidate: Candidate, shownAs key: String,
    closeness: DistractorPicker.Closeness, using random: inout SeededGenerator
  ) -> [String]? {
    switch candidate.key {
    case .quantity(let quantity):
      let wrong = quantity.neighbours(count, others: lexicon.quantities[quantity.unit] ?? [], using: &random)
      return wrong.count == count ? wrong : nil
    case .term(let index):
      return picker(index, question, candidate, shownAs: key, closeness).pick(count, using: &random)?.map(\.text)
    }
  }

  /// Wrong answers that are close to the answer, `most` of them or fewer.
  func siblings(
    _ most: Int, to question: String, of candidate: Candidate, shownAs key: String, using random: inout SeededGenerator
  ) -> [String] {
    guard let index = candidate.term else { return [] }
    return picker(index, question, candidate, shownAs: key, .close).some(most, using: &random)
  }

  private func picker(
    _ term: Int, _ question: String, _ candidate: Candidate, shownAs key: String,
    _ closeness: DistractorPicker.Closeness
  ) -> DistractorPicker {
    DistractorPicker(
      lexicon: lexicon, key: term, stem: question, shownKey: key, plural: lexicon.terms[term].isPlural,
      definition: candidate.definition, closeness: closeness)
  }
}
