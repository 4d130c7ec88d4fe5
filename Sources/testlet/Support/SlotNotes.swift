import LanguageModels
import PracticeTests

/// What is said on standard error while a test is generated.
enum SlotNotes {
  /// Says when another backend stands in for one that is gone, and when that is back.
  static func tell(_ change: ServiceChange) {
    switch change {
    case .standIn(let id, let standIn, let reason):
      Output.note(Output.plain("\(id) is gone, and \(standIn) writes in its place until it is back. \(reason)"))
    case .isBack(let id): Output.note("\(id) is back, and writes again")
    case .configured, .selected, .availability: break
    }
  }

  /// Says a line for a slot that has ended.
  static func tell(_ event: GenerationEvent) {
    switch event {
    case .slot(_, let progress): tell(progress)
    case .calibrating(0, let total):
      Output.note("Finding out once whether the model can check its own questions, on \(total) with known answers ...")
    case .calibrated(let model, let calibration): Output.note(Output.plain(Accounting.sentence(calibration, of: model)))
    case .measuringDrafting(0, let most):
      Output.note("Finding out once how the model is best asked, with \(most) drafts at the most ...")
    case .draftingMeasured(let model, let calibration):
      Output.note(Output.plain(Accounting.sentence(calibration, of: model)))
    case .began, .text, .stats, .calibrating, .measuringDrafting: break
    }
  }

  /// Which number a question will have is not known yet. Why some are missing is told at the end, each reason once.
  private static func tell(_ progress: SlotProgress) {
    switch progress {
    case .accepted(let question):
      Output.note("question on \(SafeText.line(question.topic)): \(TestMarkdown.origin(of: question))")
    case .missing: Output.note("question missing")
    case .queued, .drafting, .checking, .verifying, .repairing:
      break
    }
  }
}
