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
    var wanted = PhraseIndex<String>()
    for name in terms.compactMap({ TermName($0) }) { wanted.add(name.words, name.key) }
    for (index, blocks) in texts.enumerated() where !terms.isEmpty {
      for key in blocks.flatMap(\.emphasised).compactMap({ TermName($0)?.key }) where marked[key] == nil {
        marked[key] = index
      }
      for block in blocks {
        let words = WordSpan.words(of: block.text).map(\.normal)
        for key in words.indices.flatMap({ wanted.phrases(at: $0, of: words) }).map(\.value) where firstUse[key] == nil
        {
          firstUse[key] = index
        }
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
