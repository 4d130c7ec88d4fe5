import PracticeTests
import Terminal

extension AppState {
  func reviewBindings(_ review: ReviewState) -> [Binding] {
    guard let asked = review.asked else { return waitingBindings(review) }
    if asked.isAnswered { return answeredBindings(review, asked) }
    return asked.entry.isInField ? reviewFieldBindings(asked) : askedBindings(review, asked)
  }

  // MARK: - Before the answer

  private func askedBindings(_ review: ReviewState, _ asked: ReviewState.Asked) -> [Binding] {
    let giveUp = Binding(
      [.character("0")], "don't know", help: "Show the answer; the question counts as missed.",
      does: .review(.givenUp))
    let own = asked.isWritten ? [AnswerBindings.write(does: .review(.fieldEntered))] : reviewChoiceBindings(asked)
    return own + [unsureBinding(asked), giveUp] + stepBindings(review) + [scrollReviewBinding]
  }

  private func reviewChoiceBindings(_ asked: ReviewState.Asked) -> [Binding] {
    let count = asked.item.question.item.choices.count
    return [
      AnswerBindings.choose(among: count, "answer", ending: "; it is graded at once.") { .review(.optionChosen($0)) },
      Binding(
        [.enter, .character(" ")], "answer", help: "Choose the option pointed at.", footer: .hidden,
        does: .review(.cursorChosen)),
      AnswerBindings.point { .review(.optionMoved($0)) },
    ]
  }

  private func reviewFieldBindings(_ asked: ReviewState.Asked) -> [Binding] {
    [
      Binding(
        asked.entry.field.isMultiline ? [.control("g")] : [.enter, .control("g")], "grade", help: "Grade the answer.",
        // Enter goes on to a question too: pressed once more, it must not give this one up.
        disabled: asked.isBlank ? "Write your answer first; if you don't know it, press Esc, then 0." : nil,
        does: .review(.answered)),
      Binding(
        [.escape], "other keys", help: "Leave the field, for the other keys.", footer: .pinned,
        does: .review(.fieldLeft)),
      scrollReviewBinding,
    ]
  }

  // MARK: - After the answer

  private func answeredBindings(_ review: ReviewState, _ asked: ReviewState.Asked) -> [Binding] {
    let keeping = asked.keepingHindrance
    let hindrance = SelfGrading.hindrance(asked.item.question.item, asked.response)
    let next = Binding(
      [.enter, .character("n"), .character(" "), .right], "next", help: "Go on to the next question.",
      disabled: keeping, does: .review(.nextAsked))
    let selfGrading = Binding(
      [.character("y")], SelfGrading.label(asked.response.outcome),
      help: "Grade a written answer yourself; again takes it back.", footer: hindrance == nil ? .listed : .hidden,
      disabled: hindrance ?? keeping, does: .review(.selfGraded))
    let scroll = Binding(
      [.up, .down, .pageUp, .pageDown], name: "PgUp/PgDn", "scroll", help: "Scroll.", footer: .hidden
    ) { .review(.scrolled($0.orArrow == .up || $0 == .pageUp ? .pageUp : .pageDown)) }
    return [next, selfGrading, chatBinding(nil), unsureBinding(asked)] + stepBindings(review) + [scroll, modelBinding]
  }

  private func unsureBinding(_ asked: ReviewState.Asked) -> Binding {
    Binding(
      [.character("u")], asked.response.isUnsure ? "sure" : "unsure",
      help: "Say that you are not sure, or are: what was right in doubt comes back sooner.",
      disabled: asked.keepingHindrance, does: .review(.unsureToggled))
  }

  private func stepBindings(_ review: ReviewState) -> [Binding] {
    let keeping = review.asked?.keepingHindrance
    return [
      undoBinding(review),
      Binding(
        [.character("x")], "put away", help: "Put the question away: it does not come back until you bring it back.",
        disabled: keeping, does: .review(.suspended)),
      Binding(
        [.character("X")], "bad question", help: "Report a bad question: it leaves the library, and every score.",
        footer: .hidden,
        disabled: keeping, does: .review(.removed)),
    ]
  }

  private func undoBinding(_ review: ReviewState) -> Binding {
    Binding(
      [.character("z")], "undo", help: "Take back the last answer or what was put away, and ask again.",
      disabled: review.asked?.keepingHindrance ?? (review.steps.isEmpty ? "There is nothing to take back." : nil),
      does: .review(.undone))
  }

  // MARK: - Nothing due

  private func waitingBindings(_ review: ReviewState) -> [Binding] {
    let suspended = review.queue?.suspended ?? 0
    return [
      Binding(
        [.enter, .character("p")], "practise",
        help: "Practise questions that are not due: those that you know neither too well nor too little.",
        disabled: review.queue == nil ? "The library is being read." : review.practiceHindrance,
        does: .review(.practiceAsked)),
      undoBinding(review),
      Binding(
        [.character("b")], "bring back", help: "Bring back all questions that were put away.",
        footer: suspended > 0 ? .listed : .hidden, disabled: suspended == 0 ? "None is put away." : nil,
        does: .review(.suspensionsEnded)),
    ]
  }

  private var scrollReviewBinding: Binding { AnswerBindings.scroll { .review(.scrolled($0)) } }
}

extension ReviewState.Asked {
  /// Why the answer can't be changed or left now.
  var keepingHindrance: String? { isKeeping ? "The answer is being kept." : nil }
}

extension ReviewState {
  /// Why nothing can be practised.
  var practiceHindrance: String? {
    isPractising ? "There is no other question to practise: make more tests." : nil
  }
}
