/// Which nouns take "a" and which take none, learnt from the notes on top of ``English/countNouns``.
struct CountNouns: Sendable {
  private var seen: Set<String> = []
  /// The singulars of nouns that the notes have in the plural.
  private var ofMany: Set<String> = []

  /// Takes in a sentence: a noun straight after "a" or "an", where the next word ends its phrase, can be counted.
  mutating func learn(from words: [WordSpan]) {
    ofMany.formUnion(words.compactMap { Self.singular(of: $0.folded) })
    guard words.count > 2 else { return }
    for index in 0..<(words.count - 2) where words[index].folded == "a" || words[index].folded == "an" {
      let next = words[index + 2].folded
      if English.prepositions.contains(next) || English.relatives.contains(next) {
        seen.insert(words[index + 1].folded)
      }
    }
  }

  /// Whether a singular noun can stand after "a".
  func contains(_ noun: String) -> Bool {
    let last = noun.split(separator: "-").last.map(String.init) ?? noun
    return English.countNouns.contains(noun) || Self.agents.contains(where: noun.hasSuffix)
      || English.countNouns.contains(last)
      || seen.contains(noun) && !Self.mass.contains(noun)
  }

  /// What a word would be the plural of; verbs have an "s", too.
  private static func singular(of word: String) -> String? {
    for (plural, singular) in [("ae", "a"), ("a", "um"), ("i", "us")] where word.hasSuffix(plural) {
      return word.dropLast(plural.count) + singular
    }
    return English.isPlural(word) && !English.isThirdPerson(word) ? English.singular(word) : nil
  }

  /// Whether there are many of what a noun names, by the notes or by its kind; acts are no such things.
  func isCounted(_ noun: String) -> Bool { ofMany.contains(noun) || contains(noun) && !Term.Traits.isAct(noun) }

  /// Endings of nouns for who or what does something, all of which can be counted.
  private static let agents = [
    "ptor", "ctor", "ator", "itor", "yst", "ist", "ician", "meter", "scope", "cule", "gram", "graph",
  ]

  private static let mass = English.list(
    """
    pain learning behavior love information knowledge energy care thinking communication sleep fatigue equipment \
    help work time lot little few bit couple variety while way good better more result long short great perception \
    prejudice
    """)
}
