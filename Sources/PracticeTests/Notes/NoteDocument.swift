/// What was read from one file of notes: a value, not yet stored.
public struct NoteDocument: Sendable, Hashable, Codable {
  /// The first heading, else the file's name without its ending.
  public var title: String
  /// SHA-256 of the file's bytes, in lower-case hexadecimal.
  public var contentHash: String
  /// The passages in the order of the text.
  public var passages: [Passage]
  /// Terms with their definitions, from a glossary section ("Key terms", "Glossary", "Vocabulary"). Each stands in a
  /// passage too, as a block of its own, unless the document was stored by an older version.
  public var glossary: [GlossaryEntry]

  /// Makes a document.
  public init(title: String, contentHash: String, passages: [Passage], glossary: [GlossaryEntry]) {
    self.title = title
    self.contentHash = contentHash
    self.passages = passages
    self.glossary = glossary
  }

  /// The topics in the order in which they first appear.
  public var topics: [String] {
    var seen = Set<String>()
    return passages.map(\.topic).filter { seen.insert($0).inserted }
  }
}

/// A term that the notes define in so many words.
public struct GlossaryEntry: Sendable, Hashable, Codable {
  /// The term.
  public var term: String
  /// Its definition, as the notes word it.
  public var definition: String
  /// The line in the source, counted from 1.
  public var line: Int

  /// Makes an entry.
  public init(term: String, definition: String, line: Int) {
    self.term = term
    self.definition = definition
    self.line = line
  }

  /// As it stands in a passage.
  var text: String { "\(term): \(definition)" }
}
