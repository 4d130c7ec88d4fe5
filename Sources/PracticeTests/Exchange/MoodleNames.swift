import LanguageModels

/// Where a question stands in Moodle's question bank.
enum MoodleCategory {
  /// "Title/Topic", with a slash in a name doubled, as Moodle wants it.
  static func path(_ test: StoredTest, _ question: Question) -> String {
    [test.title, question.topic].map(name).joined(separator: "/")
  }

  /// The last name of a path.
  static func topic(of path: String) -> String {
    let mark = "\u{1}"
    let names = path.replacing("//", with: mark).split(separator: "/")
    return names.last.map { String($0.replacing(mark, with: "/").trimming(\.isWhitespace)) } ?? ""
  }

  /// A slash at an end is set off, or it would run into the one that parts the names.
  private static func name(_ text: String) -> String {
    let name = SafeText.oneLine(text).replacing("/", with: "//")
    return (name.hasPrefix("/") ? " " : "") + name + (name.hasSuffix("/") ? " " : "")
  }
}

/// Moodle takes an asterisk in a short answer for any text, unless a backslash stands before it.
enum MoodleWildcard {
  static func escaped(_ answer: String) -> String { answer.replacing("*", with: "\\*") }

  /// The answer as it is meant; `nil` when any text is.
  static func plain(_ answer: String) -> String? {
    let mark = "\u{1}"
    let rest = answer.replacing("\\*", with: mark)
    return rest.contains("*") ? nil : rest.replacing(mark, with: "*")
  }
}
