/// The sentences of a passage.
package enum PassageSentences {
  /// All of them, in order; code, tables and entries of a glossary have none.
  static func all(of passage: Passage) -> [String] {
    passage.blocks.filter(\.isProse).flatMap { Sentences.split($0.text) }
  }

  /// The sentence that shares most words with a text, for its evidence; where a passage has none, the entry of its
  /// glossary.
  package static func nearest(to text: String, in passage: Passage) -> String? {
    let wanted = Words.contentStems(text)
    let sentences = all(of: passage)
    let entries = passage.blocks.filter { $0.kind == .definition }.map(\.text)
    return (sentences.isEmpty ? entries : sentences).max { shared($0, wanted) < shared($1, wanted) }
  }

  private static func shared(_ sentence: String, _ wanted: Set<String>) -> Int {
    Words.contentStems(sentence).intersection(wanted).count
  }
}
