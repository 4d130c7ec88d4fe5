/// Texts that stand where a question could, and only number or name it.
enum QuestionHeading {
  private static let words: Set = ["question", "q", "item", "exercise", "problem", "task", "no", "number"]

  /// Whether a text is a number or a heading with one: "1.", "Q1", "Question 1:".
  static func isHeading(_ text: String) -> Bool {
    let rest = text.lowercased().trimming { $0.isWhitespace || ".:)#".contains($0) }
    let digits = rest.reversed().prefix { $0.isASCII && $0.isNumber }.count
    let word = String(rest.dropLast(digits).trimming { $0.isWhitespace || ".#-_".contains($0) })
    return word.isEmpty ? digits > 0 : words.contains(word)
  }

  /// Whether a text is a name for code rather than for people: "q1", "item-12".
  static func isIdentifier(_ text: String) -> Bool {
    let digits = text.reversed().prefix { $0.isASCII && $0.isNumber }.count
    let word = text.dropLast(digits)
    return digits > 0 && !word.isEmpty && word.allSatisfy { $0.isASCII && ($0.isLowercase || $0 == "-" || $0 == "_") }
  }
}
