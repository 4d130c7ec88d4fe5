/// A term of the notes: what it is called, what kind of word it is, what the notes say it is.
struct Term: Sendable {
  /// Its name.
  var name: TermName
  /// What the name tells of its kind.
  var traits: Traits
  /// The keys of all its names, abbreviations included.
  var keys: Set<String>
  /// What a glossary says that it is.
  var glossary: Definition?
  /// The document of that glossary, counted over all notes.
  var glossaryDocument: Int?
  /// Whether the notes mark it: in bold, in a glossary, or by defining it.
  var isIntroduced = false
  /// Whether the notes introduce it or at least name it where something is said of it: it can be a wrong option.
  var isNamed = false
  /// Whether an item of a list has it before a colon.
  var isEntry = false
  /// The section that introduces it, counted over all notes.
  var section: Int?
  /// Its place in a list.
  var listed: ListPlace?
  /// Whether it is a person, by name and deeds.
  var isPerson = false
  /// The singular and the plural as the notes write them.
  var singular: String?
  var plural: String?
  /// Whether the forms were last seen at the start of a sentence only.
  var formsAreGuessed = true
  /// The word before its first mention in the singular: "the", "a", or another. `nil` where only jottings name it, which
  /// leave articles out.
  var precedingWord: String?
  /// Whether its noun is one of which there are many: "valve" of "pulmonary valve".
  var isOfCountedNoun = false
  /// The stems of what the notes say about it where they introduce it.
  var context: Set<String> = []
  /// The words for its kind, from its definitions.
  var genus: Set<String> = []
  /// The plain kinds that it is of, by its name and its genus.
  var plainKinds: Set<Int> = []
  /// What the first sentence that defines it says that it is.
  var told: Definition?
  /// Where it stands in sentences.
  var uses = TermUses()
  /// The class that the heading above it names: "organelle" under "Organelles". Empty where it stands in a glossary only
  /// and may be of any.
  var headedBy: String? = ""
  /// Whether a heading names it as the class of what stands below.
  var isClass = false
  /// The documents in which it stands.
  var documents: Set<Int> = []
  /// The document and the passage that introduce it, counted over all notes.
  var document: Int
  var passage: Int?

  init(name: TermName, document: Int) {
    self.name = name
    self.document = document
    traits = Traits(name)
    keys = [name.key, name.key.replacing("-", with: " ")]
    for other in name.others { keys.formUnion(TermName(other).map { [$0.key] } ?? []) }
  }

  /// What its name tells of its kind.
  struct Traits: Sendable {
    /// The last word of its own noun phrase, in the singular.
    var head: String
    /// Its last part: "test" of "t-test".
    var noun: String
    /// What the ending of that word says: a process, a doctrine, a quality, an agent.
    var ending: String?
    /// Whether that is a process or an act, as in "oxidation", "mitosis" or "sampling".
    var isAct: Bool
    /// Whether it is plural.
    var isPlural: Bool
    /// Whether it is the name of one thing, place or person: "Ems Dispatch", and not "Coriolis effect".
    var isProper: Bool
    /// Whether its ending is one of nouns that take no article: "diffusion", "nationalism".
    var isMass: Bool
    /// Whether it is written in capitals only.
    var isAbbreviation: Bool
    /// Whether it looks like an adjective, which is a poor neighbour for nouns.
    var isAdjective: Bool
    /// Its words and their stems.
    var words: Set<String>
    var stems: Set<String>

    init(_ name: TermName) {
      let spans = WordSpan.words(of: name.shown)
      head = name.words[name.headIndex]
      noun = WordSpan.parts(of: head).last ?? head
      isPlural = name.headIndex < spans.count && English.isPlural(spans[name.headIndex].folded)
      isProper = name.headIndex < spans.count && name.shown[spans[name.headIndex].range].first?.isUppercase == true
      isAbbreviation = !name.shown.contains(where: \.isLowercase)
      words = Set(name.words)
      isAdjective = name.words.count == 1 && Self.adjectiveEndings.contains(where: head.hasSuffix)
      stems = Set(spans.map(\.folded).flatMap(WordSpan.parts(of:)).map(Words.stem))
      let act = Self.actEnding(of: head)
      isAct = act != nil
      ending = act ?? (Self.massEndings + Self.agentEndings).first(where: head.hasSuffix)
      isMass = ending.map { !Self.agentEndings.contains($0) } ?? false
    }

