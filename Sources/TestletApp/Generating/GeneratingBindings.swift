import PracticeTests
import Terminal

extension AppState {
  func generatingBindings(_ screen: GeneratingState) -> [Binding] {
    let generation = generations[screen.testID]
    let isRunning = generation?.isRunning == true
    let none: String? =
      (generation?.accepted ?? 0) > 0
      ? nil : isRunning ? "No question is ready yet; it begins with the first." : "There is no question to answer."
    return [
      Binding(
        [.enter], "start test", help: "Take the test with what is ready; the rest joins at the end.", disabled: none,
        does: .generating(.testAsked(.exam))),
      Binding(
        [.character("t")], "study", help: "Take the test in study mode: each answer is graded at once.",
        disabled: none, does: .generating(.testAsked(.study))),
      Binding(
        [.character("c")], "cancel", help: "Stop making questions; those that are made are kept.",
        disabled: isRunning ? nil : "Nothing is being made now.", does: .generating(.cancelAsked)),
      Binding(
        [.character("r")], generation?.open == 0 ? "retry missing" : "resume",
        help: "Go on making what is open, or try what is missing again.", disabled: resumeHindrance(generation),
        does: .generating(.resumeAsked)),
      Binding(
        [.character("e")], "timed", help: "Take the test as an exam with a time, after which it is handed in.",
        disabled: none, does: .generating(.timedAsked)),
      Binding(
        [.character("g")], "settings", help: "Choose another backend; it takes effect at once.", does: .settingsAsked),
      Binding(.listMoves, name: "Up/Down, j/k", "scroll", help: "Scroll the questions.", footer: .hidden) {
        .generating(.moved($0))
      },
    ]
  }

  private func resumeHindrance(_ generation: GenerationState?) -> String? {
    guard let generation else { return "The test is not there any more." }
    if generation.isRunning { return "It is being made already." }
    return generation.accepted == generation.rows.count ? "Every question is made." : nil
  }
}
