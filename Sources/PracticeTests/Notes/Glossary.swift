import Foundation

/// Reads terms with their definitions.
enum Glossary {
  /// A longer start of a line is no term.
  private static let termLimit = 80

  /// The entries of a block in a glossary section; none where it is not of any known form.
  static func entries(_ block: Block, rowLines: [Int]) -> [GlossaryEntry] {
    switch block.kind {
    case .table: rows(block, rowLines)
    case .code, .definition: []
    case .paragraph, .listItem, .quote:
      entry(block.text, emphasised: block.emphasised.first, block.line).map { [$0] } ?? []
    }
  }

  /// The entry that a block of the text is: "**term**: definition", or a list item such as "Term: what it means in some
  /// words". `nil` for "**Causes**: stress, noise" and the like.
  static func entry(in block: Block, at marks: [String] = colon) -> GlossaryEntry? {
    guard [.paragraph, .listItem].contains(block.kind), let term = term(opening: block, at: marks),
      term.utf8.count <= termLimit,
      TermName(term).map(Label.names) == false
    else { return nil }
    let sentence = Sentences.split(block.text).first ?? ""
    let rest = sentence.dropFirst(term.count)
    return separations.contains { rest.hasPrefix($0) } ? make(term, rest, block.line) : nil
  }

  /// Whether most of the list items are words with their meanings.
  static func isWordList(_ blocks: [Block]) -> Bool {
    let items = blocks.filter { $0.kind == .listItem }
    let entries = items.count { entry(in: $0) != nil }
    return entries >= fewestWords && entries * 2 >= items.count
  }

  private static let fewestWords = 4

  /// What the blocks of a section explain word by word.
  static func entries(among blocks: [Block]) -> [GlossaryEntry] {
    let marks = marks(of: blocks)
    return blocks.compactMap { $0.kind == .listItem ? entry(in: $0, at: marks) : nil }
  }

  /// What parts a term from its meaning in the list items of a section: a dash only where most of them have one. Elsewhere
  /// it joins much that is no meaning of what stands before it.
  static func marks(of blocks: [Block]) -> [String] {
    let items = blocks.filter { $0.kind == .listItem }
    let dashed = items.count { $0.emphasised.isEmpty && entry(in: $0, at: dashes) != nil }
    return dashed >= fewestWords && dashed * 2 >= items.count ? colon + dashes : colon
  }

  static let colon = [": "]
  private static let dashes = [" - ", " \u{2013} ", " \u{2014} "]

  private static let separations = [":", " - ", " \u{2013} ", "\u{2014}", " \u{2014}", " = "]

  /// What a block has before its separator: words in bold, or in a list item a few words that much is said of.
  private static func term(opening block: Block, at marks: [String]) -> String? {
    if let term = block.emphasised.first { return block.text.hasPrefix(term) ? term : nil }
    guard block.kind == .listItem, let (term, meaning) = cut(block.text, at: marks) else { return nil }
    let isTold = Words.count(String(meaning)) >= Definition.lengths.lowerBound
    return isTold && Words.count(term) <= plainTermLimit ? term : nil
  }

  /// The words of a term that nothing marks.
  private static let plainTermLimit = 4

  /// "term: definition", "term - definition", or a term in bold and what follows it.
  private static func entry(_ text: String, emphasised: String?, _ line: Int) -> GlossaryEntry? {
    if let term = emphasised, text.hasPrefix(term) {
      return make(term, text.dropFirst(term.count), line)
    }
    guard let (term, meaning) = cut(text, at: colon + dashes + [" = "]) else { return nil }
    return make(term, meaning, line)
  }

  /// Cuts a line such as "term: meaning" where the first of some marks stands. Which marks count is said by where the
  /// line is from: the same dash that parts the two in a glossary is often a part of the term elsewhere.
  static func cut(_ text: String, at marks: [String]) -> (term: String, meaning: Substring)? {
    let first = marks.compactMap { text.range(of: $0) }.min { $0.lowerBound < $1.lowerBound }
    return first.map { (term: String(text[..<$0.lowerBound]), meaning: text[$0.upperBound...]) }
  }

  /// The rows of a table with two columns or more; a head such as "Term | Definition" is none.
  private static func rows(_ block: Block, _ lines: [Int]) -> [GlossaryEntry] {
    zip(block.text.split(separator: "\n"), lines).compactMap { row, line in
      let cells = row.split(separator: " | ", omittingEmptySubsequences: false)
      guard cells.count >= 2, !(line == block.line && isHead(cells[0])) else { return nil }
      return make(String(cells[0]), cells[1...].joined(separator: "; ")[...], line)
    }
  }

  private static func isHead(_ cell: Substring) -> Bool {
    ["term", "terms", "word", "words", "concept", "name", "key term", "vocabulary"].contains(Words.fold(String(cell)))
  }

  private static func make(_ term: String, _ definition: Substring, _ line: Int) -> GlossaryEntry? {
    let term = trimmed(term[...], leading: separators, trailing: separators)
    let definition = trimmed(definition, leading: separators + ".", trailing: " ")
    guard !term.isEmpty, term.utf8.count <= termLimit, !definition.isEmpty else { return nil }
    return GlossaryEntry(term: term, definition: definition, line: line)
  }

  /// What may stand between a term and its definition.
  private static let separators = " :-=\u{2013}\u{2014}"

  private static func trimmed(_ text: Substring, leading: String, trailing: String) -> String {
    var rest = text.drop { leading.contains($0) }
    while let last = rest.last, trailing.contains(last) { rest.removeLast() }
    return String(rest)
  }
}
