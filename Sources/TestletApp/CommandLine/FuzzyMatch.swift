import PracticeTests

/// How well what is typed fits a name; the smaller, the better.
struct FuzzyMatch: Comparable {
  /// How it fits.
  enum Kind: Int {
    /// The name begins so.
    case prefix
    /// Each word begins a word of the name.
    case words
    /// It stands in the name.
    case inside
    /// Its letters stand in the name, in their order.
    case scattered
  }

  /// How it fits.
  let kind: Kind
  /// Letters of the name that are passed over.
  private let gaps: Int
  private let length: Int

  /// Whether the name is meant, and not only possible.
  var isClear: Bool { kind == .prefix || kind == .words }

  /// Fits a text to a name; `nil` where it does not.
  init?(_ typed: String, in name: String) {
    let (typed, name) = (Words.fold(typed), Words.fold(name))
    guard !typed.isEmpty else { return nil }
    let (words, parts) = (typed.split(separator: " "), name.split(separator: " "))
    length = name.count
    if name.hasPrefix(typed) {
      (kind, gaps) = (.prefix, 0)
    } else if words.allSatisfy({ word in parts.contains { $0.hasPrefix(word) } }) {
      (kind, gaps) = (.words, 0)
    } else if name.contains(typed) {
      (kind, gaps) = (.inside, 0)
    } else if let gaps = Self.gaps(typed, in: name) {
      (kind, self.gaps) = (.scattered, gaps)
    } else {
      return nil
    }
  }

  /// The better match is the smaller one.
  static func < (a: FuzzyMatch, b: FuzzyMatch) -> Bool {
    (a.kind.rawValue, a.gaps, a.length) < (b.kind.rawValue, b.gaps, b.length)
  }

  /// The letters between those of a text, where they stand in a name in their order.
  private static func gaps(_ typed: String, in name: String) -> Int? {
    var rest = name[...]
    var gaps = 0
    for letter in typed where letter != " " {
      guard let index = rest.firstIndex(of: letter) else { return nil }
      gaps += rest.distance(from: rest.startIndex, to: index)
      rest = rest[rest.index(after: index)...]
    }
    return gaps
  }
}
