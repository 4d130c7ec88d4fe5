import PracticeTests
import Terminal

extension AppState {
  func takingBindings(_ taking: TakingState) -> [Binding] {
    if taking.isPaused { return [pauseBinding([.enter, .character("t"), .character(" ")], "go on")] }
    if taking.map != nil { return mapBindings }
    return taking.entry.isInField ? fieldBindings(taking) : questionBindings(taking)
  }

  private func questionBindings(_ taking: TakingState) -> [Binding] {
    (taking.isWritten ? [writeBinding(taking)] : choiceBindings(taking)) + [
      nextBinding(.nextOne, "next", taking),
      previousBinding(.previousOne, footer: .hidden, taking),
      chatBinding(chatHindrance(taking)),
      Binding(
        [.character("f")], taking.response.isFlagged ? "unflag" : "flag",
        help: "Mark the question for another look, or not.",
        does: .taking(.flagToggled)),
      Binding(
        [.character("u")], taking.response.isUnsure ? "sure" : "unsure",
        help: "Say that you are not sure, or are: the results show how well you knew.", does: .taking(.unsureToggled)),
      Binding([.character("m")], "map", help: "Show all questions, and go to one.", does: .taking(.mapAsked)),
      Binding(
        [.character("s")], "submit", help: "Hand the test in (asks when answers or flags are left).",
        disabled: taking.isSubmitting ? "The test is being handed in." : nil, does: .taking(.submitAsked)),
      pauseBinding([.character("t")], "pause"),
      Binding(
        [.character("y")], SelfGrading.label(taking.response.outcome),
        help: "In study mode: grade a written answer yourself; again takes it back.",
        footer: taking.isLocked && taking.isWritten ? .listed : .hidden, disabled: selfGradingHindrance(taking),
        does: .taking(.selfGraded)),
      scrollBinding,
      Binding([.character("g")], "settings", help: "Choose another backend.", footer: .hidden, does: .settingsAsked),
    ]
  }

  private func choiceBindings(_ taking: TakingState) -> [Binding] {
    let count = taking.item?.question.item.choices.count ?? 0
    let locked = lockHindrance(taking)
    return [
      AnswerBindings.choose(among: count, "choose", disabled: locked) { .taking(.optionChosen($0)) },
      Binding(
        [.enter, .character(" ")], "choose", help: "Choose the option pointed at; once more, go to the next question.",
        footer: .hidden, disabled: taking.entry.cursor != taking.chosen ? locked : nextHindrance(taking),
        does: .taking(.cursorChosen)),
      AnswerBindings.point { .taking(.optionMoved($0)) },
    ]
  }

  private func writeBinding(_ taking: TakingState) -> Binding {
    AnswerBindings.write(disabled: lockHindrance(taking), does: .taking(.fieldEntered))
  }

  private func fieldBindings(_ taking: TakingState) -> [Binding] {
    let isLong = taking.entry.field.isMultiline
    let isStudying = taking.attempt.mode == .study
    // Behind the last question there is nothing to go on to.
    let finish = isStudying ? "grade" : isLast(taking) ? "done" : "next"
    return [
      Binding(
        isLong ? [.control("g")] : [.enter, .control("g")], finish,
        help: isStudying ? "Grade the answer." : "Go on, where a question follows; the answer is kept as you type.",
        disabled: isStudying && taking.response.answer == nil ? "Write an answer first." : nil,
        does: .taking(.answerFinished)),
      nextBinding([.tab], "next question", footer: isStudying ? .listed : .hidden, taking),
      previousBinding([.backTab], footer: .listed, taking),
      Binding(
        [.escape], "other keys", help: "Leave the field, for the other keys of the test.", footer: .pinned,
        does: .taking(.fieldLeft)),
      pauseBinding([.control("t")], "pause"),
      scrollBinding,
    ]
  }

  private var mapBindings: [Binding] {
    [
      Binding([.enter, .character(" ")], "go there", help: "Go to the question.", does: .taking(.mapChosen)),
      Binding(
        [.left, .right, .up, .down, .character("h"), .character("l"), .character("k"), .character("j")],
        name: "arrows, hjkl", "move", help: "Point at a question."
      ) { .taking(.mapMoved($0)) },
      Binding(
        [.escape, .character("m"), .character("q")], "back", help: "Close the map.", footer: .pinned,
        does: .taking(.mapClosed)),
    ]
  }

  private func nextBinding(
    _ keys: [Key], _ label: String, footer: Binding.FooterPlace = .listed, _ taking: TakingState
  ) -> Binding {
    Binding(
      keys, label, help: "Go to the next question.", footer: footer, disabled: nextHindrance(taking),
      does: .taking(.stepped(1)))
  }

  private func previousBinding(_ keys: [Key], footer: Binding.FooterPlace, _ taking: TakingState) -> Binding {
    Binding(
      keys, "previous", help: "Go to the question before.", footer: footer,
      disabled: taking.position == 0 ? "This is the first question." : nil, does: .taking(.stepped(-1)))
  }

  private func pauseBinding(_ keys: [Key], _ label: String) -> Binding {
    Binding(
      keys, label, help: "Stop the time and hide the question, or go on.", does: .taking(.pauseToggled))
  }

  private var scrollBinding: Binding { AnswerBindings.scroll { .taking(.scrolled($0)) } }

  /// Why an answer can't be changed.
  private func lockHindrance(_ taking: TakingState) -> String? {
    if taking.isTimeUp { return "The time is up: press s to hand the test in." }
    return taking.isLocked ? "It is graded already; in study mode an answer stays." : nil
  }

  private func isLast(_ taking: TakingState) -> Bool { taking.position >= taking.attempt.items.count - 1 }

  private func nextHindrance(_ taking: TakingState) -> String? {
    guard isLast(taking) else { return nil }
    if generations[taking.attempt.testID]?.isRunning == true {
      return "This is the last question that is ready; the next one joins as soon as it is made."
    }
    return "This is the last question: submit the test with s, or see what is left with m."
  }

  private func chatHindrance(_ taking: TakingState) -> String? {
    guard taking.attempt.mode == .study else { return "In an exam you can ask about a question when it is handed in." }
    return taking.isLocked ? nil : "Answer first, then you can ask about the question."
  }

  private func selfGradingHindrance(_ taking: TakingState) -> String? {
    guard let item = taking.item else { return "There is no question." }
    guard taking.attempt.mode == .study else { return "In an exam, answers are graded at the end." }
    return SelfGrading.hindrance(item.question.item, taking.response, report: "X in the results")
  }
}

extension TakingState {
  /// The chosen option.
  var chosen: Int? {
    if case .choice(let index) = response.answer { index } else { nil }
  }
}
