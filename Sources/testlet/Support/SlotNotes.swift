import LanguageModels
import PracticeTests

/// What is said on standard error while a test is generated.
enum SlotNotes {
  /// Says a line for a slot that has ended.
  static func tell(_ event: GenerationEvent) {
    guard case .slot(let index, let progress) = event else { return }
    switch progress {
    case .accepted(let question):
      Output.note("question \(index + 1): \(TestMarkdown.origin(question.provenance))")
    case .missing(let violations):
      let reason = violations.last.map { SafeText.line($0.message) }
      Output.note("question \(index + 1): missing, \(reason ?? "no reason known")")
    case .queued, .drafting, .checking, .repairing:
      break
    }
  }
}
