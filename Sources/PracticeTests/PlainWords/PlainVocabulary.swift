/// Phrases that mean something, and what they mean.
struct PlainVocabulary<Meaning: Sendable>: Sendable {
  /// The longest first.
  private let entries: [(words: [String], meaning: Meaning)]
  /// The words of the longest.
  private var longest: Int { entries.first?.words.count ?? 0 }

  /// Makes a vocabulary; a line is one or several phrases, parted by "|", that mean the same.
  init(_ table: KeyValuePairs<String, Meaning>) {
    entries = table.flatMap { phrases, meaning in
      phrases.split(separator: "|").map { (words: $0.split(separator: " ").map(String.init), meaning: meaning) }
    }.sorted { $0.words.count > $1.words.count }
  }

  /// The longest phrase that some words begin with: as it is, else with a letter here and there mistyped.
  func first(in words: ArraySlice<PlainToken>, exactly: Bool = false) -> (meaning: Meaning, length: Int)? {
    if let found = first(in: words, ==) { return found }
    return exactly ? nil : first(in: words, PlainSpelling.areNear)
  }

  private func first(
    in words: ArraySlice<PlainToken>, _ areSame: (String, String) -> Bool
  ) -> (meaning: Meaning, length: Int)? {
    let words = words.prefix(longest).prefix { $0.kind == .word }.map(\.text)
    for entry in entries where entry.words.count <= words.count {
      if zip(entry.words, words).allSatisfy(areSame) { return (entry.meaning, entry.words.count) }
    }
    return nil
  }
}

extension PlainVocabulary where Meaning == Void {
  /// Makes a vocabulary of phrases that mean nothing by themselves.
  init(words phrases: String) {
    self.init([phrases: ()])
  }
}

/// The phrases that the grammar knows.
enum PlainPhrases {}
