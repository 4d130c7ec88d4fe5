import LanguageModels
import PracticeTests

/// What `testlet import` says about one file, for a reader at a terminal.
struct ImportReport {
  var file: String

  /// The lines, each safe to print.
  func lines(_ outcome: FileImport.Outcome) -> [String] {
    switch outcome {
    case .notes(let notes): lines(notes)
    case .questions(let questions): lines(questions)
    }
  }

  private func lines(_ notes: ImportedNotes) -> [String] {
    let head = "\(file): notes of the course \"\(notes.course)\", \(state(notes))\(left(notes.questionsInIt))"
    let doubt = NotesLanguage.doubt(about: notes.document.passages)
    return [Output.cell(head)] + [doubt].compactMap { $0 }
  }

  private func state(_ notes: ImportedNotes) -> String {
    let passages = Counted.text(notes.document.passages.count, "passage")
    return switch notes.outcome {
    case .new: "\(passages), new"
    case .unchanged: "\(passages), as before"
    case .newVersion(let changed): "\(passages), \(changed.count) of them new or changed"
    }
  }

  private func left(_ questions: Int) -> String {
    switch questions {
    case 0: ""
    case 1: "; the question in it was left there: to bring it, put it in a file of its own"
    default: "; the \(questions) questions in it were left there: to bring them, put them in a file of their own"
    }
  }

  private static let record =
    "Not taken over from the file: where the quotes stand, who wrote the questions, and whether they were verified."

  private func lines(_ questions: ImportedQuestions) -> [String] {
    let refused = questions.checked.filter { !$0.passes }
    let kept = questions.checked.count - refused.count
    let place = questions.testID.map { " as test \($0) of the course \"\(questions.course)\"" } ?? ""
    let head = "\(file) (\(questions.reading.format.name)): \(kept) kept\(place)"
    let hasRecord = questions.checked.contains { $0.passes && $0.question.hasRecord }
    return [Output.cell(head)] + (hasRecord ? [Self.record] : [])
      + CheckReport(questions.reading, refused).flaws(titled: "Not kept:")
  }
}
