/// The signs of formulas in a text: in "x > 0" or "p & q" they say something, in "and/or" or "R&D" they part words.
struct FormulaSigns {
  /// Signs of a keyboard; those that only formulas have are known by their sort.
  private static let typed: Set<Character> = ["<", ">", "=", "*", "/", "&", "|", "!", "~", "+"]
  /// What is read in its own way: minus and the dots of products.
  private static let readApart: Set<Character> = ["\u{2212}", "\u{22C5}", "\u{2219}"]
  private static let quotes: Set<Character> = ["'", "\u{2019}", "\u{2032}"]
  private static let passedOver = quotes.union(readApart).union(["-", "(", ")", "[", "]", "{", "}"])
  /// Signs that are written in several ways, with the one that they are read as.
  private static let spellings = [
    ("!=", "≠"), ("<=", "≤"), (">=", "≥"), ("=>", "⇒"), ("->", "→"), ("⟶", "→"), ("×", "*"), ("∗", "*"), ("÷", "/"),
    ("\u{2044}", "/"), ("\u{2215}", "/"), ("∧", "&"), ("∨", "|"), ("¬", "!"),
  ]
  /// How many signs and spaces may stand between a sign and what it is about.
  private static let reach = 8

  private let text: [Character]
  /// Whether an apostrophe opens a quotation.
  private let isQuoting: Bool

  /// Looks at a text.
  init(_ text: [Character]) {
    self.text = text
    isQuoting = text.indices.contains { place in
      Self.quotes.contains(text[place]) && (place == 0 || text[place - 1].isWhitespace)
    }
  }

  /// Signs that are written in several ways, in one.
  static func inOneSpelling(_ text: String) -> String {
    guard text.contains(where: isSign) else { return text }
    return spellings.reduce(text) { $0.replacing($1.0, with: $1.1) }
  }

  /// Whether a character stays, by itself, where an answer is read as a formula.
  static func isSign(_ character: Character) -> Bool {
    guard !typed.contains(character) else { return true }
    return character.unicodeScalars.first?.properties.generalCategory == .mathSymbol && !readApart.contains(character)
  }

  /// Whether one of the signs says something.
  var areTelling: Bool { text.indices.contains { isTelling($0) } }

  private func isTelling(_ place: Int) -> Bool {
    let sign = text[place]
    if Self.quotes.contains(sign) { return isPrime(place) }
    guard Self.isSign(sign) else { return false }
    let (left, right) = (run(before: place), run(after: place))
    let isBetween = !left.isEmpty && !right.isEmpty
    switch sign {
    case "±", "√", "∛", "∂", "∇", "∑", "∏", "∫": return !right.isEmpty
    case "*", "|": return isBetween && isOperand(left) && isOperand(right) || isPrefix(place)
    // Words are parted by these too: "and/or", "TCP/IP", "R&D", "B6 & B12".
    case "/": return isBetween && (isValue(left) && isValue(right) || isMeasure)
    case "&": return isBetween && isVariable(left) && isVariable(right) || isPrefix(place)
    // A factorial is all there is: "5!", "n!".
    case "!": return isOperand(left) && left.startIndex == 0 && left.endIndex == place || isPrefix(place)
    case "~": return isPrefix(place)
    // "C++" is a name.
    case "+": return false
    // What is left sets two things beside each other: "x > 0", "A ⊂ B".
    default: return isBetween
    }
  }

  /// Whether an apostrophe marks a derivative, as in "f'(x)": after a letter by itself, and neither the end of a quotation
  /// nor of a short "and", as in "rock n' roll".
  func isPrime(_ place: Int) -> Bool {
    guard !isQuoting, Self.quotes.contains(text[place]), !isWord(place + 1) else { return false }
    let isBeforeWord = isWord(place + 2) && isWord(place + 3) && text[place + 2].isLetter && text[place + 3].isLetter
    guard !isBeforeWord || !text[place + 1].isWhitespace else { return false }
    var end = place
    while end > 0, place - end < Self.reach, Self.quotes.contains(text[end - 1]) { end -= 1 }
    return isWord(end - 1) && text[end - 1].isLetter && !isWord(end - 2)
  }

  /// Whether a sign stands before one letter, and that is all: "!p", "*p", "|x|".
  private func isPrefix(_ place: Int) -> Bool {
    guard place == 0, !text.contains(where: \.isWhitespace) else { return false }
    let letter = run(after: place)
    return letter.count == 1 && letter.allSatisfy(\.isLetter) && !(text[0] == "*" && text.last == "*")
  }

  // MARK: - What stands beside a sign

  private func isWord(_ place: Int) -> Bool {
    text.indices.contains(place) && (text[place].isLetter || text[place].isNumber)
  }

  private func isPassedOver(_ place: Int) -> Bool {
    guard text.indices.contains(place) else { return false }
    return text[place].isWhitespace || Self.passedOver.contains(text[place]) || Self.isSign(text[place])
  }

  /// The letters and digits that come next before a place, past spaces, brackets and other signs.
  private func run(before place: Int) -> ArraySlice<Character> {
    var end = place
    while place - end < Self.reach, isPassedOver(end - 1) { end -= 1 }
    var start = end
    while isWord(start - 1) { start -= 1 }
    return text[start..<end]
  }

  private func run(after place: Int) -> ArraySlice<Character> {
    var start = place + 1
    while start - place <= Self.reach, isPassedOver(start) { start += 1 }
    var end = start
    while isWord(end) { end += 1 }
    return text[start..<end]
  }

  /// Whether the text is a number with one word behind it, such as "90 km/h".
  private var isMeasure: Bool {
    text.first?.isNumber == true && text.count(where: \.isWhitespace) <= 1
  }

  /// A number, a letter, or both: "3", "x", "2x", "x1".
  private func isOperand(_ run: ArraySlice<Character>) -> Bool {
    !run.isEmpty && run.count(where: \.isLetter) <= 1
  }

  /// A small letter by itself: capitals are more often initials.
  private func isVariable(_ run: ArraySlice<Character>) -> Bool {
    run.count == 1 && run.allSatisfy(\.isLowercase)
  }

  /// A number, which a letter may follow, or a variable: "3", "2x", "x", but no "B12".
  private func isValue(_ run: ArraySlice<Character>) -> Bool {
    isVariable(run) || isOperand(run) && run.first?.isNumber == true
  }
}
