/// A label at the beginning of an answer or an option: "B", "(b)", "B) will power", "Option C: shaping".
struct AnswerLabel {
  /// The letter in capitals, or the digits.
  var label: String
  /// What follows it.
  var rest: String
  /// Whether only a dash parts them, as in "B - will power" and, alas, in "a - b".
  private(set) var hasDash = false

  /// Reads a label; `nil` where none stands for certain: a word that begins with a letter is none.
  init?(_ text: String) {
    let (rest, isOpened) = Self.start(of: text)
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    let name = digits.isEmpty ? rest.prefix(1) : digits
    guard name.count <= 2, let first = name.first, first.isASCII, first.isLetter || first.isNumber else { return nil }
    let after = rest.dropFirst(name.count)
    // "1 - 2" is a difference and "1: 2" a ratio.
    if !digits.isEmpty, !isOpened, let mark = after.first, mark != ")", mark != "." { return nil }
    self.init(name, before: after, isOpened: isOpened)
  }

  private init?(_ name: Substring, before after: Substring, isOpened: Bool) {
    var rest = after
    guard Self.removeMark(&rest, isOpened: isOpened) else { return nil }
    hasDash = after.first == " "
    label = name.uppercased()
    self.rest = String(rest.trimming(\.isWhitespace))
  }

  /// What stands behind words such as "Option" and an opening bracket, and whether there is one.
  private static func start(of text: String) -> (rest: Substring, isOpened: Bool) {
    var rest = text[...].trimming(\.isWhitespace)
    for word in ["option ", "choice ", "answer "] where rest.count > word.count {
      if rest.prefix(word.count).lowercased() == word { rest = rest.dropFirst(word.count).trimming(\.isWhitespace) }
    }
    let isOpened = rest.first == "(" || rest.first == "["
    return (isOpened ? rest.dropFirst() : rest, isOpened)
  }

  /// Whether an answer is nothing but a letter that could name one of a few options.
  static func isBare(_ text: String) -> Bool {
    guard let label = AnswerLabel(text), label.rest.isEmpty, text.count < 4 || text.contains(" ") else { return false }
    return "ABCDEF".contains(label.label)
  }

  /// Removes the mark between label and text; false when there is none and the text goes on.
  private static func removeMark(_ rest: inout Substring, isOpened: Bool) -> Bool {
    if rest.isEmpty { return !isOpened }
    let mark = rest.removeFirst()
    if isOpened { return mark == ")" || mark == "]" }
    switch mark {
    case ")", "]": return true
    case ".", ":": return rest.isEmpty || rest.first?.isWhitespace == true
    case " ":
      let dash = rest.trimming(\.isWhitespace)
      guard dash.first == "-" || dash.first == "\u{2013}" || dash.first == "\u{2014}" else { return false }
      rest = dash.dropFirst()
      return true
    default: return false
    }
  }
}

/// Labels that are Roman numbers: "ii", "(iii)", "iv) Lyon".
extension AnswerLabel {
  private static let numbers = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]

  /// Reads a Roman label; `nil` where none stands for certain.
  init?(roman text: String) {
    let (rest, isOpened) = Self.start(of: text)
    let name = rest.prefix { "ivxIVX".contains($0) }
    guard Self.isRoman(name.uppercased()), name.allSatisfy(\.isLowercase) || name.allSatisfy(\.isUppercase)
    else { return nil }
    self.init(name, before: rest.dropFirst(name.count), isOpened: isOpened)
  }

  /// Reads the label of an answer to options with these labels, which are Roman or not.
  init?(_ text: String, among labels: [String?]) {
    if Self.areRoman(labels) {
      self.init(roman: text)
    } else {
      self.init(text)
    }
  }

  /// Whether a name is one of the first Roman numbers, in whatever case.
  static func isRoman(_ name: String) -> Bool {
    numbers.contains(name.uppercased())
  }

  /// The Roman label of an option by its place.
  static func roman(_ index: Int) -> String? {
    numbers.indices.contains(index) ? numbers[index] : nil
  }

  /// Whether labels are those of several options from the first on: I, II, III.
  static func areRoman(_ labels: [String?]) -> Bool {
    labels.count > 1 && labels.indices.allSatisfy { labels[$0] != nil && labels[$0] == roman($0) }
  }
}
