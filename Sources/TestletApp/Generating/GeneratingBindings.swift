import PracticeTests
import Terminal

extension AppState {
  func generatingBindings(_ screen: GeneratingState) -> [Binding] {
    let generation = generations[screen.testID]
    let isRunning = generation?.isRunning == true
    let none: String? =
      (generation?.accepted ?? 0) > 0
      ? nil : isRunning ? "No question is ready yet; it begins with the first." : "There is no question to answer."
    let (resuming, fallback) = (resumeBinding(generation), fallbackBinding(generation))
    let taking = [
      Binding(
        [.enter], "start test", help: "Take the test with what is ready; the rest joins at the end.", disabled: none,
        does: .generating(.testAsked(.exam))),
      .study(disabled: none, does: .generating(.testAsked(.study))),
      Binding(
        [.character("c")], "cancel", help: "Stop making questions; those that are made are kept.",
        disabled: isRunning ? nil : "Nothing is being made now.", does: .generating(.cancelAsked)),
    ]
    let timed = Binding.timed(disabled: none, does: .generating(.timedAsked))
    let moving = Binding(.listMoves, name: "Up/Down, j/k", "scroll", help: "Scroll the questions.", footer: .hidden) {
      .generating(.moved($0))
    }
    // Where a fault has stopped it, or only a model could make what is missing, what helps comes first.
    if generation?.isStopped == true { return [resuming, fallback, settingsBinding] + taking + [timed, moving] }
    return isExhausted(generation)
      ? [settingsBinding] + taking + [timed, resuming, fallback, moving]
      : taking + [resuming, timed, settingsBinding, fallback, moving]
  }

  /// Whether something is missing that can't be made as things are.
  private func isExhausted(_ generation: GenerationState?) -> Bool {
    guard let generation, !generation.isRunning, generation.missing > 0, generation.open == 0 else { return false }
    return !canRetry(generation)
  }

  private func resumeBinding(_ generation: GenerationState?) -> Binding {
    let label = generation?.isStopped == true ? "try again" : generation?.open == 0 ? "retry missing" : "resume"
    return Binding(
      [.character("r")], label, help: "Go on making what is open, or try what is missing again.",
      footer: isExhausted(generation) ? .hidden : .listed, disabled: resumeHindrance(generation),
      does: .generating(.resumeAsked))
  }

  private func fallbackBinding(_ generation: GenerationState?) -> Binding {
    let needsNone = backends.selected?.configuration.kind == .mock
    return Binding(
      [.character("b")], "built-in now",
      help: "Make the rest at once though the backend is gone: the built-in writer stands in, or who is set for that.",
      footer: generation?.isStopped == true && !needsNone ? .listed : .hidden,
      disabled: resumeHindrance(generation) ?? (needsNone ? "The built-in writer makes it already." : nil),
      does: .generating(.fallbackAsked))
  }

  private var settingsBinding: Binding {
    Binding(
      [.character("g")], "backends", help: "Choose another backend; it takes effect at once.", does: .settingsAsked)
  }

  private func resumeHindrance(_ generation: GenerationState?) -> String? {
    guard let generation else { return "The test is not there any more." }
    if generation.isRunning { return "It is being made already." }
    if isExhausted(generation) { return "The built-in writer can make no more of these notes: g chooses a model." }
    return generation.accepted == generation.rows.count ? "Every question is made." : nil
  }
}
