/// A name, or words that may mean one, as they are compared.
struct PlainName: Hashable, Sendable {
  /// How well words mean a name; the higher, the better.
  enum Match: Int, Comparable, CaseIterable {
    /// They are some of its words.
    case part
    /// They are its words, but for a letter here and there.
    case nearly
    case whole

    static func < (a: Match, b: Match) -> Bool { a.rawValue < b.rawValue }
  }

  /// Its words: folded, without endings, numbers in digits, without an article before them.
  let words: [String]

  /// Reads a name.
  init(_ text: String) {
    var words: [String] = []
    for piece in Words.fold(text).split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "'" }) {
      for run in Self.runs(piece) { words.append(Self.comparable(String(run))) }
    }
    if words.count > 1, ["the", "a", "an"].contains(words[0]) { words.removeFirst() }
    self.words = words
  }

  /// How well other words mean this name; `nil` where they don't.
  func match(_ said: PlainName) -> Match? {
    guard !said.words.isEmpty else { return nil }
    if said.words == words { return .whole }
    if said.words.count == words.count, zip(said.words, words).allSatisfy(PlainSpelling.areNear) { return .nearly }
    let isTelling = said.words.contains { word in
      word.contains(where: \.isLetter) && word.count > 2 && !Words.stopWords.contains(word)
    }
    return isTelling && occurs(all: said.words, in: words) ? .part : nil
  }

  /// Whether all its words stand in other words, in any order.
  func occurs(in other: PlainName) -> Bool {
    !words.isEmpty && occurs(all: words, in: other.words)
  }

  private func occurs(all some: [String], in many: [String]) -> Bool {
    some.allSatisfy { word in many.contains { PlainSpelling.areNear(word, $0) } }
  }

  /// A word parted where letters and digits meet: "week3".
  private static func runs(_ piece: Substring) -> [Substring] {
    var runs: [Substring] = []
    var rest = piece
    while let isNumber = rest.first?.isNumber {
      let run = rest.prefix { $0.isNumber == isNumber }
      runs.append(run)
      rest = rest[run.endIndex...]
    }
    return runs
  }

  private static func comparable(_ word: String) -> String {
    Int(word).map(String.init) ?? PlainNumber.digits(word) ?? Words.stem(word)
  }
}
