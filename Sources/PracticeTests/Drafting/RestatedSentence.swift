import Foundation

/// A sentence that holds a key once, taken apart at its place.
struct RestatedSentence: Sendable, Hashable {
  /// What stands before the key, and after it.
  var before: String
  var after: String
  /// The key as it stands there.
  var words: String

  /// Finds the key as whole words, in any case; `nil` where it does not stand there exactly once.
  init?(_ sentence: String, holding key: String) {
    var places: [Range<String.Index>] = []
    var rest = sentence.startIndex..<sentence.endIndex
    while !key.isEmpty, let place = sentence.range(of: key, options: .caseInsensitive, range: rest) {
      if Self.isWhole(place, in: sentence) { places.append(place) }
      rest = place.upperBound..<sentence.endIndex
    }
    guard let place = places.first, places.count == 1 else { return nil }
    before = String(sentence[..<place.lowerBound])
    words = String(sentence[place])
    after = String(sentence[place.upperBound...])
  }

  /// The sentence itself.
  var text: String { with(words) }

  /// The sentence with other words in the place of the key.
  func with(_ other: String) -> String { before + other + after }

  private static func isWhole(_ place: Range<String.Index>, in sentence: String) -> Bool {
    let before = sentence[..<place.lowerBound].last
    let after = sentence[place.upperBound...].first
    return ![before, after].contains { $0?.isLetter == true || $0?.isNumber == true }
  }
}
