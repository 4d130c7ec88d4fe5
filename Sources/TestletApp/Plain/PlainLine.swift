import Foundation
import LanguageModels
import PracticeTests

/// What a student typed as a line, at a question.
enum PlainLine: Equatable {
  case answer(Answer)
  case help
  case skip
  case unsure
  case leave
  /// Several options, where one is the answer.
  case several
  /// Nothing that could be done.
  case unclear

  /// Reads a line; the end of the input leaves the test. What is a command can be an answer in words with `=` before it.
  init(_ line: String?, to item: Item) {
    guard let line else {
      self = .leave
      return
    }
    let text = SafeText.text(line).trimmingCharacters(in: .whitespaces)
    switch text {
    case "?": self = .help
    case "s": self = .skip
    case "u": self = .unsure
    case "q", ":q": self = .leave
    default:
      let other: PlainLine = Self.namesSeveral(text, of: item) ? .several : .unclear
      self = Self.answer(text, to: item).map(PlainLine.answer) ?? other
    }
  }

  /// Whether a text names more than one option and nothing else: "A, B", "1 and 3", "ac".
  private static func namesSeveral(_ text: String, of item: Item) -> Bool {
    let words = text.uppercased().split { !$0.isLetter && !$0.isNumber }.filter { $0 != "AND" && $0 != "OR" }
    let names = words.count == 1 ? words[0].map { String($0) } : words.map { String($0) }
    return names.count > 1
      && names.allSatisfy { name in
        item.choices.indices.contains { name == String($0 + 1) || name == OptionLetter.letter($0) }
      }
  }

  /// The option that a text names: by its letter or number, or in full, where only one reads so.
  private static func choice(_ text: String, of item: Item) -> Int? {
    let choices = item.choices
    let named = choices.indices.first { text == String($0 + 1) || text.uppercased() == OptionLetter.letter($0) }
    if let named { return named }
    let folded = Words.fold(text)
    let same = choices.indices.filter { !folded.isEmpty && Words.fold(choices[$0]) == folded }
    return same.count == 1 ? same[0] : nil
  }

  private static func answer(_ text: String, to item: Item) -> Answer? {
    guard item.choices.isEmpty else {
      return choice(text, of: item).map(Answer.choice)
    }
    let words = text.hasPrefix("=") ? String(text.dropFirst()) : text
    return words.allSatisfy(\.isWhitespace) ? nil : .text(String(words.prefix(AnswerEntry.limit)))
  }
}
