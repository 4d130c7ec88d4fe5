/// What sort of thing a noun names, where everybody knows it: no bridge is a charge, and no effect an area.
enum ThingSort {
  case place, quantity, substance, device, act, claim

  /// The sort of a noun; `nil` for most.
  static func of(_ noun: String) -> ThingSort? {
    if let known = known[noun] { return known }
    return DefinitionFinder.isProcess(noun) && !noun.hasSuffix("ing") ? .act : nil
  }

  /// The sort that a term's name shows, else what the notes say that it is.
  static func of(_ term: Term) -> ThingSort? {
    // An infarction is a death, and no act.
    if let noun = term.genusNoun, AskedKind.harms.contains(noun) { return nil }
    return of(term.head) ?? term.genusNoun.flatMap(of)
  }

  private static let nouns: [(sort: ThingSort, nouns: Set<String>)] = [
    (.place, English.list("area region zone place site space gap cleft valley basin ridge cavity")),
    (
      .quantity,
      English.list(
        """
        amount charge cost height length number percentage price probability proportion quantity rate ratio share speed \
        sum temperature value voltage volume weight
        """)
    ),
    (
      .substance,
      English.list(
        "acid chemical compound drug enzyme fluid gas hormone liquid metal mineral molecule protein salt substance")
    ),
    (.device, English.list("apparatus bridge device instrument machine")),
    (
      .act,
      English.list(
        """
        act change decrease effect fall increase method movement practice procedure process reversal rise technique \
        warming
        """)
    ),
    (.claim, AskedKind.claims.subtracting(["model"])),
  ]
  private static let known = Dictionary(
    nouns.flatMap { sort, nouns in nouns.map { ($0, sort) } }, uniquingKeysWith: { first, _ in first })
}

extension DistractorPicker {
  /// Whether a term could be what a statement says, for all that its name and its meaning show.
  func canBeSaid(of term: Term) -> Bool {
    let said = definition?.genus.last.flatMap(ThingSort.of) ?? ThingSort.of(asked)
    guard let said, let sort = ThingSort.of(term) else { return true }
    return said == sort
  }
}
