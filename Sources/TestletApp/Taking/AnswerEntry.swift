import PracticeTests
import Terminal

/// How a question is being answered: the option that is pointed at, or what is written.
struct AnswerEntry: Equatable {
  /// The option that Enter chooses.
  var cursor = 0
  /// The written answer.
  var field: TextField
  /// Whether keys go to the written answer.
  var isInField: Bool
  /// The first line shown of a long question; `nil` follows the cursor, or what is written.
  var scroll: Int? = 0

  /// The most characters of a written answer.
  static let limit = 4000

  /// Begins with the answer that a question has.
  init(_ item: Item?, answer: Answer? = nil) {
    var text = ""
    switch answer {
    case .choice(let index): cursor = index
    case .text(let given): text = given
    case nil: break
    }
    field = TextField(text, isMultiline: item?.format == .explanation, limit: Self.limit)
    isInField = item?.choices.isEmpty ?? false
  }

  /// Points at another one of some options.
  mutating func moveCursor(_ key: Key, among count: Int) {
    var list = ListView(selection: cursor)
    guard list.handle(key, count: count, height: count) else { return }
    // Above the first option is the question itself.
    scroll = cursor == 0 && list.selection == 0 ? 0 : nil
    cursor = list.selection
  }

  /// Writes; returns whether the key is one of the field's.
  mutating func type(_ key: Key, width: Int) -> Bool {
    guard field.handle(key, width: width) else { return false }
    scroll = nil
    return true
  }
}
