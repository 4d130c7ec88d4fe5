/// Whether an item rests on the passage.
enum EvidenceGates {
  private static let shortestQuote = 4
  private static let longestShortKey = 3

  /// The quote stands in the passage, and a short key in or near it.
  static func evidence(_ subject: GateSubject) -> [Violation] {
    guard let passage = subject.context.passage, let quote = subject.item.evidence, !quote.isBlank else { return [] }
    guard let match = EvidenceFinder.find(quote, in: passage) else {
      return [
        subject.violation(
          .evidence, "evidence", .repair, "The evidence is not in the passage: copy one sentence of it word for word.")
      ]
    }
    if Words.count(match.quote) < shortestQuote, !passage.blocks.contains(where: { $0.text == match.quote }) {
      return [
        subject.violation(.evidence, "evidence", .repair, "The evidence is too short: quote the whole sentence.")
      ]
    }
    guard keyIsFar(subject, from: match, in: passage) else { return [] }
    return [
      subject.violation(
        .evidence, "evidence", .repair,
        "The evidence does not show \"\(subject.key.raw)\": quote the sentence that does.")
    ]
  }

  /// The item with the passage's own words as its evidence.
  static func withOwnWords(_ subject: GateSubject) -> Item {
    var item = subject.item
    if let passage = subject.context.passage, let quote = item.evidence,
      let match = EvidenceFinder.find(quote, in: passage)
    {
      item.evidence = match.quote
    }
    return item
  }

  /// Whether a key of a few words stands in the passage, but neither in the quote's block nor in one beside it.
  private static func keyIsFar(_ subject: GateSubject, from match: EvidenceMatch, in passage: Passage) -> Bool {
    let key = subject.key.contentStems(minimum: 1)
    guard [.multipleChoice, .cloze, .shortAnswer].contains(subject.item.format), !key.isEmpty,
      subject.key.tokens.count <= longestShortKey
    else { return false }
    let near = passage.blocks.indices.filter { abs($0 - match.block) <= 1 }.map { passage.blocks[$0].text }
    func holdsKey(_ text: String) -> Bool { !key.isDisjoint(with: GateText(text).contentStems(minimum: 1)) }
    return !holdsKey(near.joined(separator: " ") + " " + match.quote) && holdsKey(passage.text)
  }

  /// Stem and key share no content word with topic and passage.
  static func offTopic(_ subject: GateSubject) -> [Violation] {
    guard subject.context.passage != nil || subject.context.topic != nil else { return [] }
    let topic = subject.context.topic ?? subject.context.slot?.topic ?? subject.context.passage?.topic ?? ""
    let known = subject.passage.contentStems(minimum: 3).union(Words.contentStems(topic))
    let own = subject.prompt.contentStems(minimum: 3).union(subject.key.contentStems(minimum: 3))
    guard !known.isEmpty, own.isDisjoint(with: known) else { return [] }
    return [
      subject.violation(
        .offTopic, "prompt", .repair, "The question has nothing to do with the passage: ask about \(topic.shortened).")
    ]
  }

  private static let shortestRationale = 10

  /// A rationale of fewer than ten words that says less than the evidence.
  static func rationaleTooShort(_ subject: GateSubject) -> [Violation] {
    guard let rationale = subject.item.rationale, !rationale.isBlank, Words.count(rationale) < shortestRationale else {
      return []
    }
    // Nobody can say more than the notes do.
    let told = Words.contentStems(subject.item.evidence ?? "")
    guard told.isEmpty || !told.isSubset(of: Words.contentStems(rationale)) else { return [] }
    return [
      subject.violation(
        // A brought question may have none at all.
        .rationaleTooShort, "rationale", subject.context.requiresGrounding ? .repair : .warn,
        "The rationale is too short: say in at least \(shortestRationale) words why the answer is correct.")
    ]
  }
}
