/// Takes English endings off folded words.
enum Stemmer {
  /// The stem of a word of small ASCII letters; of any other word, all but a final "'s".
  static func stem(_ word: String) -> String {
    var word = word
    return word.withUTF8 { bytes in
      guard bytes.allSatisfy(\.isLower) else {
        let isPossessive =
          bytes.count > 2 && bytes[bytes.count - 1] == UInt8(ascii: "s")
          && bytes[bytes.count - 2] == UInt8(ascii: "'")
        return String(decoding: isPossessive ? bytes.dropLast(2) : bytes[...], as: UTF8.self)
      }
      guard bytes.count > 3 else { return String(decoding: bytes, as: UTF8.self) }
      return String(decoding: trimmed(withoutEnding(bytes)), as: UTF8.self)
    }
  }

  private struct Ending {
    let ending: [UInt8]
    let replacement: [UInt8]
    /// The fewest letters before it.
    let rest: Int

    init(_ ending: String, _ replacement: String, _ rest: Int) {
      (self.ending, self.replacement, self.rest) = (Array(ending.utf8), Array(replacement.utf8), rest)
    }
  }

  /// The first that fits is taken, so longer ones come first; some are there to be left alone.
  private static let endings: [Ending] = [
    Ending("ations", "ate", 3), Ending("ation", "ate", 3), Ending("nesses", "", 3), Ending("ness", "", 3),
    Ending("ingly", "", 3), Ending("edly", "", 3), Ending("yses", "ysis", 2), Ending("eses", "esis", 2),
    Ending("ies", "y", 2), Ending("sses", "ss", 2), Ending("shes", "sh", 2), Ending("ches", "ch", 2),
    Ending("xes", "x", 2), Ending("ings", "", 3), Ending("ing", "", 3), Ending("ied", "y", 2), Ending("ed", "", 3),
    Ending("ally", "al", 3), Ending("ily", "ily", 1), Ending("ply", "ply", 1), Ending("ly", "", 3),
    Ending("ss", "ss", 1), Ending("us", "us", 1), Ending("is", "is", 1), Ending("s", "", 3),
  ]

  /// The endings that end in a letter.
  private static let endingsByLast = Dictionary(grouping: endings) { $0.ending.last ?? 0 }

  private static func withoutEnding(_ word: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    guard let last = word.last, let candidates = endingsByLast[last] else { return Array(word) }
    for candidate in candidates {
      let rest = word.count - candidate.ending.count
      if rest >= candidate.rest, word[rest...].elementsEqual(candidate.ending) {
        return word[..<rest] + candidate.replacement
      }
    }
    return Array(word)
  }

  /// Undoes the doubling in "stopped", and drops the "e" that "making" has lost.
  private static func trimmed(_ stem: [UInt8]) -> [UInt8] {
    var stem = stem
    if stem.count > 3, let last = stem.last, stem[stem.count - 2] == last, !"aeiouls".utf8.contains(last) {
      stem.removeLast()
    }
    if stem.count > 3, stem.last == UInt8(ascii: "e") { stem.removeLast() }
    return stem
  }
}
