import PracticeTests
import Terminal

extension AppState {
  mutating func updateResults(_ action: ResultsAction) -> [AppEffect] {
    guard var results else { return [] }
    defer { self.results = results }
    if isUnseen(action, results) {
      // Nothing is opened, graded or reported unseen: the question is shown first.
      results.goToQuestions(ResultsLayout(results, size))
      return []
    }
    switch action {
    case .moved(let key): results.move(key, ResultsLayout(results, size))
    case .opened:
      results.opened = ScrollView()
      return lookForKeyPoints(of: results)
    case .stepped(let steps):
      results.selection = min(max(0, results.selection + steps), max(0, results.attempt.items.count - 1))
      guard results.opened != nil else { return [] }
      results.opened = ScrollView()
      return lookForKeyPoints(of: results)
    case .scrolled(let key):
      let total = reviewRows(results).count
      _ = results.opened?.handle(key, total: total, height: Frame(size).body.rows - ResultsLayout.reviewHeader)
    case .closed:
      results.opened = nil
      results.show(ResultsLayout(results, size))
    case .selfGraded:
      guard let item = results.item, let graded = item.response.outcome else { return [] }
      let outcome = SelfGrading.toggled(graded, item.question.item, item.response.answer)
      return [.taking(.regrade(attemptID: results.attempt.id, position: results.selection, outcome))]
    case .regraded(let attempt):
      results.take(attempt)
      return [.loadHome]
    case .reportAsked: return results.item.map { [.bank(.setQuestionReported(true, $0.question.id))] } ?? []
    case .reportTakenBack: return results.reported.map { [.bank(.setQuestionReported(false, $0))] } ?? []
    case .reportKept(let id, let isReported):
      results.mark(id, isReported: isReported)
      tell(results.name(of: id), isReported: isReported)
      return [.loadHome]
    case .passageAsked, .passageRead, .passageScrolled, .passageClosed: return updatePassage(action, &results)
    case .attemptStepped(let steps): results.step(steps)
    case .retakeAsked(let mode):
      return bring(.stored, by: .takeTest(results.attempt.testID, AttemptOrder(mode: mode)))
    case .timedAsked:
      return bring(.stored, by: .prepareAttempt(testID: results.attempt.testID, missedIn: nil))
    case .missedAsked:
      return bring(.stored, by: .prepareAttempt(testID: results.attempt.testID, missedIn: results.attempt.id))
    }
    return []
  }

  /// Whether an action is about the selected question, and that is not on the screen.
  private func isUnseen(_ action: ResultsAction, _ results: ResultsState) -> Bool {
    let layout = ResultsLayout(results, size)
    guard results.opened == nil, !layout.isVisible(results.selection, results.offset) else { return false }
    switch action {
    case .opened, .selfGraded, .reportAsked: return true
    // What was reported last was seen, and told by its number.
    case .reportTakenBack: return results.reported != results.lastReported
    default: return false
    }
  }

  private mutating func tell(_ question: String, isReported: Bool) {
    notice = Notice(
      kind: .information,
      text: isReported
        ? "\(question) is reported as bad: it leaves the library, and every score. u takes that back."
        : "\(question) counts again, and is back in the library.")
  }

  /// Only for a question that the student looks at: nothing is asked of a model about the others.
  private mutating func lookForKeyPoints(of results: ResultsState) -> [AppEffect] {
    results.item.map { lookForKeyPoints($0.question, $0.response) } ?? []
  }
}

extension ResultsState {
  /// Moves the selection; past the ends of the list the summary scrolls.
  fileprivate mutating func move(_ key: Key, _ layout: ResultsLayout) {
    let count = attempt.items.count
    switch key.orArrow {
    case .up, .character("k"):
      if selection == 0 || !layout.isVisible(selection, offset) {
        offset = max(0, offset - 1)
        if layout.isVisible(selection, offset) || selection == 0 { return }
      }
      selection = max(0, selection - 1)
    case .down, .character("j"):
      if !layout.isVisible(selection, offset) {
        offset += 1
        return
      }
      selection = min(count - 1, selection + 1)
    case .pageUp: selection -= max(1, layout.height - 1)
    case .pageDown: selection += max(1, layout.height - 1)
    case .home: (selection, offset) = (0, 0)
    case .end: selection = count - 1
    default: return
    }
    selection = min(max(0, selection), max(0, count - 1))
    if key != .home { show(layout) }
  }

  /// Leaves the summary, so that the selected question is shown, with as many others as there is room for.
  fileprivate mutating func goToQuestions(_ layout: ResultsLayout) {
    offset = max(0, min(layout.row(of: selection) - 1, layout.total - layout.height))
  }

  /// Scrolls as far as needed to show the selected question.
  fileprivate mutating func show(_ layout: ResultsLayout) {
    let row = layout.row(of: selection)
    offset = max(row - layout.height + 1, min(offset, row))
  }
}
