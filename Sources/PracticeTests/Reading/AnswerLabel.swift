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
    var rest = text[...].trimming(\.isWhitespace)
    for word in ["option ", "choice ", "answer "] where rest.count > word.count {
      if rest.prefix(word.count).lowercased() == word { rest = rest.dropFirst(word.count).trimming(\.isWhitespace) }
    }
    let isOpened = rest.first == "(" || rest.first == "["
    if isOpened { rest = rest.dropFirst() }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    let name = digits.isEmpty ? rest.prefix(1) : digits
    guard name.count <= 2, let first = name.first, first.isASCII, first.isLetter || first.isNumber else { return nil }
    rest = rest.dropFirst(name.count)
    let mark = rest.first
    guard Self.removeMark(&rest, isOpened: isOpened) else { return nil }
    // "1 - 2" is a difference and "1: 2" a ratio.
    if !digits.isEmpty, !isOpened, let mark, mark != ")", mark != "." { return nil }
    hasDash = mark == " "
    label = name.uppercased()
    self.rest = String(rest.trimming(\.isWhitespace))
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
