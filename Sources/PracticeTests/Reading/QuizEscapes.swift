/// The backslashes that keep signs of a quiz in Markdown from being markup.
enum QuizEscapes {
  /// Whether a line shows that its text is Markdown: by a heading, by bold, or by the escapes of a blank. In plain text
  /// a backslash is one.
  static func isMarkdown(_ line: Substring) -> Bool {
    let text = line.trimming(\.isWhitespace)
    let marks = text.prefix { $0 == "#" }.count
    let isHeading = (1...6).contains(marks) && text.dropFirst(marks).first == " "
    return isHeading || text.contains("**") || text.contains("\\_\\_")
  }

  /// A text without the backslashes that keep signs from being markup, such as those of a blank (`\_\_\_\_`). In code
  /// they belong to it, and before signs that mean something in formulas (`\[`, `\\`) they stay.
  static func removed(_ text: String) -> String {
    guard text.contains("\\") else { return text }
    var result = ""
    var rest = text[...]
    while let place = rest.firstIndex(where: { $0 == "\\" || $0 == "`" }) {
      result += rest[..<place]
      rest = rest[place...]
      let piece: Substring
      if rest.first == "`" {
        piece = code(rest)
        result += piece
      } else {
        piece = rest.prefix(2)
        let isEscape = piece.dropFirst().first.map { isMarkup($0, after: result.last) } ?? false
        result += isEscape ? piece.dropFirst() : piece
      }
      rest = rest[piece.endIndex...]
    }
    return result + rest
  }

  /// A text without its backslashes, if our own Markdown would have them just there: before each sign that it escapes,
  /// and before no other.
  static func removedFromOurs(_ text: String) -> String? {
    var result = ""
    var rest = text[...]
    while let sign = rest.first {
      switch sign {
      case "`":
        // In prose it would be escaped; between fences nothing is.
        let code = code(rest)
        guard code.contains("\n") else { return nil }
        result += code
        rest = rest[code.endIndex...]
      case "\\":
        guard let next = rest.dropFirst().first, isOurs(next, after: result.last) else { return nil }
        result.append(next)
        rest = rest.dropFirst(2)
      default:
        guard !MarkdownText.signs.contains(sign) else { return nil }
        result.append(sign)
        rest = rest.dropFirst()
      }
    }
    return result
  }

  private static func isOurs(_ sign: Character, after before: Character?) -> Bool {
    if sign == "." || sign == ")" { return before?.isNumber == true }
    return MarkdownText.signs.contains(sign) || MarkdownText.signsOfBeginnings.contains(sign)
  }

  private static func isMarkup(_ sign: Character, after before: Character?) -> Bool {
    switch sign {
    case "_", "*", "`", "#", "$", "&", "<", ">", "~": true
    case ".", ")": before?.isNumber == true
    case "-", "+", "=": before == nil || before == " "
    default: false
    }
  }

  /// The code that a text begins with, with its backticks; these alone where nothing ends it.
  private static func code(_ text: Substring) -> Substring {
    let mark = text.prefix { $0 == "`" }
    var rest = text[mark.endIndex...]
    while let next = rest.firstIndex(of: "`") {
      let run = rest[next...].prefix { $0 == "`" }
      if run.count == mark.count { return text[..<run.endIndex] }
      rest = rest[run.endIndex...]
    }
    return mark
  }
}
