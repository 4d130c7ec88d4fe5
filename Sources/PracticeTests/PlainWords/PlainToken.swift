/// A word of what was typed.
struct PlainToken: Hashable, Sendable {
  /// What kind of word it is.
  enum Kind: Hashable, Sendable {
    case word
    /// What stands between quotation marks.
    case quoted
    /// The name or the path of a file of notes.
    case file
    /// A comma, or what parts as one does.
    case comma
  }

  /// What kind of word it is.
  var kind: Kind
  /// The word as grammars want it: folded, without the marks around it.
  var text: String
  /// Where it stands in what was typed.
  var range: Range<String.Index>
  /// Of a file: its name or its path, as a folder has it.
  var path: TypedPath?
}

/// What was typed, in words.
struct PlainText: Sendable {
  /// What was typed.
  let source: String
  /// Its words.
  let tokens: [PlainToken]

  /// Reads words. Hyphens and slashes part them ("true/false", "10-question"), but not in the name of a file.
  init(_ source: String) {
    self.source = source
    var scanner = PlainScanner(source)
    tokens = scanner.tokens()
  }

  /// Whether a phrase stands anywhere in it.
  ///
  /// - Parameter exactly: not one that is mistyped.
  func holds<Meaning>(_ vocabulary: PlainVocabulary<Meaning>, exactly: Bool = true) -> Bool {
    tokens.indices.contains { vocabulary.first(in: tokens[$0...], exactly: exactly) != nil }
  }

  /// What was typed between the first and the last of some words.
  func source(of range: Range<Int>) -> String {
    let words = tokens[range]
    guard let first = words.first, let last = words.last else { return "" }
    return String(source[first.range.lowerBound..<last.range.upperBound])
  }
}
