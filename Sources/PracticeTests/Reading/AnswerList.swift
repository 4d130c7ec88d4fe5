/// "Answer key: 1. B 2. C": the answers of a quiz in a list of their own, by the numbers of its questions.
struct AnswerList {
  private var answers: [(number: Int, answer: String, line: Int)] = []
  /// Whether a line said that answers follow.
  private(set) var isOpen = false
  /// Answers that belong to no question.
  private(set) var strays: [QuestionReading.Unread] = []

  /// Whether no answer was found in it yet.
  var isEmpty: Bool { answers.isEmpty }

  /// Begins the list.
  mutating func open() {
    isOpen = true
  }

  /// Ends it.
  mutating func close() {
    isOpen = false
  }

  /// Whether a text holds answers with their numbers: several of them, or one.
  static func holds(_ text: String, several: Bool) -> Bool {
    entries(text[...]).count > (several ? 1 : 0)
  }

  /// Takes a line of the list; false when the list is over.
  mutating func take(_ kind: QuizLine, _ line: Substring, _ number: Int) -> Bool {
    if case .blank = kind { return true }
    let entries = Self.entries(line)
    guard !entries.isEmpty else {
      isOpen = false
      return false
    }
    answers += entries.map { ($0.number, $0.answer, number) }
    return true
  }

  /// Gives each question its answer.
  mutating func answer(_ drafts: inout [QuizDraft]) {
    var places: [Int: [Int]] = [:]
    for (place, draft) in drafts.enumerated() {
      if let number = draft.number { places[number, default: []].append(place) }
    }
    for entry in answers {
      let found = places[entry.number] ?? []
      if found.count == 1 {
        drafts[found[0]].answer(entry.answer)
      } else {
        let what = found.isEmpty ? "no question" : "more than one question"
        strays.append(.init(line: entry.line, reason: "This answer has the number of \(what)."))
      }
    }
  }

  /// "1. B", "2) C) shaping", "3: True", or several letters in one line: "1-B, 2-C, 3-A".
  private static func entries(_ line: Substring) -> [(number: Int, answer: String)] {
    let several = severalEntries(line)
    if several.count > 1 { return several }
    var rest = line.first == "-" ? line.dropFirst().trimming(\.isWhitespace) : line
    guard let number = number(&rest) else { return [] }
    let answer = rest.trimming(\.isWhitespace)
    return answer.isEmpty ? [] : [(number, String(answer))]
  }

  private static func severalEntries(_ line: Substring) -> [(number: Int, answer: String)] {
    var entries: [(number: Int, answer: String)] = []
    var rest = line
    while !rest.isEmpty {
      guard let number = number(&rest) else { return [] }
      let answer = rest.prefix { $0.isLetter || $0 == "(" || $0 == ")" }.trimming { !$0.isLetter }
      guard answer.count == 1 || WrittenQuestion.truth(String(answer)) != nil else { return [] }
      entries.append((number, String(answer)))
      rest = rest[answer.endIndex...].drop { " ,;.)|\t".contains($0) }
    }
    return entries
  }

  /// Takes a number and its mark off the text.
  private static func number(_ rest: inout Substring) -> Int? {
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard (1...3).contains(digits.count), let number = Int(digits) else { return nil }
    let after = rest.dropFirst(digits.count).drop { $0 == " " }
    guard let mark = after.first, ".):-\u{2013}".contains(mark) || mark.isLetter && after.startIndex > digits.endIndex
    else { return nil }
    rest = (mark.isLetter ? after : after.dropFirst()).drop { $0 == " " }
    return number
  }
}
