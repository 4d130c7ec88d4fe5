/// The sentences of a passage.
package enum PassageSentences {
  /// All of them, in order; code, tables and entries of a glossary have none.
  static func all(of passage: Passage) -> [String] {
    passage.blocks.filter(\.isProse).flatMap { Sentences.split($0.text) }
  }

  /// The sentence that shares most words with a text, for its evidence; `nil` for a passage without a sentence.
  package static func nearest(to text: String, in passage: Passage) -> String? {
    let wanted = Words.contentStems(text)
    return all(of: passage).max { shared($0, wanted) < shared($1, wanted) }
  }

  private static func shared(_ sentence: String, _ wanted: Set<String>) -> Int {
    Words.contentStems(sentence).intersection(wanted).count
  }
}
