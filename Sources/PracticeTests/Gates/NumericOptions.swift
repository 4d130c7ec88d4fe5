import Foundation

/// Options that are numbers of one unit: "1 byte", "2 bytes"; "$1,000", "$14,000"; "50% die", "65% die".
struct NumericOptions {
  /// The numbers, when every option is one and all have the same unit.
  let values: [Double]?
  /// Whether an option is a number with a unit of at most three letters, where case matters ("5 Mb").
  let hasShortUnit: Bool

  init(_ options: [String]) {
    let parsed = options.map(Self.parse)
    let numbers = parsed.compactMap { $0 }
    let isUniform = numbers.count == options.count && Set(numbers.map(\.unit)).count == 1
    values = isUniform && options.count > 1 ? numbers.map(\.value) : nil
    hasShortUnit = numbers.contains { $0.isDigits && (1...3).contains($0.unit.filter(\.isLetter).count) }
  }

  private struct Number {
    var value: Double
    var unit: String
    var isDigits: Bool
  }

  /// What stands before a number, its sign and digits, and what stands after it.
  private static var numeral: Regex<(Substring, Substring, Substring, Substring)> {
    /([^\d\-\u{2212}\u{2013}+.\w]*)([\-\u{2212}\u{2013}+]?(?:\d[\d,]*)?(?:\.\d+)?)([^\d]*)/
  }

  /// One number and a unit of at most two words around it.
  private static func parse(_ option: String) -> Number? {
    let text = option.trimming { $0.isWhitespace || $0 == "." && option.last == $0 && option.first != $0 }
    guard text.contains(where: \.isNumber) else { return parseWords(text) }
    if let number = fraction(text) ?? range(text) { return number }
    guard let match = text.wholeMatch(of: numeral),
      let value = Double(match.2.replacing(",", with: "").replacing(/[\u{2212}\u{2013}]/, with: "-"))
    else { return nil }
    guard match.3.split(whereSeparator: \.isWhitespace).count <= 2 else { return nil }
    return Number(value: value, unit: unit(match.1 + match.3), isDigits: true)
  }

  /// "2/3".
  private static func fraction(_ text: Substring) -> Number? {
    guard let match = text.wholeMatch(of: /(\d{1,3})\/(\d{1,3})/), let above = Double(match.1),
      let below = Double(match.2), below > 0
    else { return nil }
    return Number(value: above / below, unit: "", isDigits: true)
  }

  /// "20-30 years": ranges are ordered by where they begin.
  private static func range(_ text: Substring) -> Number? {
    guard let match = text.wholeMatch(of: /(\d[\d,]*) ?[\-\u{2013}] ?(\d[\d,]*)( ?[A-Za-z%]*)/),
      let start = Double(match.1.replacing(",", with: "")), let end = Double(match.2.replacing(",", with: "")),
      start < end
    else { return nil }
    return Number(value: start, unit: "range" + unit(match.3), isDigits: true)
  }

  private static func parseWords(_ text: Substring) -> Number? {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard let first = words.first, words.count <= 3, let value = NumberWords.value(first.lowercased()) else {
      return nil
    }
    return Number(value: value, unit: unit(words.dropFirst().joined(separator: " ")), isDigits: false)
  }

  /// A unit to compare: singular, without white space. Case is kept, since it can tell milli from mega.
  private static func unit(_ text: some StringProtocol) -> String {
    text.split(whereSeparator: \.isWhitespace).map { word in
      switch word {
      case "st", "nd", "rd": "th"
      case "children": "child"
      case "people": "person"
      default: Words.stem(String(word))
      }
    }.joined()
  }
}

/// Numbers that are written as words.
enum NumberWords {
  private static let values: [String: Double] = Dictionary(
    uniqueKeysWithValues: [
      "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
      "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ].enumerated().map { ($1, Double($0)) }
      + ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"].enumerated()
      .map { ($1, Double($0 * 10 + 20)) } + [("hundred", 100), ("thousand", 1e3), ("million", 1e6), ("billion", 1e9)])

  /// The number that a word or a hyphenated pair ("twenty-one") stands for.
  static func value(_ word: String) -> Double? {
    if let value = values[word] { return value }
    let parts = word.split(separator: "-").map(String.init)
    guard parts.count == 2, let tens = values[parts[0]], let ones = values[parts[1]], tens >= 20, tens < 100, ones < 10
    else { return nil }
    return tens + ones
  }
}
