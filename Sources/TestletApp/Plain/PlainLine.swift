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
    case "q": self = .leave
    default: self = Self.answer(text, to: item).map(PlainLine.answer) ?? .unclear
    }
  }

  private static func answer(_ text: String, to item: Item) -> Answer? {
    guard item.choices.isEmpty else {
      return item.choices.indices.first { text == String($0 + 1) || text.uppercased() == Wording.letter($0) }
        .map(Answer.choice)
    }
    let words = text.hasPrefix("=") ? String(text.dropFirst()) : text
    return words.allSatisfy(\.isWhitespace) ? nil : .text(String(words.prefix(TakingState.answerLimit)))
  }
}
