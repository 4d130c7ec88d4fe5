import Foundation
import PracticeTests
import Terminal

/// How far the generation of a test is.
struct GenerationState: Equatable {
  /// What the generation is doing.
  enum Phase: Equatable {
    /// Nothing in this run of the app.
    case idle
    case running
    /// Stopped by the student; what was accepted is kept.
    case cancelled
    /// Stopped by a fault, in one sentence.
    case stopped(String)
    case ended(TestStatus)
  }

  /// A slot and where it stands.
  struct Line: Equatable {
    var slot: QuestionSlot
    var progress: SlotProgress

    /// What it is about: a question may be about something else than was planned.
    var topic: String { question?.topic ?? slot.topic }
    /// How it is asked; the same.
    var format: QuestionFormat { question?.item.format ?? slot.format }

    /// What was found last in a slot that could not be filled.
    var whyMissing: [Violation]? {
      if case .missing(let violations) = progress { violations } else { nil }
    }

    private var question: Question? {
      if case .accepted(let question) = progress { question } else { nil }
    }
  }

  let title: String
  /// The backend that the test was to be made by.
  let backend: String
  /// The slots in the order of the plan.
  var rows: [Line]
  var phase = Phase.idle
  /// When this run began.
  var beganAt: Date?
  /// When this run came to its end.
  var endedAt: Date?
  /// Slots that were accepted or missing when this run began.
  var doneBefore = 0
  /// What the generation cost.
  var stats: GenerationStats
  /// How far the measuring of a model is, while it is measured.
  var calibration: String?
  /// How the model is asked, and why, once that was measured.
  var drafting: String?
  /// The end of the draft that is being written, and its slot.
  var draft = ""
  var draftSlot: Int?

  private static let draftLimit = 4000

  /// Takes over what is stored.
  init(_ test: StoredTest) {
    title = test.title
    backend = test.backend
    rows = test.slots.map { Line(slot: $0.slot, progress: SlotProgress($0.state)) }
    stats = test.stats
  }

  var isRunning: Bool { phase == .running }
  /// Whether it came to a halt by a fault, now or in another run of the app.
  var isStopped: Bool {
    switch phase {
    case .stopped, .ended(.failed): true
    case .idle: accepted == 0
    case .running, .cancelled, .ended: false
    }
  }
  /// Questions that can be answered.
  var accepted: Int { rows.filter { if case .accepted = $0.progress { true } else { false } }.count }
  /// Slots that could not be filled.
  var missing: Int { rows.count { $0.whyMissing != nil } }
  /// The same, by the reason.
  var missingSlots: [MissingSlots] { MissingSlots.groups(rows.map(\.whyMissing)) }
  /// Questions of another format than their slot was to have.
  var otherwiseFormed: Int { rows.count { $0.format != $0.slot.format } }
  /// Slots still to be filled.
  var open: Int { rows.count - accepted - missing }
  /// How much is done, 0 to 1.
  var fraction: Double { rows.isEmpty ? 1 : Double(rows.count - open) / Double(rows.count) }

  /// Seconds of this run.
  func seconds(at now: Date) -> Double {
    beganAt.map { max(0, (endedAt ?? now).timeIntervalSince($0)) } ?? 0
  }

  /// Questions a minute in this run; `nil` before the first.
  func perMinute(at now: Date) -> Double? {
    let done = rows.count - open - doneBefore
    let seconds = seconds(at: now)
    return done > 0 && seconds > 0 ? Double(done) / seconds * 60 : nil
  }

  /// Seconds still to go if it goes on as until now; `nil` before the first question.
  func estimate(at now: Date) -> Double? {
    guard isRunning, open > 0 else { return nil }
    return perMinute(at: now).map { Double(open) / $0 * 60 }
  }

  /// Takes in a piece of a draft.
  mutating func append(_ text: String, slot: Int) {
    if draftSlot != slot { (draft, draftSlot) = ("", slot) }
    draft = String((draft + text).suffix(Self.draftLimit))
  }
}

extension SlotProgress {
  /// What is stored of it.
  init(_ state: StoredSlot.State) {
    switch state {
    case .open: self = .queued
    case .accepted(let question): self = .accepted(question)
    case .missing(let violations): self = .missing(violations)
    }
  }
}

/// What happened with a generation.
enum GenerationAction: Equatable, Sendable {
  case began(StoredTest, at: Date)
  case slotProgressed(Int, SlotProgress)
  case draftArrived(slot: Int, String)
  case statsChanged(GenerationStats)
  case calibrating(done: Int, of: Int)
  case calibrated
  case measuringDrafting(done: Int, of: Int)
  case draftingMeasured(String)
  case cancelled(StoredTest, at: Date)
  case stopped(String, at: Date)
  case ended(TestStatus, at: Date)
}

/// The screen of a generation.
struct GeneratingState: Equatable {
  var testID: String
  /// The first line shown; `nil` follows what is being written.
  var scroll: ScrollView?
}

/// What happened on the screen of a generation.
enum GeneratingAction: Equatable, Sendable {
  case moved(Key)
  case testAsked(Attempt.Mode)
  case timedAsked
  case cancelAsked
  case resumeAsked
  /// The rest is to be made without the backend that is gone.
  case fallbackAsked
}
