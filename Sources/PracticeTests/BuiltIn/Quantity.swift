import Foundation

/// A number with its unit, as a sentence of the notes has it.
struct Quantity: Sendable, Hashable {
  /// The number as written: "1,500", "0.77".
  var text: String
  /// Its unit or what is counted, folded: "km", "days".
  var unit: String

  /// The only number of a sentence, if it has a unit and is not a year or part of a range.
  static func only(in sentence: String, words: [WordSpan]) -> (quantity: Quantity, range: Range<String.Index>)? {
    // A list after a colon could be counted.
    guard !sentence.contains(":") else { return nil }
    let numbers = words.indices.filter { words[$0].folded.contains { $0.isNumber } }
    guard numbers.count == 1, let index = numbers.first, index > 0, index + 1 < words.count else { return nil }
    let word = words[index]
    let text = String(sentence[word.range])
    guard text.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }), let value = value(text) else {
      return nil
    }
    let after = sentence[word.range.upperBound...]
    let before = sentence[..<word.range.lowerBound].last { !$0.isWhitespace }
    guard let before, before.isLetter || before == ",", !after.hasPrefix("-"), !after.hasPrefix("\u{2013}") else {
      return nil
    }
    guard after.hasPrefix(" "), value > 1 else { return nil }
    let next = words[index + 1]
    guard sentence[word.range.upperBound..<next.range.lowerBound].allSatisfy(\.isWhitespace) else { return nil }
    guard !shares.contains(next.folded) else { return nil }
    let isUnit = units.contains(next.folded) || English.isPlural(next.folded) && !English.isFiniteVerb(next.folded)
    return isUnit ? (Quantity(text: text, unit: next.folded), word.range) : nil
  }

  /// The number.
  var value: Double { Self.value(text) ?? 0 }

  private static func value(_ text: String) -> Double? {
    Double(text.replacingOccurrences(of: ",", with: ""))
  }

  /// Wrong numbers of the same form: those that the notes give for the same unit (`others`), then near enough ones;
  /// none equal to this one or another.
  func neighbours(_ count: Int, others: [Quantity] = [], using random: inout SeededGenerator) -> [String] {
    let sets: [[Double]] = [[0.5, 2, 3, 4], [0.25, 0.5, 2, 3], [0.5, 0.75, 1.5, 2], [0.4, 0.6, 1.6, 2.2]]
    var seen: Set<String> = [text]
    var result: [String] = []
    for other in random.shuffled(others) where result.count < count / 2 && isAlike(other) {
      if seen.insert(other.text).inserted { result.append(other.text) }
    }
    for factor in random.shuffled(sets[random.index(below: sets.count)]) + [5, 6, 0.2, 0.3, 0.8]
    where result.count < count {
      let near = value * factor
      let written = written(near)
      if seen.insert(written).inserted, Self.value(written) ?? 0 > 0 { result.append(written) }
    }
    return result
  }

  /// Whether another number could stand in its place: as many decimals, and no more than ten times as large or small.
  private func isAlike(_ other: Quantity) -> Bool {
    other.text.contains(".") == text.contains(".") && other.text.contains(",") == text.contains(",")
      && other.value > value / 10 && other.value < value * 10
  }

  /// A number with the decimals, the roundness and the thousands separator of this one.
  private func written(_ number: Double) -> String {
    let decimals = text.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.count ?? 0
    guard decimals == 0 else { return String(format: "%.\(decimals)f", number) }
    let zeros = text.reversed().prefix { $0 == "0" || $0 == "," }.filter { $0 == "0" }.count
    let step = (0..<(value >= 100 ? zeros : max(0, zeros - 1))).reduce(1.0) { step, _ in step * 10 }
    let whole = String(Int((min(number, 1e15) / step).rounded() * step))
    guard text.contains(","), whole.count > 3 else { return whole }
    return String(
      whole.reversed().enumerated().flatMap { $0 > 0 && $0.isMultiple(of: 3) ? [",", $1] : [$1] }.reversed())
  }

  /// Shares and ratios are what a survey found: trivia.
  private static let shares: Set<String> = ["percent", "times", "points"]

  private static let units = English.list(
    """
    km m cm mm nm kg g mg mv ms hz khz mhz kj j v w kw k l ml mol pa kpa n gb mb kb bits bytes million \
    billion trillion thousand dollars degrees watts volts
    """)
}
