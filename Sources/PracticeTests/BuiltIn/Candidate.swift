/// Something that one question can be made of: a term with what the notes say about it, or a quantity.
struct Candidate: Sendable {
  /// What is asked for.
  enum Key: Sendable, Hashable {
    case term(Int)
    case quantity(Quantity)
  }

  /// What is asked for.
  var key: Key
  /// The passage, counted over all notes.
  var passage: Int
  /// The passage's own words that show the answer.
  var evidence: String
  /// What the notes say that the term is.
  var definition: Definition?
  /// A sentence of the passage with a blank for the key.
  var blank: Blank?
  /// A sentence of the notes that explains the answer, as it is shown.
  var explanation: String?
  /// How good a question it makes; more is better.
  var rank: Int
  /// Whether a question can be written of it without a model.
  var isWritable = true

  struct Blank: Sendable {
    /// The sentence with `____`.
    var sentence: String
    /// What stands in its place.
    var surface: String
    /// Whether that is plural.
    var isPlural: Bool
    /// The sentence as the passage has it.
    var evidence: String
  }

  /// The sentences of the notes that its questions quote.
  var sentences: Set<String> {
    Set(([evidence] + [blank?.evidence].compactMap(\.self)).flatMap { Sentences.split($0) })
  }

  /// The term, if it is one that is asked for.
  var term: Int? {
    if case .term(let term) = key { term } else { nil }
  }
}
