/// Finds the text that introduces a term of a glossary: where it is set in bold, else where it first stands.
struct GlossaryPlaces {
  /// The words of definitions that a text takes beside its own: nothing in a prompt is without bounds.
  private static let room = 150

  private var marked: [String: Int] = [:]
  private var firstUse: [String: Int] = [:]
  private var left: [Int]

  /// Looks for some terms in the blocks of some texts.
  init(of terms: [String], in texts: [[Block]]) {
    left = Array(repeating: Self.room, count: texts.count)
    let names = terms.compactMap { TermName($0) }
    let wanted = Set(names.map(\.key))
    let longest = names.map(\.words.count).max() ?? 0
    for (index, blocks) in texts.enumerated() where !wanted.isEmpty {
      for key in blocks.flatMap(\.emphasised).compactMap({ TermName($0)?.key }) where marked[key] == nil {
        marked[key] = index
      }
      for block in blocks {
        for key in Self.runs(of: WordSpan.words(of: block.text).map(\.normal), upTo: longest)
        where wanted.contains(key) && firstUse[key] == nil {
          firstUse[key] = index
        }
      }
    }
  }

  private static func runs(of words: [String], upTo longest: Int) -> [String] {
    words.indices.flatMap { start in
      (1...max(1, longest)).compactMap { length in
        start + length <= words.count ? words[start..<(start + length)].joined(separator: " ") : nil
      }
    }
  }

  /// The text for a term whose definition has some words, if one has it and room for it.
  mutating func take(_ term: String, size: Int) -> Int? {
    guard let key = TermName(term)?.key else { return nil }
    let place = [marked[key], firstUse[key]].compactMap(\.self).first { left[$0] >= size }
    if let place { left[place] -= size }
    return place
  }
}
