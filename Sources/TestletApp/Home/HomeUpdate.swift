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
      return bring(.sample, by: .createSampleTest)
    case .deletionAsked:
      if let test = home.selected { askDeletion(of: test) }
      return []
    case .deletionConfirmed(let id):
      return deleteTest(id)
    }
  }

  private mutating func askDeletion(of test: TestSummary) {
    let isTaken = test.openAttempt != nil || test.lastScore != nil
    let questions = Wording.count(test.accepted, "question")
    let name = [test.title, home.mark(of: test)].compactMap(\.self).joined(separator: " ")
    let dialog = Dialog(
      title: "Delete the test?",
      message: isTaken
        ? "\(name): its \(questions) and its attempts go. What you answered stays in your figures."
        : "\(name): its \(questions) go.",
      buttons: ["Keep it", "Yes, delete"])
    overlay = .confirmation(Confirmation(dialog: dialog, deed: .deleteTest(id: test.id)))
  }

  private mutating func deleteTest(_ id: String) -> [AppEffect] {
    let isRunning = generations[id]?.isRunning == true
    generations[id] = nil
    return (isRunning ? [.cancelGeneration(testID: id)] : []) + [.deleteTest(id), .loadHome]
  }
}
