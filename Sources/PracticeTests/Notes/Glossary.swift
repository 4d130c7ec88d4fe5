/// Reads the terms of a glossary section.
enum Glossary {
  /// A longer start of a line is no term.
  private static let termLimit = 80

  /// The entries of the section's blocks; what is no entry is left out.
  static func entries(_ blocks: [Block]) -> [GlossaryEntry] {
    blocks.flatMap { block -> [GlossaryEntry] in
      switch block.kind {
      case .table: rows(block)
      case .code: []
      case .paragraph, .listItem, .quote:
        entry(block.text, emphasised: block.emphasised.first, block.line).map { [$0] } ?? []
      }
    }
  }

  /// "term: definition", "term - definition", or a term in bold and what follows it.
  private static func entry(_ text: String, emphasised: String?, _ line: Int) -> GlossaryEntry? {
    if let term = emphasised, text.hasPrefix(term) {
      return make(term, text.dropFirst(term.count), line)
    }
    let cut = [": ", " - ", " \u{2013} ", " \u{2014} ", " = "].compactMap { text.firstRange(of: $0) }
      .min { $0.lowerBound < $1.lowerBound }
    guard let cut else { return nil }
    return make(String(text[..<cut.lowerBound]), text[cut.upperBound...], line)
  }

  /// The rows of a table with two columns or more; a head such as "Term | Definition" is none.
  private static func rows(_ block: Block) -> [GlossaryEntry] {
    block.text.split(separator: "\n").enumerated().compactMap { index, row in
      let cells = row.split(separator: " | ", omittingEmptySubsequences: false)
      guard cells.count >= 2, !(index == 0 && isHead(cells[0])) else { return nil }
      return make(String(cells[0]), cells[1...].joined(separator: "; ")[...], block.line + index)
    }
  }

  private static func isHead(_ cell: Substring) -> Bool {
    ["term", "terms", "word", "words", "concept", "name", "key term", "vocabulary"].contains(Words.fold(String(cell)))
  }

  private static func make(_ term: String, _ definition: Substring, _ line: Int) -> GlossaryEntry? {
    let term = term.trimmed(of: " :-\u{2013}\u{2014}")
    let definition = String(definition).trimmed(of: " :-\u{2013}\u{2014}=")
    guard !term.isEmpty, term.utf8.count <= termLimit, !definition.isEmpty else { return nil }
    return GlossaryEntry(term: term, definition: definition, line: line)
  }
}

extension String {
  /// Without these characters at both ends.
  fileprivate func trimmed(of characters: String) -> String {
    var rest = self[...]
    while let first = rest.first, characters.contains(first) { rest.removeFirst() }
    while let last = rest.last, characters.contains(last) { rest.removeLast() }
    return String(rest)
  }
}
