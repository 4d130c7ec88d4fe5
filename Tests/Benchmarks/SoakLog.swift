import FuzzSupport
import LanguageModels
import PracticeTests
import Synchronization

/// What a soak was told while it ran.
final class SoakLog: Sendable {
  private struct State {
    /// The ids of the questions that were shown as kept.
    var shown: Set<String> = []
    var stops = 0
    var lastStop: LLMError?
  }

  private let state = Mutex(State())

  /// How often a fault ended a generation.
  var stops: Int { state.withLock { $0.stops } }

  /// What ended the last of them.
  var lastStop: LLMError? { state.withLock { $0.lastStop } }

  func note(_ event: GenerationEvent) {
    guard case .slot(_, .accepted(let question)) = event else { return }
    _ = state.withLock { $0.shown.insert(question.id) }
  }

  func stopped(by error: LLMError) {
    state.withLock { state in
      state.stops += 1
      state.lastStop = error
    }
  }

  /// Holds the library against what was shown.
  func findings(in library: Library) throws -> SoakFindings {
    var findings = SoakFindings()
    var seen: Set<String> = []
    var soundness = QuestionSoundness()
    for summary in try library.tests() {
      let test = try library.test(summary.id)
      let material = try TestMaterial(library.documents(ofTest: test.id))
      for slot in test.slots {
        switch slot.state {
        case .open: findings.open += 1
        case .missing: findings.missing += 1
        case .accepted(let question):
          findings.kept += 1
          if question.provenance.origin == .model { findings.byModel += 1 }
          if question.provenance.verified == true { findings.verified += 1 }
          seen.insert(question.id)
          soundness.look(at: question, in: material.passages)
        }
      }
    }
    (findings.doubled, findings.invalid) = (soundness.doubled, soundness.invalid)
    findings.lost = state.withLock { $0.shown.subtracting(seen).count }
    findings.isWhole = try library.isWhole()
    return findings
  }
}

/// What is in a library after a soak.
struct SoakFindings {
  var kept = 0
  /// Those of them that the model wrote, not the built-in writer in its place.
  var byModel = 0
  /// Those whose key the model has found again.
  var verified = 0
  var missing = 0
  /// Slots that nothing was said of.
  var open = 0
  /// Questions that were shown as kept and are not there.
  var lost = 0
  /// Questions that repeat another, whatever their ids are.
  var doubled = 0
  /// Questions that do not pass the gates.
  var invalid = 0
  var isWhole = false

  /// Where the model wrote nothing, nothing was tried.
  var isClean: Bool { open + lost + doubled + invalid == 0 && isWhole && byModel > 0 }

  var text: String {
    "\(kept) kept, \(byModel) of them by the model, \(verified) verified, \(missing) missing, \(open) open; "
      + "\(lost) lost, \(doubled) doubled, \(invalid) invalid, "
      + (isWhole ? "the library is whole" : "THE LIBRARY IS DAMAGED")
  }
}
