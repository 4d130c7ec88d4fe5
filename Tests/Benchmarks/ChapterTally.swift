import LanguageModels
import PracticeTests
import Synchronization

/// What became of the slots of several tests, and what they took.
struct ChapterTally {
  private var slots = 0
  private var written = 0
  private var repaired = 0
  private var verified = 0
  private var builtIn = 0
  private var reasons: [String: Int] = [:]
  private var seconds = 0.0
  private var stats = GenerationStats()

  /// Adds a test that was generated in some seconds.
  mutating func add(_ test: StoredTest, seconds: Double) {
    slots += test.slots.count
    for question in test.questions {
      let isWritten = question.provenance.origin == .model
      written += isWritten ? 1 : 0
      builtIn += isWritten ? 0 : 1
      repaired += isWritten && question.provenance.attempts > 1 ? 1 : 0
      verified += question.provenance.verified == true ? 1 : 0
    }
    for case .missing(let violations) in test.slots.map(\.state) {
      reasons[violations.last?.message ?? "-", default: 0] += 1
    }
    self.seconds += seconds
    stats += test.stats
  }

  var text: String {
    let cached = 100 * Double(stats.cachedPromptTokens) / Double(max(1, stats.promptTokens))
    let missing = reasons.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\n    \($0.value)  \($0.key)" }
    return """
      slots                \(slots)
        from the model     \(interval(written, of: slots))
          after a repair   \(repaired)
          verified         \(verified)
        built in           \(builtIn)
        missing            \(reasons.values.reduce(0, +))\(missing.joined())
      seconds              \(decimals(seconds, 0)) without calibration, \(each(seconds, 1)) a question from the model
      tokens               \(each(Double(stats.promptTokens + stats.outputTokens), 0)) a question from the model: \
      \(each(Double(stats.promptTokens), 0)) read, \(each(Double(stats.outputTokens), 0)) written
      read from cache      \(decimals(cached, 0))% of the prompt tokens
      drafts               \(stats.drafts), \(stats.repairs) of them repairs
      """
  }

  private func each(_ value: Double, _ digits: Int) -> String {
    written == 0 ? "-" : decimals(value / Double(written), digits)
  }
}

/// Notes what a generation says of the calibrations of its model, which are made once and are no cost of a question.
final class CalibrationWatch: Sendable {
  private struct State {
    var start: ContinuousClock.Instant?
    var duration = Duration.zero
    var sentences: [String] = []

    mutating func end(_ sentence: String) {
      duration += start.map { ContinuousClock.now - $0 } ?? .zero
      start = nil
      sentences.append(sentence)
    }
  }

  private let state = Mutex(State())

  /// How long they took.
  var duration: Duration { state.withLock { $0.duration } }
  /// What came of them; empty where the model was known.
  var sentences: [String] { state.withLock { $0.sentences } }

  func note(_ event: GenerationEvent) {
    state.withLock { state in
      switch event {
      case .calibrating, .measuringDrafting: state.start = state.start ?? .now
      case .calibrated(let model, let found): state.end(Accounting.sentence(found, of: model))
      case .draftingMeasured(let model, let found): state.end(Accounting.sentence(found, of: model))
      default: break
      }
    }
  }
}
