/// What is left out of a sentence where it is shown.
extension StandAlone {
  /// A text without bracketed citations ("(Harper, 2013)"), examples ("(e.g., poker chips)") and figure references.
  /// What belongs to a formula or to code stays: "f(2)", "$(x - 1)^2$", "[0, 1)".
  static func withoutReferences(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "[") }) else { return text }
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    var open: [Int] = []
    var (kept, index) = (0, 0)
    while index < scalars.count {
      if let end = Formula.end(in: scalars, from: index) {
        index = end
        continue
      }
      if scalars[index] == "(" || scalars[index] == "[" {
        open.append(index)
      } else if scalars[index] == ")" || scalars[index] == "]", let start = open.popLast(), open.isEmpty,
        isReference(scalars, start...index)
      {
        result.append(contentsOf: scalars[kept..<start])
        kept = index + 1
      }
      index += 1
    }
    guard kept > 0 else { return text }
    result.append(contentsOf: scalars[kept...])
    return tidied(String(result))
  }

  /// Single spaces, none before punctuation, no doubled comma.
  static func tidied(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      let isSpace = scalar.properties.isWhitespace
      if isSpace, result.last == " " || result.isEmpty || result.last == "(" { continue }
      if result.last == " ", closes(scalar, before: index + 1 < scalars.count ? scalars[index + 1] : " ") {
        result.removeLast()
        if scalar == ",", result.last == "," { continue }
      }
      result.append(isSpace ? " " : scalar)
    }
    if result.last == " " { result.removeLast() }
    return String(result)
  }

  /// Whether a mark belongs to what stands before it. In ".05" and "!x" it belongs to what follows.
  private static func closes(_ scalar: Unicode.Scalar, before next: Unicode.Scalar) -> Bool {
    scalar == "," || scalar == ")" || ".;:!".unicodeScalars.contains(scalar) && !isWord(next)
  }

  // MARK: References

  /// Whether what stands in brackets, with the brackets, is no part of the sentence.
  private static func isReference(_ scalars: [Unicode.Scalar], _ aside: ClosedRange<Int>) -> Bool {
    let inner = scalars[(aside.lowerBound + 1)..<aside.upperBound]
    guard isApart(scalars, aside), !inner.contains(where: { formulaSigns.contains($0) }) else { return false }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: inner)
    let text = String(view)
    let words = WordSpan.words(of: text)
    if let only = words.first, words.count == 1, only.folded.allSatisfy(\.isNumber), only.folded.count != yearLength {
      return inner.allSatisfy(isWord) && !isCalled(scalars, aside.lowerBound)
    }
    return words.indices.contains { index in
      let word = words[index].folded
      return referenceWords.contains(word) || word.count == yearLength && word.allSatisfy(\.isNumber)
        || isLatin(words, at: index, in: text)
    }
  }

  private static let yearLength = 4

  /// Whether brackets are a pair and stand between words, and not in code or after the sign of a formula.
  private static func isApart(_ scalars: [Unicode.Scalar], _ aside: ClosedRange<Int>) -> Bool {
    let (start, end) = (aside.lowerBound, aside.upperBound)
    guard (scalars[start] == "(") == (scalars[end] == ")") else { return false }
    if end + 1 < scalars.count, isWord(scalars[end + 1]) || "^_([{".unicodeScalars.contains(scalars[end + 1]) {
      return false
    }
    guard start > 0 else { return true }
    let before = scalars[start - 1]
    guard before.properties.isWhitespace else { return ".,;!?\u{201D}\"".unicodeScalars.contains(before) }
    return scalars[..<start].last { !$0.properties.isWhitespace }.map { !formulaSigns.contains($0) } ?? true
  }

  /// Whether a lone letter stands before brackets: "O (1)", "f (2)".
  private static func isCalled(_ scalars: [Unicode.Scalar], _ start: Int) -> Bool {
    guard let letter = scalars[..<start].lastIndex(where: { !$0.properties.isWhitespace }),
      scalars[letter].properties.isAlphabetic
    else { return false }
    return letter == 0 || !isWord(scalars[letter - 1])
  }

  /// "e.g." or "i.e.", and no "e" or "i" of a formula.
  private static func isLatin(_ words: [WordSpan], at index: Int, in text: String) -> Bool {
    guard index + 1 < words.count else { return false }
    let (first, second) = (words[index], words[index + 1])
    guard text[first.range.upperBound..<second.range.lowerBound] == "." else { return false }
    return first.folded == "e" && second.folded == "g" || first.folded == "i" && second.folded == "e"
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// Signs that no citation has.
  private static let formulaSigns = Set(
    "=+*^_\\<>|{}~\u{00D7}\u{00F7}\u{00B7}\u{00B1}\u{2212}\u{2264}\u{2265}".unicodeScalars)

  private static let referenceWords = English.list(
    "figure table eg ie see et chapter section also link example apa plural like")
}
