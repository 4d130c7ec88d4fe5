import FuzzSupport
import PracticeTests

/// What holds of questions, drafts and notes, whatever they are read from.
enum QuestionChecks {
  /// A draft has no word that the answer has not.
  static func draft(_ text: String) {
    guard case .draft(let draft, _) = DraftReader.read(text) else { return }
    let stranger = Invention.find(in: texts(of: draft), from: text, isJSON: true)
    require(stranger == nil, "\"\(stranger ?? "")\" was not written")
  }

  /// Keys and lines are within what was written, nothing is invented or blown up, and every gate comes to an end.
  static func questions(_ text: String) {
    let reading = QuestionReader.read(text)
    let lines = text.unicodeScalars.count { $0 == "\n" || $0 == "\r" } + 1
    for question in reading.questions {
      let item = question.item
      require(item.correctIndex.map { item.choices.indices.contains($0) } != false, "key \(item.correctIndex ?? -1)")
      require((1...lines).contains(question.line), "line \(question.line) of \(lines)")
      for written in [item.prompt, item.correctAnswer, item.rationale ?? ""] + item.choices {
        require(written.utf8.count <= 4 * text.utf8.count + 64, "\(written.utf8.count) bytes of \(text.utf8.count)")
      }
    }
    // Markup and entities of other formats are read as what they stand for.
    if reading.format == .json || reading.format == .text {
      let stranger = Invention.find(in: reading, from: text)
      require(stranger == nil, "\"\(stranger ?? "")\" was not written")
    }
    _ = QuestionCheck(notes: nil).check(reading)
  }

  /// A document is sound.
  static func notes(_ bytes: [UInt8]) {
    guard let text = try? NoteReader.decode(bytes: bytes, path: "n.md") else { return }
    let problems = NoteSoundness.problems(NoteReader.document(text: text, name: "n.md"), of: text)
    require(problems.isEmpty, "\(problems.prefix(3))")
  }

  private static func texts(of draft: QuestionDraft) -> [String] {
    switch draft {
    case .multipleChoice(let it): [it.evidence, it.prompt, it.correctAnswer, it.rationale] + it.distractors
    case .trueFalse(let it): [it.evidence, it.statement, it.correction, it.rationale]
    case .cloze(let it): [it.evidence, it.sentence, it.correctAnswer, it.rationale] + it.acceptedAnswers
    case .shortAnswer(let it): [it.evidence, it.prompt, it.correctAnswer, it.rationale] + it.acceptedAnswers
    case .explanation(let it): [it.evidence, it.prompt, it.correctAnswer, it.rationale] + it.keyPoints
    }
  }
}
