import Foundation
import PracticeTests
import Terminal

extension AppState {
  /// Takes in what happened, and says what is to be done.
  mutating func update(_ action: AppAction) -> [AppEffect] {
    switch action {
    case .started(let start): return begin(start)
    case .keyPressed(let key, let date): return press(key, at: date)
    case .ticked(let date): return tick(at: date)
    case .resized(let newSize):
      size = newSize
      return []
    case .endingBegan: return keepPlace()
    case .helpAsked:
      overlay = .help(ScrollView())
      return []
    case .redrawAsked: return [.redraw]
    case .backAsked: return goBack()
    case .homeAsked:
      showHome()
      return [.loadHome]
    case .quitAsked: return keepPlace() + [.quit]
    case .settingsAsked: return openSettings()
    case .reviewAsked: return openReview()
    case .statsAsked: return openStats()
    case .failed(let sentence):
      fail(sentence)
      return []
    case .homeLoaded(let tests):
      home.tests = tests
      return []
    case .reviewsCounted(let due):
      home.due = due
      return []
    case .testOpened(let test, let entrance): return enter(test, entrance)
    case .commandLine(let action): return updateCommandLine(action)
    case .home(let action): return updateHome(action)
    case .newTest(let action): return updateNewTest(action)
    case .generation(let id, let action): return updateGeneration(id, action)
    case .generating(let action): return updateGenerating(action)
    case .taking(let action): return updateTaking(action)
    case .results(let action): return updateResults(action)
    case .bank(let action): return updateBank(action)
    case .sources(let action): return updateSources(action)
    case .review(let action): return updateReview(action)
    case .stats(let action): return updateStats(action)
    case .settings(let action): return updateSettings(action)
    case .models(let action): return updateModels(action)
    case .parameters(let action): return updateParameters(action)
    case .trial(let action): return updateTrial(action)
    case .backends(let action): return updateBackends(action)
    }
  }

  private mutating func begin(_ start: TestletApp.Start) -> [AppEffect] {
    switch start {
    case .home: [.loadHome, .probeBackends]
    case .review: openReview() + [.loadHome, .probeBackends]
    case .test(let id): bring(.stored, by: .takeTest(id, .exam)) + [.loadHome, .probeBackends]
    case .action(let action): perform(action) + [.loadHome, .probeBackends]
    }
  }

  /// Has a test fetched or made, to be shown when it comes.
  mutating func bring(_ arrival: Arrival, by effect: AppEffect) -> [AppEffect] {
    self.arrival = arrival
    return [effect]
  }

  /// Says what could not be done.
  mutating func fail(_ sentence: String) {
    arrival = nil
    notice = Notice(kind: .problem, text: sentence)
  }

  private mutating func tick(at date: Date) -> [AppEffect] {
    now = date
    return tickTaking() + tickReview() + tickSettings()
  }

  // MARK: - Keys

  private mutating func press(_ key: Key, at date: Date) -> [AppEffect] {
    now = date
    notice = nil
    switch overlay {
    case .confirmation(let confirmation): return answer(confirmation, key)
    case .help(let scroll): return read(scroll, key)
    case .commandLine(let line): return press(key, in: line)
    case nil: break
    }
    guard let binding = bindings.first(for: key) else { return type(key) }
    if let reason = binding.disabledReason {
      notice = Notice(kind: .information, text: reason)
      return []
    }
    return update(binding.action(key))
  }

  /// A key without a binding goes to the field that has the focus.
  private mutating func type(_ key: Key) -> [AppEffect] {
    switch screen {
    case .newTest: updateNewTest(.keyTyped(key))
    case .taking: updateTaking(.keyTyped(key))
    case .bank: updateBank(.keyTyped(key))
    case .review: updateReview(.keyTyped(key))
    case .settings: updateSettings(.keyTyped(key))
    case .models: updateModels(.keyTyped(key))
    case .parameters: updateParameters(.keyTyped(key))
    case .home, .generating, .results, .stats, .sources, .trial: []
    }
  }

  private mutating func answer(_ confirmation: Confirmation, _ key: Key) -> [AppEffect] {
    var confirmation = confirmation
    switch confirmation.dialog.handle(key) {
    case .open:
      overlay = .confirmation(confirmation)
      return []
    case .dismissed, .chosen(0):
      overlay = nil
      return []
    case .chosen:
      overlay = nil
      switch confirmation.deed {
      case .deleteTest(let id): return updateHome(.deletionConfirmed(id))
      case .submit: return updateTaking(.submissionConfirmed)
      case .agree(let host): return updateSettings(.agreed(host: host))
      case .perform(let action): return perform(action)
      }
    }
  }

  private mutating func read(_ scroll: ScrollView, _ key: Key) -> [AppEffect] {
    var scroll = scroll
    let isScrolling = scroll.handle(key, total: helpRows.count, height: helpHeight)
    overlay = isScrolling ? .help(scroll) : nil
    return []
  }

  // MARK: - Going about

  private mutating func goBack() -> [AppEffect] {
    guard screens.count > 1 else { return [.quit] }
    if case .newTest(let form) = screen { leftForm = form.asLeft }
    let effects = keepPlace() + (trial?.isRunning == true ? [.cancelTrial] : [])
    pop()
    return effects + [.loadHome]
  }

  private mutating func openSettings() -> [AppEffect] {
    guard settings == nil else { return [] }
    push(.settings(SettingsState(selection: selectedBackendIndex)))
    backends.askedAt = now
    let keyed = backends.entries.map(\.configuration).filter(\.takesKey)
    return keepPlace() + [.probeBackends] + keyed.map(AppEffect.readKey)
  }

  private mutating func enter(_ test: StoredTest, _ entrance: TestEntrance) -> [AppEffect] {
    guard let arrival else { return [.loadHome] }
    if arrival == .order { leftForm = nil }
    if generations[test.id]?.isRunning != true { generations[test.id] = remembered(test) }
    switch entrance {
    case .taking(let attempt):
      show(.taking(TakingState(test: test, attempt: attempt, now: now)))
    case .generating:
      show(.generating(GeneratingState(testID: test.id)))
    case .results(let attempt):
      show(.results(ResultsState(title: test.title, attempt: attempt)))
    }
    guard test.status == .generating, generations[test.id]?.phase == .idle else { return [] }
    return startGeneration(test.id, reopensMissing: false)
  }

  /// A generation that was cancelled stays so until the student resumes it.
  private func remembered(_ test: StoredTest) -> GenerationState {
    var generation = GenerationState(test)
    if generations[test.id]?.phase == .cancelled { generation.phase = .cancelled }
    return generation
  }
}

extension AppState {
  fileprivate mutating func updateBackends(_ action: BackendsAction) -> [AppEffect] {
    switch action {
    case .listed(let configurations, let selected):
      backends.list(configurations, selected: selected)
      // A changed address or variable has another key.
      let unknown = backends.entries.filter { $0.key == nil && $0.configuration.takesKey }
      return settings == nil ? [] : unknown.map { .readKey($0.configuration) }
    case .selected(let id): backends.selectedID = id
    case .pulling(let id, let progress): backends.pulls[id]?.progress = progress
    case .keyFound(let id, let key): backends.note(id, key)
    case .pullEnded(let id, let problem): return endPull(id, problem: problem)
    case .probed(let id, let availability, let date): backends.note(id, availability, at: date)
    case .replaced(let id, let standIn): backends.note(id, standIn: standIn)
    }
    return []
  }

  private var selectedBackendIndex: Int {
    backends.entries.firstIndex { $0.id == backends.selectedID } ?? 0
  }
}
