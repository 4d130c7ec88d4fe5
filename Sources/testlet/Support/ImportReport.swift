import LanguageModels
import PracticeTests

/// What `testlet import` says about one file, for a reader at a terminal.
struct ImportReport {
  var file: String

  /// The lines, each safe to print.
  func lines(_ outcome: FileImport.Outcome) -> [String] {
    switch outcome {
    case .notes(let notes): [Output.cell("\(file): notes of the course \"\(notes.course)\", \(state(notes))")]
    case .questions(let questions): lines(questions)
    }
  }

  private func state(_ notes: ImportedNotes) -> String {
    let passages = "\(notes.document.passages.count) passages"
    return switch notes.outcome {
    case .new: "\(passages), new"
    case .unchanged: "\(passages), as before"
    case .newVersion(let changed): "\(passages), \(changed.count) of them new or changed"
    }
  }

  private func lines(_ questions: ImportedQuestions) -> [String] {
    let refused = questions.checked.filter { !$0.passes }
    let kept = questions.checked.count - refused.count
    let place = questions.testID.map { " as test \($0) of the course \"\(questions.course)\"" } ?? ""
    let head = "\(file) (\(questions.reading.format.name)): \(kept) kept\(place)"
    return [Output.cell(head)] + CheckReport(questions.reading, refused).flaws(titled: "Not kept:")
  }
}
