/// A stretch of a source that a question is grounded in: about 80 to 300 words, never across a heading, with the
/// entries of the glossary for the terms that it introduces.
public struct Passage: Sendable, Hashable, Codable, Identifiable {
  /// Made from the headings and the text, so an unchanged passage keeps its id when its file is edited.
  public var id: String
  /// The headings above it, outermost first.
  public var headings: [String]
  /// The topic that it belongs to.
  public var topic: String
  /// Its paragraphs, list items, tables and code, and at the end its entries of the glossary.
  public var blocks: [Block]

  /// Makes a passage.
  public init(id: String, headings: [String], topic: String, blocks: [Block]) {
    self.id = id
    self.headings = headings
    self.topic = topic
    self.blocks = blocks
  }

  /// The plain text, blocks separated by blank lines.
  public var text: String {
    blocks.map(\.text).joined(separator: "\n\n")
  }
}

/// One paragraph, list item, table, piece of code or entry of a glossary.
public struct Block: Sendable, Hashable, Codable {
  /// What it is.
  public enum Kind: String, Sendable, Hashable, Codable {
    case paragraph
    case listItem
    case quote
    case table
    case code
    /// An entry of a glossary, which stands with the text that introduces its term.
    case definition
  }

  /// What it is.
  public var kind: Kind
  /// The text without inline markup. Wrapped source lines are joined by a space, except in tables and code.
  public var text: String
  /// The terms that the notes set in bold, in order; where hardly anything is in bold, those in italics.
  public var emphasised: [String]
  /// The line in the source where it begins, counted from 1.
  public var line: Int

  /// Makes a block.
  public init(kind: Kind, text: String, emphasised: [String] = [], line: Int) {
    self.kind = kind
    self.text = text
    self.emphasised = emphasised
    self.line = line
  }

  /// Whether it holds sentences.
  var isProse: Bool {
    switch kind {
    case .paragraph, .listItem, .quote: true
    case .table, .code, .definition: false
    }
  }
}
