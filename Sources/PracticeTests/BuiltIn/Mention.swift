/// A sentence of the notes in which a term stands.
struct Mention: Sendable {
  /// The term.
  var term: Int
  /// The passage, counted over all notes.
  var passage: Int
  /// The sentence's place in the passage.
  var sentence: Int
  /// The sentence as the passage has it, and the ones before and after it in the same paragraph.
  var evidence: String
  var before: String?
  var after: String?
  /// The sentence as it is shown.
  var shown: String
  /// The term as it stands there.
  var surface: String
  /// Whether it stands there in the plural.
  var isPlural: Bool
  /// Whether the notes set it in bold there.
  var isMarked: Bool
  /// Whether the sentence begins with the term, or with "In" and the term.
  var opensSentence: Bool
  /// Whether the sentence can be understood without the ones around it, and is worth asking about.
  var standsAlone: Bool
  /// What the sentence says that the term is or does.
  var definition: Definition?
  /// The sentence with `____` for the term, where it stands alone and names the term once.
  var blanked: String?
  /// The stems of the sentence.
  var stems: Set<String>
}
