/// Finds terms that a sentence gives for the same thing: "glial cells (also known as glia)", "the soma, or cell body".
enum TermSynonyms {
  /// Pairs of terms, among those that stand in a sentence in their order.
  static func pairs(
    of found: [(term: Int, place: Range<Int>)], in sentence: NoteSentence
  ) -> [(first: Int, second: Int)] {
    zip(found, found.dropFirst()).compactMap { first, second in
      guard first.term != second.term, areLinked(first.place, second.place, in: sentence) else { return nil }
      return (first.term, second.term)
    }
  }

  private static func areLinked(_ first: Range<Int>, _ second: Range<Int>, in sentence: NoteSentence) -> Bool {
    let (first, second) = (sentence.range(first), sentence.range(second))
    let between = sentence.shown[first.upperBound..<second.lowerBound]
    let after = sentence.shown[second.upperBound...].first
    let link = between.filter { $0.isLetter || $0 == "(" }.lowercased()
    guard links.contains(link) else { return false }
    return link.hasPrefix("(") ? after == ")" : link != "or" || between.hasPrefix(",") && (after == "," || after == ".")
  }

  /// What stands between two names for one thing, letters and brackets only.
  private static let links: Set<String> = Set(
    [
      "", "or", "also", "alsoknownas", "alsocalled", "alsoreferredtoas", "orthe", "ora", "knownas", "sometimescalled",
      "called",
    ]
    .flatMap { ["(" + $0, $0] }
  ).subtracting(["", "called", "knownas", "also"])
}
