import Foundation
import PracticeTests
import Terminal

extension AppState {
  mutating func openReview() -> [AppEffect] {
    push(.review(ReviewState()))
    return [.review(.loadReview(asked: [], practises: false))]
  }

  mutating func updateReview(_ action: ReviewAction) -> [AppEffect] {
    guard var review else { return [] }
    switch action {
    case .scrolled(let key):
      let line = review.asked.map { scroll(of: $0, by: key) }
      review.asked?.entry.scroll = line
    case .cursorChosen where review.asked.map { !showsPointed($0) } ?? false:
      // Nothing is answered unseen: the option is shown first.
      review.asked?.entry.scroll = nil
      self.review = review
      return []
    case .keepingFailed(let sentence): notice = Notice(kind: .problem, text: sentence)
    case .overtaken(_, let sentence): notice = Notice(kind: .information, text: sentence)
    case .suspended: notice = Notice(kind: .information, text: "Put away: it does not come back. z takes that back.")
    case .removed:
      notice = Notice(
        kind: .information, text: "Reported as bad: it leaves the library, and every score. z takes that back.")
    default: break
    }
    let hindrance = review.asked?.keepingHindrance
    let effects = review.update(action, size: size, now: now)
    self.review = review
    // What a key said of a hindrance that is gone.
    if review.asked?.keepingHindrance == nil, let hindrance, notice?.text == hindrance { notice = nil }
    guard case .kept = action, let asked = review.asked else { return effects }
    return effects + lookForKeyPoints(asked.item.question, asked.response)
  }

  /// Looks for what has come due while nothing was.
  mutating func tickReview() -> [AppEffect] {
    guard case .review(let review) = screen, review.isWaiting, let next = review.queue?.nextDue, next <= now else {
      return []
    }
    return [review.load]
  }
}

extension ReviewState {
  /// Reads what is due, and which question comes next.
  var load: AppEffect { .review(.loadReview(asked: done, practises: isPractising)) }

  fileprivate mutating func update(_ action: ReviewAction, size: Size, now: Date) -> [AppEffect] {
    switch action {
    case .loaded(let queue, let next):
      self.queue = queue
      if asked == nil || isGoingOn { asked = next.map { Asked($0, now: now) } }
      isGoingOn = false
    case .optionMoved(let key): moveCursor(key)
    case .optionChosen(let index): return choose(index, now)
    case .cursorChosen: return choose(asked?.entry.cursor ?? 0, now)
    case .keyTyped(let key):
      if isTyping { _ = asked?.entry.type(key, width: TakingLayout.fieldWidth(size, hasMap: false)) }
    case .fieldEntered:
      let isOpen = asked?.isAnswered == false
      asked?.entry.isInField = isOpen
      asked?.entry.scroll = nil
    case .fieldLeft: asked?.entry.isInField = false
    case .givenUp: return answer(nil, now)
    case .answered: return answer(asked.flatMap { $0.isBlank ? nil : .text($0.entry.field.text) }, now)
    case .unsureToggled: return toggleUnsure()
    case .selfGraded: return gradeOneself()
    case .keyPointsFound: return acceptKeyPoints()
    case .kept(let id, let kept): note(kept, id)
    case .keepingFailed: backToKept()
    case .overtaken(let id, _): return leave(id)
    case .nextAsked: return goOn()
    case .undone: return undo(now)
    case .suspended: return putAway(Step.suspended) { .review(.suspend($0, true)) }
    case .removed: return putAway(Step.removed) { .bank(.setQuestionReported(true, $0)) }
    case .suspensionsEnded: return [.review(.endSuspensions), load]
    case .practiceAsked:
      isPractising = true
      return [load]
    case .scrolled: break
    }
    return []
  }

  // MARK: - Answering

  private mutating func choose(_ index: Int, _ now: Date) -> [AppEffect] {
    guard let choices = asked?.item.question.item.choices, choices.indices.contains(index) else { return [] }
    asked?.entry.cursor = index
    return answer(.choice(index), now)
  }

  /// Grades an answer, none included, and has it kept.
  private mutating func answer(_ answer: Answer?, _ now: Date) -> [AppEffect] {
    guard var asked, !asked.isAnswered else { return [] }
    asked.response.answer = answer
    asked.response.answeredAt = now
    asked.response.outcome = Grading.grade(asked.item.question.item, answer)
    asked.seconds = min(max(0, now.timeIntervalSince(asked.since)), Self.longest)
    asked.entry.isInField = false
    asked.entry.scroll = nil
    self.asked = asked
    return keep()
  }

  /// Has the answer kept as it is now.
  mutating func keep() -> [AppEffect] {
    asked?.isKeeping = true
    return asked.map {
      [.review(.keepReview($0.item, $0.response, seconds: $0.seconds, replacing: $0.kept?.id))]
    } ?? []
  }

  /// What could not be kept is as it was.
  private mutating func backToKept() {
    guard var asked else { return }
    asked.isKeeping = false
    asked.response = asked.keptResponse ?? Response(isUnsure: asked.response.isUnsure)
    asked.entry.isInField = asked.isWritten && !asked.isAnswered
    self.asked = asked
  }

  private mutating func toggleUnsure() -> [AppEffect] {
    asked?.response.isUnsure.toggle()
    return asked?.isAnswered == true ? keep() : []
  }

  private mutating func gradeOneself() -> [AppEffect] {
    guard var asked, asked.isAnswered else { return [] }
    asked.response.outcome = SelfGrading.toggled(
      asked.response.outcome, asked.item.question.item, asked.response.answer)
    self.asked = asked
    return keep()
  }

  private mutating func note(_ kept: KeptReview, _ id: String) {
    guard let item = asked?.item, item.question.id == id else { return }
    if let before = asked?.kept?.id { steps.removeAll { $0 == .reviewed(item, before) } } else { done.append(id) }
    asked?.kept = kept
    if let outcome = kept.outcome { asked?.response.outcome = outcome }
    let response = asked?.response
    asked?.keptResponse = response
    asked?.isKeeping = false
    steps.append(.reviewed(item, kept.id))
  }

  /// Leaves a question that was answered in another window.
  private mutating func leave(_ id: String) -> [AppEffect] {
    guard asked?.item.question.id == id else { return [] }
    backToKept()
    isGoingOn = true
    return [load]
  }

  private mutating func goOn() -> [AppEffect] {
    guard asked?.isKeeping == false, asked?.kept != nil else { return [] }
    isGoingOn = true
    return [load]
  }

  // MARK: - Going about

  private mutating func moveCursor(_ key: Key) {
    guard let asked, !asked.isAnswered else { return }
    self.asked?.entry.moveCursor(key, among: asked.item.question.item.choices.count)
  }

  /// A question that was left open says nothing about how fast the student is.
  static let longest = 600.0
}
