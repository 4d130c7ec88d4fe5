import LanguageModels

/// A test in Aiken, the plainest format of Moodle: a question on one line, an option a line, and the key's letter.
enum TestAiken {
  /// The file, with the questions that have options.
  static func document(_ test: StoredTest) -> ExportedTest {
    .write(test, head: [], separator: "\n\n") { question, slot, losses in
      let item = question.item
      guard let key = item.correctIndex, key < OptionLetter.all.count else {
        losses = [Loss.whole("Aiken holds only questions with options")]
        return []
      }
      let prompt = line(item.prompt)
      guard !AikenText.isStructure(prompt) else {
        losses = [Loss.whole("Aiken would take its text for an option or an answer")]
        return []
      }
      if item.rationale != nil { losses.append(Loss.rationale) }
      if item.evidence != nil { losses.append(Loss.evidence) }
      losses.append(Loss.placing)
      if !slot.tags.isEmpty { losses.append(Loss.tags) }
      if ([item.prompt] + item.choices).contains(where: { $0.contains("\n") }) { losses.append(Loss.lines) }
      let options = item.choices.enumerated().map { "\(OptionLetter.letter($0.offset)). \(line($0.element))" }
      return [([prompt] + options + ["ANSWER: \(OptionLetter.letter(key))"]).joined(separator: "\n")]
    }
  }

  private static func line(_ text: String) -> String {
    SafeText.text(text).replacing("\n", with: " ")
  }
}
