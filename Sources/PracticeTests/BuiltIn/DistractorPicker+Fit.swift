/// Which terms fit the key: who knows no more of each term than what sort of thing it is can't drop them.
extension DistractorPicker {
  /// Whether a term fits the key: it is of its sort, or the notes bring both together and neither shows another sort.
  func fits(_ term: Term) -> Bool {
    if isAlike(term) { return true }
    return isInList(term) && term.plainKinds.isSubset(of: plainKinds)
      || term.plainKinds.isEmpty && standsWithKey(term)
  }

  /// Whether names or meanings show that a term is of the key's sort.
  func isAlike(_ term: Term) -> Bool {
    if isAlikeByName(term) || asked.isPerson && term.isPerson || asked.isAct && term.isAct
      || asked.isAdjective && term.isAdjective || asked.holdsClaims && term.holdsClaims
    {
      return true
    }
    return term.genusNoun.map { $0 == asked.genusNoun && !AskedKind.general.contains($0) } ?? false
  }

  /// Whether names alone show it.
  func isAlikeByName(_ term: Term) -> Bool {
    term.noun == asked.noun || isOfPlainKind(term) || sharesEnding(term)
  }

  /// Whether a term that the notes only name can be an option: its name or its place tells its sort, and what they say
  /// of it doesn't speak of the key, which might be the same.
  func isKnownByName(_ term: Term) -> Bool {
    (isAlikeByName(term) || isBefore(term)) && !asked.traits.stems.isSubset(of: term.context)
  }

  /// Whether a term stands before the key in one list. What stands behind it may be of its kinds.
  private func isBefore(_ term: Term) -> Bool {
    guard isInList(term), let there = term.listed?.place, let here = asked.listed?.place else { return false }
    return there < here
  }

  /// Whether two names end alike: "liberalism" and "nationalism", "pericardium" and "epicardium".
  func sharesEnding(_ term: Term) -> Bool {
    guard !term.traits.isAct, !asked.traits.isAct else { return false }
    if term.traits.isMass, term.traits.ending == asked.traits.ending { return true }
    let shared = zip(term.noun.reversed(), asked.noun.reversed()).prefix { $0 == $1 }.count
    return shared >= Self.tellingEnding
  }

  /// Whether a term stands in one list with the key. A glossary is none: it has words of all sorts.
  func isInList(_ term: Term) -> Bool {
    term.listed.map { $0.list == asked.listed?.list && !$0.isGlossary } ?? false
  }

  /// Whether the notes bring a term together with a key of which nothing shows what sort of thing it is. Beside a whole
  /// its parts stand out.
  private func standsWithKey(_ term: Term) -> Bool {
    guard plainKinds.isEmpty, !asksForWhole else { return false }
    if let here = asked.listed, let there = term.listed, here.list == there.list {
      if let distance = here.distance(to: there), distance <= Self.neighbourhood { return true }
      return term.isAct == asked.isAct
    }
    return term.section != nil && term.section == asked.section && term.document == asked.document
      && term.isAct == asked.isAct
  }

  /// Whether a definition tells of what a thing is made.
  static func isOfWhole(_ definition: Definition) -> Bool {
    definition.shape == .predicate
      && definition.text.prefixMatch(of: /(?:(?:is|are) (?:made up|made|composed)|consists?) of\b/) != nil
  }

  /// The letters that nouns of one sort share at their end, at least.
  private static let tellingEnding = 6
  /// How far apart the terms of a glossary stand that are next to each other.
  private static let neighbourhood = 3
}
