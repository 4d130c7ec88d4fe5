/// The answers that a quiz gives to one question, while their lines are read.
struct QuizAnswers {
  private(set) var texts: [String] = []
  /// Whether one of them was taken to go on in a further line.
  private(set) var goesOn = false

  var isEmpty: Bool { texts.isEmpty }

  /// Whether something stands behind the last "Answer:".
  var isLastGiven: Bool { texts.last?.isEmpty == false }

  /// Whether a place for an answer is left open, as in "Answer: ____".
  var haveGap: Bool { texts.contains(where: Self.isGap) }

  static func isGap(_ answer: String) -> Bool {
    answer.count > 2 && answer.contains { $0 != "\\" && $0 != " " } && answer.allSatisfy { "_\\ \u{2026}".contains($0) }
  }

  /// Takes what stands behind "Answer:".
  mutating func add(_ text: String) {
    texts.append(text)
  }

  /// Takes a line of code or of a list as one more of the last answer.
  mutating func addLine(_ line: String) {
    guard let index = texts.indices.last else { return }
    texts[index] += texts[index].isEmpty ? line : "\n\(line)"
  }

  /// Takes a line that is nothing of its own; false when it can't belong to the last answer. A written one goes on where
  /// it is not at its end yet, up to a blank line or to a question; that of a question with options has one line.
  mutating func goOn(_ text: String, isWritten: Bool, isAfterBlank: Bool) -> Bool {
    guard let index = texts.indices.last else { return false }
    if texts[index].isEmpty {
      texts[index] = text
      return true
    }
    guard isWritten, !isAfterBlank, !text.hasSuffix("?"), Self.isUnfinished(texts[index], before: text) else {
      return false
    }
    texts[index] += " \(text)"
    goesOn = true
    return true
  }

  /// Whether an answer goes on in a line: it ends in the middle, or is a sentence that another one follows. "Goethe"
  /// ends above "Good luck!".
  private static func isUnfinished(_ answer: String, before line: String) -> Bool {
    if line.first?.isLowercase == true || answer.last.map({ ",;:-\u{2013}".contains($0) }) == true { return true }
    return [answer, line].allSatisfy { text in
      text.last.map { ".!".contains($0) } == true && Words.count(String(text.prefix(sentenceReach))) > 4
    }
  }

  /// Where the first words of a sentence stand, in characters: a long answer is not counted again at each of its lines.
  private static let sentenceReach = 200
}
