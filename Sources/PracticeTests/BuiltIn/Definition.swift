import Foundation

/// What the notes say that a term is, turned so that it fits into a question.
struct Definition: Sendable, Hashable {
  /// The grammatical shape of `text`.
  enum Shape: Sendable, Hashable {
    /// A noun phrase with its article: "a drug that mimics ...". Also what "refers to" can be followed by.
    case thing
    /// A noun phrase whose article isn't known: "voluntary behavior with ...".
    case fragment
    /// A predicate: "carries visual information ...", "is located ...".
    case predicate
    /// A whole clause: "emotions arise from ...".
    case claim
    /// "when a sperm fertilizes an egg ..."
    case event
  }

  /// The words shown, in lower case at the start, without a final stop.
  var text: String
  /// Its shape.
  var shape: Shape
  /// Whether a predicate has a plural verb, so that only plural terms fit, or a noun phrase a plural noun.
  var isPlural = false
  /// The noun phrase that says what kind of thing it is, folded and in the singular: ["hindbrain", "structure"].
  var genus: [String] = []
  /// The parts of "a hindbrain structure that connects ...": `noun` without article, and what it does.
  var relative: Relative?
  /// The stems of its content words.
  var stems: Set<String>

  struct Relative: Sendable, Hashable {
    var noun: String
    var predicate: String
  }

  init(
    text: String, shape: Shape, isPlural: Bool = false, genus: [String] = [], relative: Relative? = nil
  ) {
    self.text = text
    self.shape = shape
    self.isPlural = isPlural
    self.genus = genus
    self.relative = relative
    stems = Words.contentStems(text)
  }

  /// What an adjective means, where its entry says what is so of a thing: "able to be disproven" for "is able to be
  /// disproven".
  var ofWord: Definition {
    guard shape == .predicate, text.hasPrefix("is ") else { return self }
    return Definition(text: String(text.dropFirst("is ".count)), shape: .fragment)
  }

  /// The verbs that are put before what a thing is or where it lies.
  private static let verbsOfOne = [(one: "lies ", many: "lie "), (one: "is ", many: "are ")]

  /// The same of a term in the plural or in the singular; `nil` where it can be said of many only.
  func agreeing(plural isOfMany: Bool) -> Definition? {
    guard shape == .predicate, isPlural != isOfMany else { return self }
    guard isOfMany else { return nil }
    guard let verb = Self.verbsOfOne.first(where: { text.hasPrefix($0.one) }) else { return self }
    return Definition(text: verb.many + text.dropFirst(verb.one.count), shape: .predicate, isPlural: true, genus: genus)
  }

  /// Nouns for people, who are not what most terms are, whatever a definition says.
  static let people: Set<String> = ["adult", "person", "individual", "people", "infant", "child"]

  /// The number of words that a definition may have to be asked about.
  static let lengths = 4...32

  /// Whether it says enough to tell its term from others.
  var isSpecific: Bool {
    stems.count >= 3 && Self.lengths.contains(text.split(separator: " ").count)
  }
}
