/// Goes through what was typed, word by word.
struct PlainReader: Sendable {
  /// What was typed.
  let text: PlainText
  /// The next word.
  var position = 0
  /// The word after the last.
  var end: Int

  /// Begins at the first word.
  init(_ text: String) {
    self.text = PlainText(text)
    end = self.text.tokens.count
  }

  /// The words that are left.
  var rest: ArraySlice<PlainToken> { text.tokens[position..<end] }
  /// The next word.
  var next: PlainToken? { rest.first }
  /// Whether no word is left.
  var isAtEnd: Bool { position >= end }
  /// What is left, as it was typed.
  var restSource: String { text.source(of: position..<end) }

  /// Takes a phrase, where one comes next.
  ///
  /// - Parameter exactly: not one that is mistyped.
  mutating func take<Meaning>(_ vocabulary: PlainVocabulary<Meaning>, exactly: Bool = false) -> Meaning? {
    guard let found = vocabulary.first(in: rest, exactly: exactly) else { return nil }
    position += found.length
    return found.meaning
  }

  /// Takes phrases for as long as they come.
  mutating func skip(_ vocabulary: PlainVocabulary<Void>) {
    while take(vocabulary) != nil || skipComma() {}
  }

  /// Whether a phrase comes next.
  func comes<Meaning>(_ vocabulary: PlainVocabulary<Meaning>) -> Bool { vocabulary.first(in: rest) != nil }

  private mutating func skipComma() -> Bool {
    guard next?.kind == .comma else { return false }
    position += 1
    return true
  }

  /// Takes a number, where one comes next.
  mutating func takeNumber() -> Int? {
    guard let found = PlainNumber.read(rest.prefix(PlainNumber.longest).prefix { $0.kind == .word }.map(\.text)) else {
      return nil
    }
    position += found.length
    return found.value
  }

  /// Takes the name of something that is known, as many words as it has, the better match before the longer one.
  ///
  /// - Throws: ``PlainWordsError/ambiguousName(_:candidates:)``.
  mutating func takeName(
    _ finder: NameFinder, as role: NameFinder.Role, atLeast least: PlainName.Match = .part
  ) throws(PlainWordsError) -> NameFinder.Known? {
    if let path = next?.path?.path {
      guard let known = try finder.file(path) else { return nil }
      position += 1
      return known
    }
    let words = rest.prefix(Self.longestName).prefix { $0.kind == .word || $0.kind == .comma }
    let most = next?.kind == .quoted ? 1 : words.count
    for match in PlainName.Match.allCases.reversed() where match >= least {
      for length in stride(from: most, to: 0, by: -1) where text.tokens[position + length - 1].kind != .comma {
        let words = text.source(of: position..<position + length)
        guard let known = try finder.find(words, as: role, atLeast: match) else { continue }
        position += length
        return known
      }
    }
    return nil
  }

  /// Names have no more words.
  private static let longestName = 10

  /// Sees to it that nothing is left, but for courtesies.
  mutating func finish() throws(PlainWordsError) {
    skip(PlainPhrases.courtesies)
    guard isAtEnd else { throw .notUnderstood(restSource) }
  }
}
