/// What kind of thing a term is, and how it fits into a sentence.
extension Term {
  /// What the notes say that it is: a glossary, else a sentence.
  var meaning: Definition? { glossary ?? told }

  /// The noun of that: "branch" in "the branch of philosophy that ...".
  var genusNoun: String? { meaning?.genus.last }

  /// Whether it is an adjective: by its entry, or because the notes only ever say it of something.
  var isAdjective: Bool { isWordForQuality || isSaidOfThings }

  /// Whether it only says how something is: "The cell becomes turgid." A noun without an article can stand so, too:
  /// "This is plasmolysis."
  private var isSaidOfThings: Bool {
    uses.asPredicate > 0 && uses.asName == 0 && !traits.isMass
      && (uses.beforeCondition > 0 || Self.qualityEndings.contains(where: head.hasSuffix))
  }

  private static let qualityEndings = ["able", "ible", "ous", "ical", "ful", "less", "ive", "ic", "id", "ed"]

  /// Whether it can begin a sentence without an article: "Osmosis moves ...", and not "Dendrite moves ...".
  var standsBare: Bool {
    guard plainArticle == "", plural == nil, !uses.isCounted else { return false }
    return traits.isMass || traits.isProper || !Self.articles.contains { meaning?.text.hasPrefix($0) == true }
  }

  /// Whether an article before it would be wrong: "the nationalism".
  var isUncountable: Bool { traits.isMass && standsBare }

  /// Whether it can stand behind "a": the notes write it so or in the plural, or its noun or what they say of it is known
  /// to.
  var isCountable: Bool {
    uses.isCounted || plural != nil || CountNouns().contains(head)
      || !traits.isAct && Self.articles.contains { meaning?.text.hasPrefix($0) == true }
  }

  private static let articles = ["a ", "an "]

  /// Whether it is one of several kinds of a thing by its name and its meaning: a "fixed cost" is a cost.
  func isSortOfThing(_ definition: Definition?) -> Bool {
    name.words.count > 1 && definition?.genus.contains(head) == true
  }
}
