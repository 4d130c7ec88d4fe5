import Foundation
import PracticeTests
import Terminal

extension AppState {
  mutating func updateTaking(_ action: TakingAction) -> [AppEffect] {
    guard var taking else { return [] }
    switch action {
    case .submitAsked: return askSubmission(taking)
    case .submitted(let attempts):
      guard attempts.last?.id == taking.attempt.id else { return [] }
      show(.results(ResultsState(title: taking.title, attempts: attempts)))
      return [.loadHome]
    case .scrolled(let key): taking.entry.scroll = scroll(of: taking, by: key)
    case .cursorChosen where taking.chosen != taking.entry.cursor && !showsPointed(taking):
      // Nothing is answered unseen: the option is shown first.
      taking.entry.scroll = nil
      self.taking = taking
      return []
    case .responseFailed(_, _, let sentence): notice = Notice(kind: .problem, text: sentence)
    case .submissionFailed(let sentence):
      notice = Notice(kind: .problem, text: "\(sentence) Press s to hand the test in again.")
    default: break
    }
    let effects = taking.update(action, size: size, now: now)
    self.taking = taking
    guard case .responseStored(let id, let position, let response) = action, id == taking.attempt.id,
      taking.attempt.items.indices.contains(position)
    else { return effects }
    return effects + lookForKeyPoints(taking.attempt.items[position].question, response)
  }

  private mutating func askSubmission(_ taking: TakingState) -> [AppEffect] {
    let generation = generations[taking.attempt.testID]
    let making = generation?.isRunning == true ? generation?.open ?? 0 : 0
    let open = [
      (taking.unanswered, "without an answer"), (taking.flagged, "flagged"), (making, "still being made"),
    ].filter { $0.0 > 0 }
    guard let first = open.first, !taking.isTimeUp else { return updateTaking(.submissionConfirmed) }
    let parts = open.map { "\(Wording.count($0, "question")) \($1)" }.joined(separator: ", and ")
    let dialog = Dialog(
      title: "Hand the test in?",
      message: "There \(first.0 == 1 ? "is" : "are") \(parts).",
      buttons: ["Keep working", "Submit"])
    overlay = .confirmation(Confirmation(dialog: dialog, deed: .submit))
    return []
  }
}

extension TakingState {
  fileprivate mutating func update(_ action: TakingAction, size: Size, now: Date) -> [AppEffect] {
    switch action {
    case .optionMoved(let key): entry.moveCursor(key, among: item?.question.item.choices.count ?? 0)
    case .optionChosen(let index): return choose(index, now)
    case .cursorChosen: return response.answer == .choice(entry.cursor) ? step(1, now) : choose(entry.cursor, now)
    case .stepped(let steps): return step(steps, now)
    case .flagToggled: return change { $0.isFlagged.toggle() }
    case .unsureToggled: return change { $0.isUnsure.toggle() }
    case .mapAsked: map = position
    case .mapMoved(let key): moveMap(key)
    case .mapChosen:
      defer { map = nil }
      return step((map ?? position) - position, now)
    case .mapClosed: map = nil
    case .fieldEntered: (entry.isInField, entry.scroll) = (canWrite, nil)
    case .fieldLeft: entry.isInField = false
    case .answerFinished: return finishAnswer(now)
    case .keyTyped(let key): return type(key, width: TakingLayout.fieldWidth(size, hasMap: true), now)
    case .selfGraded: return gradeOneself()
    case .pauseToggled: return togglePause(now)
    case .keyPointsFound(let position): return acceptKeyPoints(position)
    case .submissionConfirmed: return submit(now)
    case .responseStored(let id, let position, let response):
      if id == attempt.id { store(response, position) }
    case .responseFailed(let id, let position, _):
      if id == attempt.id { pending[position] = nil }
    case .attemptExtended(let extended): join(extended)
    case .submissionFailed: isSubmitting = false
    case .scrolled, .submitAsked, .submitted: break
    }
    return []
  }

  // MARK: - Answers

  private mutating func change(_ body: (inout Response) -> Void) -> [AppEffect] {
    guard item != nil, !isSubmitting, !isTimeUp else { return [] }
    var response = response
    body(&response)
    guard response != self.response else { return [] }
    pending[position] = response
    return [.taking(.respond(attemptID: attempt.id, position: position, response))]
  }

  private mutating func choose(_ index: Int, _ now: Date) -> [AppEffect] {
    guard let item = item?.question.item, item.choices.indices.contains(index), !isLocked else { return [] }
    (entry.cursor, entry.scroll) = (index, nil)
    let isStudying = attempt.mode == .study
    return change { response in
      guard response.answer != .choice(index) else { return }
      response.answer = .choice(index)
      response.answeredAt = now
      if isStudying { response.outcome = Grading.grade(item, .choice(index)) }
    }
  }

  private mutating func type(_ key: Key, width: Int, _ now: Date) -> [AppEffect] {
    guard isTyping, !isLocked, entry.type(key, width: width) else { return [] }
    let text = entry.field.text
    let isBlank = text.allSatisfy(\.isWhitespace)
    return change { response in
      let answer: Answer? = isBlank ? nil : .text(text)
      guard response.answer != answer else { return }
      response.answer = answer
      response.answeredAt = isBlank ? nil : now
    }
  }

  /// Enter after a written answer: on to the next question; in study mode it is graded first.
  private mutating func finishAnswer(_ now: Date) -> [AppEffect] {
    guard attempt.mode == .study, let item = item?.question.item, response.answer != nil, !isLocked else {
      if position == attempt.items.count - 1 {
        entry.isInField = false
        return []
      }
      return step(1, now)
    }
    (entry.isInField, entry.scroll) = (false, nil)
    return change { $0.outcome = Grading.grade(item, $0.answer) }
  }

  private mutating func gradeOneself() -> [AppEffect] {
    guard let item = item?.question.item else { return [] }
    return change { $0.outcome = SelfGrading.toggled($0.outcome, item, $0.answer) }
  }

  private mutating func store(_ response: Response, _ position: Int) {
    guard attempt.items.indices.contains(position) else { return }
    attempt.items[position].response = response
    if pending[position] == response { pending[position] = nil }
  }

  /// New questions join at the end; what is here stays as it is.
  private mutating func join(_ extended: Attempt) {
    guard extended.id == attempt.id, extended.items.count > attempt.items.count else { return }
    let wasEmpty = attempt.items.isEmpty
    attempt.items += extended.items[attempt.items.count...]
    if wasEmpty { arrive(at: 0) }
  }

  // MARK: - Going about

  private mutating func step(_ steps: Int, _ now: Date) -> [AppEffect] {
    let target = position + steps
    guard attempt.items.indices.contains(target), target != position else { return [] }
    arrive(at: target)
    countTime(until: now)
    return keepPlace()
  }

  private mutating func moveMap(_ key: Key) {
    guard let map else { return }
    let columns = MapLayout.columns
    let step =
      switch key.orArrow {
      case .left, .character("h"): -1
      case .right, .character("l"): 1
      case .up, .character("k"): -columns
      case .down, .character("j"): columns
      default: 0
      }
    if attempt.items.indices.contains(map + step) { self.map = map + step }
  }
}
