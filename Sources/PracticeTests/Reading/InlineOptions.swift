/// Options in one line with their question: "What builds proteins? A) ribosomes B) lysosomes C) vacuoles".
struct InlineOptions {
  let prompt: String
  let options: [WrittenQuestion.Option]
  /// The answer, where it stands behind the last option.
  let answer: String?

  /// Reads a text; `nil` unless the labels A, B and C stand in it once and in order, all with the same mark.
  init?(_ text: String) {
    for mark in [")", "."] as [Character] {
      let starts = Self.starts(text, mark)
      guard starts.count >= 3 else { continue }
      let prompt = text[..<starts[0]].trimming(\.isWhitespace)
      guard !prompt.isEmpty else { continue }
      var texts = zip(starts, starts.dropFirst() + [text.endIndex]).map { start, end in
        String(text[start..<end].dropFirst(2).trimming(\.isWhitespace))
      }
      let (last, answer) = Self.withoutAnswer(texts.removeLast())
      texts.append(last)
      guard texts.allSatisfy({ !$0.isEmpty }) else { continue }
      self.prompt = String(prompt)
      self.answer = answer
      options = texts.enumerated().map { index, text in
        WrittenQuestion.Option(label: OptionLetter.letter(index), text: text)
      }
      return
    }
    return nil
  }

  /// Where the labels stand: after white space, one after the other in the alphabet.
  private static func starts(_ text: String, _ mark: Character) -> [String.Index] {
    var starts: [String.Index] = []
    var before: Character = " "
    for index in text.indices {
      defer { before = text[index] }
      guard before.isWhitespace, starts.count < 8, let value = text[index].asciiValue,
        value | 0x20 == UInt8(0x61 + starts.count)
      else { continue }
      let next = text.index(after: index)
      if next < text.endIndex, text[next] == mark, text[text.index(after: next)...].first?.isWhitespace == true {
        starts.append(index)
      }
    }
    return starts
  }

  private static func withoutAnswer(_ text: String) -> (String, String?) {
    for word in ["Answer:", "ANSWER:", "Correct answer:", "answer:"] {
      guard let range = text.firstRange(of: word) else { continue }
      let option = text[..<range.lowerBound].trimming { $0.isWhitespace || "([".contains($0) }
      let answer = text[range.upperBound...].trimming { $0.isWhitespace || ")]".contains($0) }
      return (String(option), String(answer))
    }
    return (text, nil)
  }
}
