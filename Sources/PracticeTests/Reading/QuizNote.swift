/// A line about a question that is no part of it, such as "Difficulty: easy" and "(2 marks)" below its options.
struct QuizNote {
  /// What it is about, in small letters.
  let name: String
  let value: String

  /// Whether it is one that quizzes have; else it may be more of an option just as well.
  var isKnown: Bool {
    Self.names.contains(name) || Self.isNumbered(name)
  }

  /// Whether it is so also right below an option, which may go on with "Note: ..." or "Time: ...".
  var isTelling: Bool { !["unit", "time", "source", "reference", "page", "type", "note"].contains(name) }

  /// Reads "Word: ...", "Part B", or marks in brackets; `nil` for any other line.
  init?(_ text: Substring) {
    let mark = text.firstIndex(of: ":") ?? text.endIndex
    let head = text[..<mark].lowercased().replacing("\u{2019}", with: "'")
    if Self.isWorth(text) {
      (name, value) = ("marks", String(text))
    } else if mark == text.endIndex {
      guard text.first?.isUppercase == true, Self.isNumbered(head) else { return nil }
      (name, value) = (head, "")
    } else {
      let rest = text[text.index(after: mark)...]
      guard head.count <= 24, head.split(separator: " ").count <= 3, rest.first?.isWhitespace ?? true,
        head.allSatisfy({ $0.isLetter || $0.isNumber || " '-".contains($0) }),
        text.first?.isUppercase == true || Self.names.contains(head) && Words.count(String(rest)) < 3
      else { return nil }
      (name, value) = (head, String(rest.trimming(\.isWhitespace)))
    }
  }

  /// "part b", "section 2".
  private static func isNumbered(_ head: String) -> Bool {
    let words = head.split(separator: " ")
    return words.count == 2 && words[1].count <= 3 && numbered.contains(String(words[0]))
  }

  /// "(2 marks)", "[1 point]".
  private static func isWorth(_ text: Substring) -> Bool {
    guard text.first == "(" && text.last == ")" || text.first == "[" && text.last == "]" else { return false }
    let words = text.dropFirst().dropLast().lowercased().split(separator: " ")
    guard words.count == 2, words[0].allSatisfy({ $0.isNumber || ".,/\u{BD}".contains($0) }) else { return false }
    return ["mark", "marks", "point", "points", "pt", "pts", "minute", "minutes", "min"].contains(words[1])
  }

  private static let names: Set<String> = [
    "difficulty", "difficulty level", "level", "level of difficulty", "bloom", "bloom's", "bloom level",
    "bloom's level", "bloom's taxonomy", "cognitive level", "topic", "topics", "subtopic", "subject", "chapter",
    "unit", "concept", "skill", "objective", "learning objective", "learning outcome", "standard", "points", "point",
    "marks", "mark", "score", "weight", "time", "time limit", "estimated time", "source", "reference", "page", "tag",
    "tags", "keywords", "category", "section", "part", "type", "question type", "hint", "hints", "note", "rubric",
  ]
  /// What comes with a number or a letter: "Part B".
  private static let numbered: Set<String> = ["part", "section", "hint", "chapter", "unit"]

  /// Puts down in a question what there is a place for.
  func fill(_ question: inout WrittenQuestion) {
    switch name {
    case "topic": question.topic = question.topic ?? (value.isBlank ? nil : value)
    case "difficulty", "difficulty level", "level", "level of difficulty":
      question.difficulty = question.difficulty ?? Difficulty(rawValue: value.lowercased())
    case _ where name.hasPrefix("bloom") || name == "cognitive level":
      question.bloom = question.bloom ?? BloomLevel(rawValue: value.lowercased())
    default: break
    }
  }
}
