import PracticeTests
import Terminal

extension AppState {
  mutating func updateGeneration(_ id: String, _ action: GenerationAction) -> [AppEffect] {
    if case .began(let test, let date) = action {
      var generation = GenerationState(test)
      (generation.phase, generation.beganAt) = (.running, date)
      generation.doneBefore = generation.rows.count - generation.open
      generations[id] = generation
      return []
    }
    guard var generation = generations[id] else { return [] }
    generation.update(action)
    generations[id] = generation
    if generating?.testID == id, let sentence = generation.fault(action), !generatingLayout(generation).isWhole {
      fail(sentence)
    }
    switch action {
    case .slotProgressed(_, .accepted): return extendAttempt(of: id)
    case .ended, .stopped, .cancelled: return extendAttempt(of: id) + [.loadHome]
    case .began, .slotProgressed, .draftArrived, .statsChanged, .calibrating, .calibrated, .measuringDrafting,
      .draftingMeasured:
      return []
    }
  }

  /// A new question joins the attempt that goes on.
  private func extendAttempt(of id: String) -> [AppEffect] {
    guard let attempt = taking?.attempt, attempt.testID == id else { return [] }
    return [.taking(.extendAttempt(attempt.id))]
  }

  mutating func startGeneration(_ id: String, reopensMissing: Bool, allowsFallback: Bool = false) -> [AppEffect] {
    generations[id]?.phase = .running
    generations[id]?.beganAt = now
    generations[id]?.endedAt = nil
    return [.generate(testID: id, reopensMissing: reopensMissing, allowsFallback: allowsFallback)]
  }

  mutating func updateGenerating(_ action: GeneratingAction) -> [AppEffect] {
    guard var screen = generating, let generation = generations[screen.testID] else { return [] }
    switch action {
    case .moved(let key):
      let layout = generatingLayout(generation)
      var scroll = screen.scroll ?? ScrollView(offset: layout.window(following: generation).lowerBound)
      _ = scroll.handle(key, total: layout.lines.count, height: layout.listHeight)
      screen.scroll = scroll
      generating = screen
      return []
    case .testAsked(let mode):
      return bring(.stored, by: .takeTest(screen.testID, AttemptOrder(mode: mode)))
    case .timedAsked:
      return bring(.stored, by: .prepareAttempt(testID: screen.testID, missedIn: nil))
    case .cancelAsked:
      return [.cancelGeneration(testID: screen.testID)]
    case .resumeAsked:
      return startGeneration(screen.testID, reopensMissing: generation.open == 0)
    case .fallbackAsked:
      return startGeneration(screen.testID, reopensMissing: generation.open == 0, allowsFallback: true)
    }
  }
}

extension SlotProgress {
  /// Whether somebody is at it.
  fileprivate var isUnderWay: Bool {
    switch self {
    case .drafting, .checking, .verifying, .repairing: true
    case .queued, .accepted, .missing: false
    }
  }
}

extension GenerationState {
  /// Why a generation came to nothing, whole; `nil` where it did not.
  fileprivate func fault(_ action: GenerationAction) -> String? {
    switch action {
    case .stopped(let sentence, _): return sentence
    case .ended(.failed, _): return rows.lazy.compactMap { $0.whyMissing?.last?.message }.first
    default: return nil
    }
  }

  fileprivate mutating func update(_ action: GenerationAction) {
    switch action {
    case .began: break
    case .slotProgressed(let index, let progress):
      guard rows.indices.contains(index) else { return }
      rows[index].progress = progress
      if draftSlot == index { draft = "" }
    case .draftArrived(let slot, let text): append(text, slot: slot)
    case .statsChanged(let now): stats = now
    case .calibrating(let done, let total):
      calibration = "Finding out once whether the model can check its own questions: \(done) of \(total)"
    case .calibrated: calibration = nil
    case .measuringDrafting(let done, let most):
      calibration = "Finding out once how the model is best asked: \(done) of \(most) at the most"
    case .draftingMeasured(let sentence): (calibration, drafting) = (nil, sentence)
    case .cancelled(let test, let date):
      rows = GenerationState(test).rows
      (phase, endedAt, draftSlot) = (.cancelled, date, nil)
    case .stopped(let sentence, let date):
      (phase, endedAt, draftSlot) = (.stopped(sentence), date, nil)
      // What was being written was not kept.
      for index in rows.indices where rows[index].progress.isUnderWay { rows[index].progress = .queued }
    case .ended(let status, let date): (phase, endedAt, draftSlot) = (.ended(status), date, nil)
    }
  }
}
