/// The passages of a test, by id and by topic, with the names of their sources.
struct GroundedPassages: Sendable {
  private var byID: [String: (passage: Passage, source: String)] = [:]

  /// Gathers the passages of named documents.
  init(_ documents: [(name: String, document: NoteDocument)]) {
    for (name, document) in documents {
      for passage in document.passages where byID[passage.id] == nil {
        byID[passage.id] = (passage, name)
      }
    }
  }

  /// The passage with an id.
  subscript(_ id: String) -> Passage? { byID[id]?.passage }

  /// Where a quote stands in a passage, ready to be kept.
  func grounding(of quote: String, in passage: Passage) -> Grounding? {
    guard let match = EvidenceFinder.find(quote, in: passage), let source = byID[passage.id]?.source else { return nil }
    return Grounding(
      source: source, heading: passage.headings.joined(separator: " > "), passageID: passage.id, quote: match.quote,
      line: match.line)
  }
}
