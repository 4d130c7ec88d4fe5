/// Cuts the text of a paragraph into sentences.
///
/// The rules are for English prose with citations: a full stop ends a sentence when white space and a word that can begin
/// one follow, and when the word before it is neither an abbreviation nor an initial. Chinese and Japanese full stops
/// always end one.
public enum Sentences {
  /// The sentences in order, trimmed, each a stretch of the text as it stands. A blank line always ends a sentence; a
  /// single line break does not.
  public static func split(_ text: String) -> [String] {
    var scanner = SentenceScanner(Array(text.unicodeScalars))
    return scanner.sentences()
  }
}

/// One pass over the scalars of a text.
struct SentenceScanner {
  private let scalars: [Unicode.Scalar]
  private var start = 0
  private var bracketOpened: Int?
  private var quoteOpened: Int?
  private var result: [String] = []

  /// How far an opened bracket or quotation holds a sentence together; a longer one is taken as never closed.
  private static let reach = 400

  init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
  }

  mutating func sentences() -> [String] {
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      if scalar == "\n", let next = afterBlankLine(index) {
        close(at: index)
        index = next
      } else if Self.isWideStop(scalar) {
        index = afterClosers(index + 1)
        close(at: index)
      } else if Self.isStop(scalar) {
        index = stop(at: index)
      } else if let end = Formula.end(in: scalars, from: index) {
        index = end
      } else {
        note(scalar, at: index)
        index += 1
      }
    }
    close(at: scalars.count)
    return result
  }

  /// Looks at a run of stops, ends the sentence there if it is the end, and returns where to go on.
  private mutating func stop(at index: Int) -> Int {
    var runEnd = index + 1
    while runEnd < scalars.count, Self.isStop(scalars[runEnd]) { runEnd += 1 }
    let end = afterClosers(runEnd)
    for position in runEnd..<end { note(scalars[position], at: position) }
    guard end < scalars.count, scalars[end].properties.isWhitespace, !isHeldTogether(at: end) else { return end }
    let next = SentenceOpening(scalars, from: end)
    guard next.canBegin else { return end }
    if runEnd == index + 1, scalars[index] == ".", end == runEnd || scalars[runEnd] != ")",
      isAbbreviation(endingAt: index, before: next)
    {
      return end
    }
    close(at: end)
    return end
  }

  /// Whether a bracket or quotation that began inside this sentence is still open.
  private func isHeldTogether(at index: Int) -> Bool {
    [bracketOpened, quoteOpened].contains { opened in
      guard let opened else { return false }
      return index - opened < Self.reach
    }
  }

  private mutating func note(_ scalar: Unicode.Scalar, at index: Int) {
    switch scalar {
    case "(", "[": bracketOpened = bracketOpened ?? index
    case ")", "]": bracketOpened = nil
    case "\u{201C}": quoteOpened = index
    case "\u{201D}": quoteOpened = nil
    case "\"":
      // A straight mark after a digit may stand for inches, so there it only closes.
      let opens = quoteOpened == nil && !(index > 0 && Self.isDigit(scalars[index - 1]))
      quoteOpened = opens ? index : nil
    default: break
    }
  }

  private mutating func close(at end: Int) {
    var (low, high) = (start, end)
    while low < high, scalars[low].properties.isWhitespace { low += 1 }
    while high > low, scalars[high - 1].properties.isWhitespace { high -= 1 }
    if low < high {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[low..<high])
      result.append(String(view))
    }
    (start, bracketOpened, quoteOpened) = (end, nil, nil)
  }

  private func afterClosers(_ index: Int) -> Int {
    var end = index
    while end < scalars.count, Self.closers.contains(scalars[end]) { end += 1 }
    return end
  }

  private func afterBlankLine(_ index: Int) -> Int? {
    var position = index + 1
    while position < scalars.count, scalars[position] == " " || scalars[position] == "\t" { position += 1 }
    return position < scalars.count && scalars[position] == "\n" ? position + 1 : nil
  }

  private static let closers: Set<Unicode.Scalar> = [
    ")", "]", "}", "\"", "'", "\u{201D}", "\u{2019}", "\u{00BB}", "*", "_",
  ]

  private static func isStop(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "." || scalar == "?" || scalar == "!" || scalar == "\u{2026}"
  }

  private static func isWideStop(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{3002}" || scalar == "\u{FF01}" || scalar == "\u{FF1F}"
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar)
  }
}

// MARK: - Abbreviations

extension SentenceScanner {
  /// Whether the full stop belongs to the word before it and does not end the sentence as well.
  private func isAbbreviation(endingAt index: Int, before next: SentenceOpening) -> Bool {
    let word = wordBefore(index)
    guard !word.isEmpty else { return false }
    if word.allSatisfy(Self.isDigit) {
      // The number of a list item: "2. Sleep restores the body."
      return word.count <= 3 && isFirst(index - word.count)
    }
    if word.count == 1, word.first != "v" { return isInitial(word, endingAt: index, before: next) }
    let lowered = Self.lowered(word)
    if Abbreviations.neverLast.contains(lowered) { return true }
    if Abbreviations.beforeNumbers.contains(lowered) { return next.startsWithDigit }
    if Abbreviations.perhapsLast.contains(lowered) || word.contains(".") {
      return !next.isUsualFirstWord && !Abbreviations.clockTimes.contains(lowered)
    }
    return false
  }

  /// "B. F. Skinner" and "by J. Watson", but neither "vitamin C. Foods", "type A. The others" nor "25 °C. Rust".
  private func isInitial(
    _ word: ArraySlice<Unicode.Scalar>, endingAt index: Int, before next: SentenceOpening
  ) -> Bool {
    guard let letter = word.first, letter.properties.isAlphabetic else { return false }
    guard letter.properties.isUppercase else { return next.startsWithDigit }
    if next.isInitial { return true }
    if next.isUsualFirstWord || next.startsWithDigit { return false }
    var position = index - 1
    while position > start, scalars[position - 1] == " " { position -= 1 }
    guard position == start || !Self.degrees.contains(scalars[position - 1]) else { return false }
    let before = wordBefore(position, skippingStop: true)
    guard let first = before.first else { return true }
    let lowered = Self.lowered(before)
    return !Abbreviations.labelled.contains(lowered)
      && (first.properties.isUppercase || Words.stopWords.contains(lowered))
  }

  /// The signs of a degree, and those that are typed for it.
  private static let degrees: Set<Unicode.Scalar> = ["\u{00B0}", "\u{00BA}", "\u{02DA}"]

  /// The letters, digits and inner dots that end right before a position.
  private func wordBefore(_ index: Int, skippingStop: Bool = false) -> ArraySlice<Unicode.Scalar> {
    var end = index
    if skippingStop, end > start, scalars[end - 1] == "." { end -= 1 }
    var begin = end
    // No abbreviation is longer than this, and a word without an end must not cost time again and again.
    let limit = max(start, end - 24)
    while begin > limit, isWordScalar(scalars[begin - 1]) { begin -= 1 }
    while begin < end, scalars[begin] == "." { begin += 1 }
    return scalars[begin..<end]
  }

  private func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "." || scalar.properties.isAlphabetic || Self.isDigit(scalar)
  }

  /// Whether only white space and opening marks stand between the start of the sentence and a position.
  private func isFirst(_ index: Int) -> Bool {
    guard index - start < 8 else { return false }
    return scalars[start..<index].allSatisfy { !$0.properties.isAlphabetic && !Self.isDigit($0) }
  }

  static func lowered(_ word: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: word)
    return String(view).lowercased()
  }
}
