import PracticeTests
import Terminal

extension AppState {
  mutating func updateHome(_ action: HomeAction) -> [AppEffect] {
    switch action {
    case .moved(let key):
      let listed = home.listed
      if listed.isEmpty {
        let total = welcomeRows.count
        _ = home.welcome.handle(key, total: total, height: welcomeHeight)
        return []
      }
      var list = ListView(selection: home.selection)
      if list.handle(key, count: listed.count, height: Frame(size).body.rows) {
        home.selectedID = listed[list.selection].id
      }
      return []
    case .opened:
      return home.selected.map { bring(.stored, by: .openTest($0.id)) } ?? []
    case .openedForStudy:
      return home.selected.map { bring(.stored, by: .takeTest($0.id, .study)) } ?? []
    case .timedAsked:
      return home.selected.map { bring(.stored, by: .prepareAttempt(testID: $0.id, missedIn: nil)) } ?? []
    case .resultsAsked:
      return home.selected.map { bring(.stored, by: .openResults($0.id)) } ?? []
    case .newTestAsked:
      return openForm()
    case .sampleAsked:
      return bring(.sample, by: .planning(.createSampleTest))
    case .deletionAsked:
      if let test = home.selected { askDeletion(of: test) }
      return []
    case .deletionConfirmed(let id):
      return deleteTest(id)
    case .deletedRead(let test):
      home.deleted = test
      return []
    case .undoAsked:
      return home.deleted.map { putBack($0) } ?? []
    case .putBack(let test):
      notice = Notice(kind: .information, text: "Undone: \"\(test.title)\" is back.")
      return []
    }
  }

  private mutating func askDeletion(of test: TestSummary) {
    let isTaken = test.openAttempt != nil || test.lastScore != nil
    let questions = Wording.count(test.accepted, "question")
    let name = [test.title, home.mark(of: test)].compactMap(\.self).joined(separator: " ")
    let dialog = Dialog(
      title: "Delete the test?",
      message: isTaken
        ? "\(name): its \(questions) and its attempts go. What you answered stays in your figures. u brings it back."
        : "\(name): its \(questions) \(test.accepted == 1 ? "goes" : "go"). u brings it back.",
      buttons: ["Keep it", "Yes, delete"])
    overlay = .confirmation(Confirmation(dialog: dialog, deed: .deleteTest(id: test.id)))
  }

  private mutating func deleteTest(_ id: String) -> [AppEffect] {
    let isRunning = generations[id]?.isRunning == true
    generations[id] = nil
    // Known at once, so that the key takes no earlier one for it.
    home.deleted = home.tests?.first { $0.id == id }.map { DeletedTest(id: $0.id, title: $0.title) }
    notice = Notice(kind: .information, text: "Deleted. Press u to bring it back.")
    return (isRunning ? [.cancelGeneration(testID: id)] : []) + [.deleteTest(id), .loadHome]
  }

  /// Puts back what was deleted last, and goes to it. The key may be pressed again before it is there.
  private mutating func putBack(_ test: DeletedTest) -> [AppEffect] {
    home.deleted = nil
    home.selectedID = test.id
    return [.putBackTest(test), .loadHome]
  }
}
