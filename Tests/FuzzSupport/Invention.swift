import PracticeTests

/// Looks for words in a reading that its text does not have.
package enum Invention {
  /// The first string of a reading that does not stand in the text; escapes, marks and white space aside.
  package static func find(in reading: QuestionReading, from input: String) -> String? {
    guard !reading.questions.isEmpty else { return nil }
    let texts = reading.questions.flatMap { question in
      let item = question.item
      let choices = item.format == .trueFalse ? [] : item.choices
      let key = item.format == .trueFalse ? "" : item.correctAnswer
      return [item.prompt, key, item.rationale ?? ""] + choices
    }
    return find(in: texts, from: input, isJSON: reading.format == .json)
  }

  /// The first of some texts that does not stand in the text that they were read from.
  package static func find(in texts: [String], from input: String, isJSON: Bool) -> String? {
    let (bare, unescaped) = (words(input), words(unescaping(input)))
    return texts.first { text in
      if isIn(words(text), bare) { return false }
      // Some of what looks like an escape is one, and some is not: where all of it can't be settled alike, each word
      // must be there.
      return !isJSON
        || !(isIn(words(text), unescaped) || isIn(words(unescaping(text)), unescaped)
          || text.split { !$0.isLetter && !$0.isNumber }.allSatisfy { isIn(words(String($0)), bare) })
    }
  }

  /// Letters and digits of ASCII.
  private static func words(_ text: some Sequence<UInt8>) -> [UInt8] {
    text.filter { $0 >= 0x30 && $0 < 0x3A || ($0 | 0x20) >= 0x61 && ($0 | 0x20) < 0x7B }
  }

  private static func words(_ text: String) -> [UInt8] { words(text.utf8) }

  /// The bytes without the letters of escapes.
  private static func unescaping(_ text: String) -> [UInt8] {
    var (kept, isEscaped, digits) = ([UInt8](), false, 0)
    for byte in text.utf8 {
      if isEscaped {
        isEscaped = false
        if byte == UInt8(ascii: "u") { digits = 4 }
        if "nrtbfu".utf8.contains(byte) { continue }
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
        continue
      }
      let isDigit = Character(Unicode.Scalar(byte)).isHexDigit
      if digits > 0, isDigit {
        digits -= 1
        continue
      }
      digits = 0
      kept.append(byte)
    }
    return kept
  }

  private static func isIn(_ part: [UInt8], _ whole: [UInt8]) -> Bool {
    guard let first = part.first else { return true }
    guard part.count <= whole.count else { return false }
    return (0...(whole.count - part.count)).contains { start in
      whole[start] == first && whole[start..<(start + part.count)].elementsEqual(part)
    }
  }
}
