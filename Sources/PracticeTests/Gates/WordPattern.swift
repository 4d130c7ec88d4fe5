/// A phrase with alternatives, matched against whole words: `"according to the|this passage|text|notes"`.
///
/// Words are separated by spaces, alternatives by `|`; a word that ends in `?` may be missing, and `#` stands for a
/// number, `@` for a single letter from a to e.
struct WordPattern: Sendable {
  private struct Word: Sendable {
    var alternatives: Set<String>
    var isOptional: Bool

    func matches(_ token: String) -> Bool {
      alternatives.contains(token)
        || alternatives.contains("#") && token.first?.isNumber == true
        || alternatives.contains("@") && token.count == 1 && "abcde".contains(token)
    }
  }

  private let words: [Word]

  init(_ pattern: String) {
    words = pattern.split(separator: " ").map { word in
      let isOptional = word.hasSuffix("?")
      let alternatives = (isOptional ? word.dropLast() : word).split(separator: "|").map(String.init)
      return Word(alternatives: Set(alternatives), isOptional: isOptional)
    }
  }

  /// The words of a text, where they match for the first time.
  func firstMatch(in tokens: [String]) -> Range<Int>? {
    for start in tokens.indices {
      if let end = end(of: words[...], in: tokens, from: start) { return start..<end }
    }
    return nil
  }

  /// Whether a text consists of the phrase and nothing else.
  func matchesWhole(_ tokens: [String]) -> Bool {
    end(of: words[...], in: tokens, from: 0) == tokens.count
  }

  private func end(of words: ArraySlice<Word>, in tokens: [String], from start: Int) -> Int? {
    guard let word = words.first else { return start }
    let rest = words.dropFirst()
    if start < tokens.count, word.matches(tokens[start]), let end = end(of: rest, in: tokens, from: start + 1) {
      return end
    }
    return word.isOptional ? end(of: rest, in: tokens, from: start) : nil
  }
}
