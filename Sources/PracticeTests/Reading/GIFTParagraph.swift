/// A paragraph of GIFT in its parts.
struct GIFTParagraph {
  /// A character, and whether a backslash before it takes its meaning from it.
  struct Mark: Equatable {
    var character: Character
    var isLiteral = false

    static func == (mark: Mark, character: Character) -> Bool { mark.character == character && !mark.isLiteral }
  }

  /// The question, with a blank where the answers stand within it.
  let prompt: String
  /// What stands between the braces.
  let answers: ArraySlice<Mark>

  /// The longest text that is looked at, in bytes.
  private static let longest = 1 << 16

  /// `nil` where there are no braces, or more text than a question has.
  init?(_ text: String) {
    guard text.utf8.count <= Self.longest else { return nil }
    let marks = Self.marks(text)
    guard let open = marks.firstIndex(where: { $0 == "{" }), let close = marks.lastIndex(where: { $0 == "}" }),
      open < close
    else { return nil }
    var before = Self.text(Self.withoutTitle(marks[..<open])).drop(while: \.isWhitespace)
    let after = Self.text(marks[(close + 1)...])
    let format = ["[plain]", "[html]", "[moodle]", "[markdown]"].first { before.hasPrefix($0) }
    before = before.dropFirst(format?.count ?? 0)
    let isInside = after.contains { !$0.isWhitespace }
    let prompt = isInside ? "\(before)\(Blank.mark)\(after)" : String(before)
    self.prompt = DraftFields.clean(format == "[html]" ? HTMLText.plain(prompt) : prompt)
    answers = marks[(open + 1)..<close]
  }

  /// Whether the braces begin as only GIFT begins them.
  var isTelling: Bool {
    let start = answers.drop { $0.character.isWhitespace }
    guard let first = start.first else { return false }
    return first == "=" || first == "~" || GIFTAnswers(answers).truth != nil
  }

  /// Whether the braces are those of JSON.
  var isObject: Bool {
    answers.drop { $0.character.isWhitespace }.first.map { $0 == "\"" } ?? false
  }

  /// What marks say, without the backslashes.
  static func text(_ marks: some Sequence<Mark>) -> String { String(marks.map(\.character)) }

  /// "::name:: question".
  private static func withoutTitle(_ marks: ArraySlice<Mark>) -> ArraySlice<Mark> {
    let start = marks.drop { $0.character.isWhitespace }
    func isColons(_ index: Int) -> Bool { start[index] == ":" && index + 1 < start.endIndex && start[index + 1] == ":" }
    guard start.count > 4, isColons(start.startIndex),
      let end = (start.startIndex + 2..<start.endIndex).first(where: isColons)
    else { return marks }
    return start[(end + 2)...]
  }

  private static func marks(_ text: String) -> [Mark] {
    var marks: [Mark] = []
    var isEscaped = false
    for character in text {
      if isEscaped {
        isEscaped = false
        switch character {
        case "n": marks.append(Mark(character: "\n", isLiteral: true))
        case "\\", "~", "=", "#", "{", "}", ":": marks.append(Mark(character: character, isLiteral: true))
        default: marks += [Mark(character: "\\", isLiteral: true), Mark(character: character)]
        }
      } else if character == "\\" {
        isEscaped = true
      } else {
        marks.append(Mark(character: character))
      }
    }
    return isEscaped ? marks + [Mark(character: "\\", isLiteral: true)] : marks
  }
}
