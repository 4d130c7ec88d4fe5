/// Whole numbers as people write them.
enum PlainNumber {
  private static let units: [String: Int] = [
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
  ]
  private static let tens: [String: Int] = [
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
  ]

  /// No number takes more words: "one hundred and twenty five".
  static let longest = 5

  /// The number that some words begin with, and how many of them it takes: "12", "twenty five", "a hundred", "half a
  /// dozen".
  static func read(_ words: [String]) -> (value: Int, length: Int)? {
    guard let first = words.first else { return nil }
    if let digits = Int(first) { return words.dropFirst().first == "dozen" ? dozens(digits) : (digits, 1) }
    if words.starts(with: ["half", "a", "dozen"]) { return (6, 3) }
    if first == "dozen" { return (12, 1) }
    if first == "hundred" { return (100, 1) }
    let small = first == "a" ? (value: 1, length: 0) : belowHundred(words)
    guard let small else { return nil }
    let next = first == "a" ? 1 : small.length
    switch words.dropFirst(next).first {
    case "dozen": return (small.value * 12, next + 1)
    case "hundred": return hundreds(small.value, words, next + 1)
    default: return first == "a" ? nil : small
    }
  }

  /// One word as digits, where it is a number below twenty.
  static func digits(_ word: String) -> String? { units[word].map(String.init) }

  private static func dozens(_ count: Int) -> (value: Int, length: Int)? {
    let (value, isTooLarge) = count.multipliedReportingOverflow(by: 12)
    return isTooLarge ? nil : (value, 2)
  }

  private static func hundreds(_ count: Int, _ words: [String], _ length: Int) -> (value: Int, length: Int) {
    let gap = words.dropFirst(length).first == "and" ? 1 : 0
    guard let rest = belowHundred(Array(words.dropFirst(length + gap))) else { return (count * 100, length) }
    return (count * 100 + rest.value, length + gap + rest.length)
  }

  private static func belowHundred(_ words: [String]) -> (value: Int, length: Int)? {
    guard let first = words.first else { return nil }
    if let unit = units[first] { return (unit, 1) }
    guard let ten = tens[first] else { return nil }
    guard let unit = words.dropFirst().first.flatMap({ units[$0] }), (1...9).contains(unit) else { return (ten, 1) }
    return (ten + unit, 2)
  }
}
