/// Where a quote stands in a passage.
struct EvidenceMatch: Sendable, Hashable {
  /// The passage's own words.
  var quote: String
  /// The line in the source, counted from 1: where the block begins, and exact in tables and code.
  var line: Int
  /// The index of the block in the passage where the quote begins.
  var block: Int
}

/// Finds a quote in a passage, although it may differ in white space, case, quotation marks and dashes, or in one word
/// of ten.
enum EvidenceFinder {
  private static let longestQuote = 400
  private static let requiredShare = 0.9

  /// The passage's own span for a quote; `nil` when at least a tenth of the quote's words are not there in order, or a
  /// negation, a number or a unit differs. Takes time in proportion to the words of the passage times those of the
  /// quote, of which there may be 400.
  static func find(_ quote: String, in passage: Passage) -> EvidenceMatch? {
    let text = passage.text
    let quoted = words(of: quote)
    guard !quoted.isEmpty, quoted.count <= longestQuote else { return nil }
    let words = words(of: text)
    guard let found = exactMatch(quoted, in: words) ?? nearMatch(quoted, in: words) else { return nil }
    let start = words[found.lowerBound].range.lowerBound
    let end = withEndMark(words[found.upperBound - 1].range.upperBound, in: text)
    return locate(start..<end, in: passage, text: text)
  }

  // MARK: - Words

  private struct Word {
    var folded: String
    var range: Range<String.Index>
    var isExact: Bool
  }

  /// Words between white space or dashes, without punctuation around them; signs and units stay. Numbers, what follows
  /// them (units), and negations must match exactly.
  private static func words(of text: String) -> [Word] {
    var words: [Word] = []
    for part in text.split(whereSeparator: { $0.isWhitespace || $0 == "\u{2014}" }) {
      let core = part.trimming { !$0.isLetter && !$0.isNumber && !"%°$€£+-\u{2212}".contains($0) }
      guard core.contains(where: { $0.isLetter || $0.isNumber || "%°$€£".contains($0) }) else { continue }
      let folded = fold(core)
      let followsNumber = words.last?.folded.contains(where: \.isNumber) == true && folded.count <= 4
      let isExact =
        followsNumber || folded.contains(where: \.isNumber) || NumberWords.value(folded) != nil
        || Negation.isOne(folded) || ["percent", "degrees"].contains(folded)
      words.append(Word(folded: folded, range: core.startIndex..<core.endIndex, isExact: isExact))
    }
    return words
  }

  private static func fold(_ word: Substring) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in word.unicodeScalars {
      switch scalar {
      case "\u{2018}", "\u{2019}", "\u{02BC}": folded.append("'")
      case "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2212}": folded.append("-")
      case "\u{201C}", "\u{201D}", "\u{00AD}", "\u{200B}": break
      default: folded.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      }
    }
    return String(folded)
  }

  // MARK: - Matching

  /// Every word of the quote in a row (Knuth, Morris and Pratt).
  private static func exactMatch(_ quote: [Word], in words: [Word]) -> Range<Int>? {
    var fallback = [0]
    var length = 0
    for word in quote.dropFirst() {
      while length > 0, word.folded != quote[length].folded { length = fallback[length - 1] }
      if word.folded == quote[length].folded { length += 1 }
      fallback.append(length)
    }
    length = 0
    for (index, word) in words.enumerated() {
      while length > 0, word.folded != quote[length].folded { length = fallback[length - 1] }
      if word.folded == quote[length].folded { length += 1 }
      if length == quote.count { return (index + 1 - length)..<(index + 1) }
    }
    return nil
  }

  private struct Alignment {
    var cost: Int
    var start: Int
  }

  /// The stretch of the passage with the fewest word edits to the quote (Sellers, 1980), when they are few enough.
  private static func nearMatch(_ quote: [Word], in words: [Word]) -> Range<Int>? {
    let budget = Int(Double(quote.count) * (1 - requiredShare) + 1e-9)
    guard budget > 0, !words.isEmpty else { return nil }
    let forbidden = quote.count + words.count
    func price(_ word: Word) -> Int { word.isExact ? forbidden : 1 }
    var column = [Alignment(cost: 0, start: 0)]
    for word in quote { column.append(Alignment(cost: column[column.count - 1].cost + price(word), start: 0)) }
    var best: (cost: Int, range: Range<Int>)?
    for (index, word) in words.enumerated() {
      var next = [Alignment(cost: 0, start: index + 1)]
      for (row, quoted) in quote.enumerated() {
        let isSame = word.folded == quoted.folded
        let substitution = column[row].cost + (isSame ? 0 : max(price(word), price(quoted)))
        let insertion = column[row + 1].cost + price(word)
        let deletion = next[row].cost + price(quoted)
        if substitution <= insertion, substitution <= deletion {
          next.append(Alignment(cost: substitution, start: row == 0 ? index : column[row].start))
        } else if insertion < deletion {
          next.append(Alignment(cost: insertion, start: column[row + 1].start))
        } else {
          next.append(Alignment(cost: deletion, start: next[row].start))
        }
      }
      let end = next[quote.count]
      if end.cost <= budget, best.map({ end.cost < $0.cost }) ?? true, end.start <= index {
        best = (end.cost, end.start..<(index + 1))
      }
      column = next
    }
    return best?.range
  }

  // MARK: - Places

  /// Past the punctuation that ends a sentence.
  private static func withEndMark(_ end: String.Index, in text: String) -> String.Index {
    var end = end
    while end < text.endIndex, ".?!\"\u{201D})]".contains(text[end]) { end = text.index(after: end) }
    return end
  }

  private static func locate(_ range: Range<String.Index>, in passage: Passage, text: String) -> EvidenceMatch? {
    var start = text.startIndex
    for (index, block) in passage.blocks.enumerated() {
      guard let end = text.index(start, offsetBy: block.text.count, limitedBy: text.endIndex) else { return nil }
      if range.lowerBound < end {
        let before = text[start..<range.lowerBound].count { $0.isNewline }
        return EvidenceMatch(quote: String(text[range]), line: block.line + before, block: index)
      }
      start = text.index(end, offsetBy: 2, limitedBy: text.endIndex) ?? text.endIndex
    }
    return nil
  }
}