    /// Whether a word's ending says that something is done or happens.
    static func isAct(_ word: String) -> Bool { actEnding(of: word) != nil }

    private static func actEnding(of word: String) -> String? { actEndings.first(where: word.hasSuffix) }

    /// Not "ic" alone, which nouns have as well: "antibiotic".
    private static let adjectiveEndings = [
      "able", "ible", "ous", "ical", "ful", "less", "irical", "ian", "none", "thermic", "philic", "phobic", "genic",
      "otonic", "ertonic",
    ]

    private static let actEndings = ["ation", "tion", "sion", "ing", "osis", "esis", "ysis"]
    private static let massEndings = ["ism", "ity", "ness", "ment", "ance", "ence", "ology"]
    private static let agentEndings = ["ist", "er", "or"]
  }

  var head: String { traits.head }
  var noun: String { traits.noun }
  var isPlural: Bool { traits.isPlural }

  /// What stands before the name at the start of a sentence: "the " or nothing; `nil` where it takes "a".
  var plainArticle: String? {
    switch precedingWord {
    case "a", "an": nil
    case "the": "the "
    case nil where isOfCountedNoun && !isPlural && singular != nil && !isOwned: "the "
    default: isPlural || singular == nil ? nil : ""
    }
  }

  /// Whether there are many of it, so that one is "a" such thing: the notes say so, or its noun does where only jottings
  /// name it.
  var isCounted: Bool {
    uses.isCounted || plural != nil || precedingWord == nil && isOfCountedNoun && !isOwned
  }

  /// Whether its name says whose it is: "Le Chatelier's principle".
  private var isOwned: Bool { name.shown.contains { "'\u{2019}".contains($0) } }

  /// The names that a written answer may have.
  var spellings: [String] {
    var seen: Set<String> = [Words.fold(name.shown)]
    // Everybody answers with the family name.
    let family = isPerson ? name.shown.split(separator: " ").suffix(1).map(String.init) : []
    return ([singular, plural].compactMap(\.self) + family + name.others).filter {
      seen.insert(Words.fold($0)).inserted
    }
  }

  /// Whether its name or what the notes say of it calls it one: "arousal theory" and "Theory X" are theories, and "social
  /// learning theory" is no learning.
  func isKind(_ noun: String) -> Bool {
    head == noun || head.count == 1 && name.words.contains(noun) || genus.contains(noun)
  }

  /// Whether it is a theory or the like, of which one says what it holds: "arousal theory", and not just any "model".
  var holdsClaims: Bool { name.words.count > 1 && AskedKind.claims.contains(head) }

  /// Whether it is an adjective, whose entry says what is so of a thing.
  var isWordForQuality: Bool { traits.isAdjective && glossary?.shape == .fragment && glossary?.genus.isEmpty == true }

  /// Whether it is a verb, whose entry says what one does: "replicate: repeating an experiment ...".
  var isVerb: Bool {
    English.verbs.contains(name.key)
      && glossary?.text.prefix(while: \.isLetter).hasSuffix("ing") == true
  }

  /// Whether it is something that is done or happens, by its name or by what the notes say of it.
  var isAct: Bool { endsAsAct || genus.contains(where: AskedKind.acts.contains) }

  /// Whether its name ends as those of acts do, and is none of a harm: "infarction", "stenosis".
  var endsAsAct: Bool { traits.isAct && genusNoun.map(AskedKind.harms.contains) != true }

  /// The form for a singular or a plural sentence, where the notes have one.
  func form(plural wantsPlural: Bool) -> String? {
    wantsPlural == isPlural ? name.shown : wantsPlural ? plural : singular
  }

  /// Whether it is somebody's name, by what the notes say of it: biography, not a term to learn.
  func isSomebody(_ definition: Definition) -> Bool {
    guard name.shown.first?.isUppercase == true, glossary == nil, !definition.genus.isEmpty else { return false }
    return definition.genus.contains(where: Self.isCalling)
  }

  /// Whether a folded word says what somebody is: "physicist", "queen".
  static func isCalling(_ word: String) -> Bool {
    word.hasSuffix("ist") || word.hasSuffix("ician") || people.contains(word)
  }

  private static let people = English.list(
    """
    winner man woman men women colleague follower disciple professor philosopher physician doctor nurse author writer student king queen president leader \
    founder researcher engineer inventor person actor singer athlete teacher player artist politician
    """)
}
