import Foundation

/// What a written answer says, however it is written: compatibility forms and case folded, without articles and
/// punctuation. Digits, signs and superscripts stay what they are; signs that also part words, such as "/", stay where
/// it is read as a formula.
struct WrittenAnswer: Hashable {
  /// The words in order.
  let words: [String]

  /// Reads an answer.
  init(_ text: String, isFormula: Bool = false) {
    let characters = Array(Self.plain(text).lowercased())
    let signs = isFormula ? FormulaSigns(characters) : nil
    let kept = characters.indices.map { index in
      signs.flatMap { Self.keptOfFormula(characters, index, $0) }
        ?? Self.kept(
          characters[index], after: index > 0 ? characters[index - 1] : nil, before: characters[(index + 1)...])
    }
    let words = kept.joined().split(separator: " ").flatMap(Self.withUnitApart)
    // In "vitamin A" the last word is no article, in "a = b" the first one is none.
    self.words = words.enumerated().filter { place, word in
      place == words.count - 1
        || !(word == "the" || word == "an" || word == "a" && place == 0 && !Self.isSign(words[1]))
    }.map(\.element)
  }

  /// Whether a text says something with signs that are punctuation in words.
  static func isFormula(_ text: String) -> Bool {
    FormulaSigns(Array(plain(text).trimmingCharacters(in: .whitespacesAndNewlines))).areTelling
  }

  /// The words with single spaces.
  var text: String { words.joined(separator: " ") }

  // MARK: - Characters

  /// What stays of a character.
  private static func kept(_ character: Character, after last: Character?, before rest: ArraySlice<Character>) -> String
  {
    let isAfterDigit = last?.isNumber == true
    let isBeforeDigit = rest.first?.isNumber == true
    switch character {
    case _ where character.isLetter || character.isNumber, "+", "%", "°", "#", "^": return String(character)
    case "'", "\u{2019}": return ""
    // The comma of "1,000" parts thousands, that of "3,5" is a decimal point.
    case "," where isAfterDigit && isBeforeDigit: return rest.prefix { $0.isNumber }.count == 3 ? "" : "."
    case "." where isBeforeDigit: return isAfterDigit ? "." : "0."
    case "-", "\u{2212}", "\u{2013}":
      let isSign = isBeforeDigit && !(last?.isLetter == true)
      return isSign ? "-" : " "
    default: return " "
    }
  }

  /// What stays of a character in a formula; `nil` where that is what stays of it in words.
  private static func keptOfFormula(_ text: [Character], _ place: Int, _ signs: FormulaSigns) -> String? {
    func isLetter(_ place: Int) -> Bool { text.indices.contains(place) && text[place].isLetter }
    func isDigit(_ place: Int) -> Bool { text.indices.contains(place) && text[place].isNumber }
    switch text[place] {
    case _ where FormulaSigns.isSign(text[place]): return " \(text[place]) "
    case _ where signs.isPrime(place): return " ' "
    case "\u{B7}", "\u{22C5}", "\u{2219}": return isDigit(place - 1) && isDigit(place + 1) ? " * " : nil
    case "-", "\u{2212}", "\u{2013}":
      // In "x-y" it is a minus, in "half-life" a hyphen.
      let isHyphen =
        isLetter(place - 1) && isLetter(place + 1) && (isLetter(place - 2) || isLetter(place + 2))
      return isHyphen ? " " : " - "
    default: return nil
    }
  }

  private static func isSign(_ word: String) -> Bool {
    word == "'" || word == "-" || word.count == 1 && word.allSatisfy { FormulaSigns.isSign($0) }
  }

  private static let superscripts: [Character: Character] = Dictionary(
    uniqueKeysWithValues: zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ", "0123456789+-n"))

  /// Compatibility forms folded, and each sign in one spelling.
  static func plain(_ text: String) -> String {
    FormulaSigns.inOneSpelling(withoutSuperscripts(text).precomposedStringWithCompatibilityMapping)
  }

  /// "10²" as "10^2": folding compatibility forms would make "102" of it.
  private static func withoutSuperscripts(_ text: String) -> String {
    var (result, isRaised) = ("", false)
    for character in text {
      if let plain = superscripts[character] {
        if !isRaised { result.append("^") }
        result.append(plain)
        isRaised = true
      } else {
        result.append(character)
        isRaised = false
      }
    }
    return result
  }

  /// "5°c" as "5" and "°c", as it may be written too.
  private static func withUnitApart(_ word: Substring) -> [String] {
    let number = word.prefix { $0.isNumber || "+-.^".contains($0) }
    guard number.contains(where: \.isNumber), number.count < word.count else { return [String(word)] }
    return [String(number), String(word.dropFirst(number.count))]
  }

  // MARK: - Comparing

  /// Whether one word of five letters or more has one letter too many, too few, another one, or two neighbours swapped;
  /// not its first letter, and no digit or sign.
  func isOneTypoAway(from other: WrittenAnswer) -> Bool {
    let pairs = zip(words, other.words).filter { $0 != $1 }
    guard words.count == other.words.count, pairs.count == 1, let (mine, theirs) = pairs.first else { return false }
    return Self.isOneTypoAway(Array(mine), Array(theirs))
  }

  private static func isOneTypoAway(_ a: [Character], _ b: [Character]) -> Bool {
    guard min(a.count, b.count) >= 5, a[0] == b[0], abs(a.count - b.count) <= 1 else { return false }
    let prefix = zip(a, b).prefix { $0 == $1 }.count
    let suffix = zip(a.dropFirst(prefix).reversed(), b.dropFirst(prefix).reversed()).prefix { $0 == $1 }.count
    let (left, right) = (Array(a[prefix..<(a.count - suffix)]), Array(b[prefix..<(b.count - suffix)]))
    guard (left + right).allSatisfy(\.isLetter) else { return false }
    if left.count <= 1 && right.count <= 1 { return true }
    return left.count == 2 && left == right.reversed()
  }

  /// Whether it may say in other words what one of several sentences says: not where they have numbers, and it has
  /// another one.
  func mayRestate(_ sentences: [WrittenAnswer]) -> Bool {
    let known = Set(sentences.flatMap(\.numbers))
    return known.isEmpty || known.isSuperset(of: numbers)
  }

  private var numbers: [String] { words.filter { $0.contains(where: \.isNumber) } }

  /// Whether both are the same measure, within one per cent; `self` is the key, and must be a decimal with a unit. Years
  /// and counts have no tolerance.
  func isMeasure(near other: WrittenAnswer) -> Bool {
    guard let key = measure, let given = other.measure, key.isDecimal, key.unit == given.unit else { return false }
    return abs(key.value - given.value) <= abs(key.value) * 0.01
  }

  private var measure: (value: Double, unit: String, isDecimal: Bool)? {
    // In a formula its sign stands by itself.
    let isSigned = words.first == "-" || words.first == "+"
    let text = isSigned ? words[0] + words.dropFirst().joined(separator: " ") : self.text
    let number = text.prefix { $0.isASCII && $0.isNumber || "+-.".contains($0) }
    let unit = text.dropFirst(number.count)
    guard let value = Double(number), unit.contains(where: { !$0.isWhitespace }) else { return nil }
    return (value, unit.filter { !$0.isWhitespace }, number.contains("."))
  }
}
