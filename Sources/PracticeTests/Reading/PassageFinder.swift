import Foundation

/// Finds the passage that a question is about, by the rare words that both have.
package struct PassageFinder {
  private let passages: [Passage]
  private let places: [String: [Int]]

  package init(_ passages: [Passage]) {
    self.passages = passages
    places = passages.enumerated().reduce(into: [:]) { places, entry in
      let words = Words.contentStems(entry.element.text + " " + entry.element.headings.joined(separator: " "))
      for word in words { places[word, default: []].append(entry.offset) }
    }
  }

  /// The passage that shares most with the question and its evidence, rare words counting more; the first one where
  /// none shares anything, so that the gates can say so.
  package func passage(for item: Item) -> Passage? {
    let text = [item.prompt, item.correctAnswer, item.evidence ?? ""].joined(separator: " ")
    var scores = [Double](repeating: 0, count: passages.count)
    for word in Words.contentStems(text).sorted() {
      guard let found = places[word] else { continue }
      let weight = log(1 + Double(passages.count) / Double(found.count))
      for place in found { scores[place] += weight }
    }
    guard let best = scores.max(), let place = scores.firstIndex(of: best) else { return nil }
    return passages[place]
  }
}
