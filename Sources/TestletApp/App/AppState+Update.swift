import Foundation
import PracticeTests
import Terminal

extension AppState {
  /// Takes in what happened, and says what is to be done.
  mutating func update(_ action: AppAction) -> [AppEffect] {
    let exam = runningExam
    let untouched = untouchedAttempt
    let effects = take(action)
    // First the pause and the letting go: the list of tests that is read then tells of it.
    return pause(exam, ifLeftBy: effects) + discard(untouched, ifLeftBy: effects) + effects
  }

  private mutating func take(_ action: AppAction) -> [AppEffect] {
    switch action {
    case .started(let start): return begin(start)
    case .keyPressed(let key, let date): return press(key, at: date)
    case .overlayKeyPressed(let key): return pressInOverlay(key)
    case .ticked(let date): return tick(at: date)
    case .resized(let newSize):
      size = newSize
      return []
    case .endingBegan: return end()
    case .interfaceChanged(let changed):
      guard changed != interface else { return [] }
      interface = changed
      return [.useInterface(changed)]
    case .helpAsked:
      overlay = .help(ScrollView(), over: commandLine)
      return []
    case .redrawAsked: return [.redraw]
    case .backAsked: return goBack()
    case .homeAsked:
      showHome()
      return [.loadHome]
    case .quitAsked: return end() + [.quit]
    case .settingsAsked: return openSettings()
    case .reviewAsked: return openReview()
    case .statsAsked: return openStats()
    case .chatAsked: return openChat()
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
    case .attemptFormReady(let form):
      open(form)
      return []
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
    case .chat(let action): return updateChat(action)
    case .keyPoints(let answer, let search): return updateKeyPoints(answer, search)
    case .export(let action): return updateExport(action)
    case .settings(let action): return updateSettings(action)
    case .models(let action): return updateModels(action)
    case .parameters(let action): return updateParameters(action)
    case .trial(let action): return updateTrial(action)
    case .backends(let action): return updateBackends(action)
    }
  }

  private mutating func begin(_ start: TestletApp.Start) -> [AppEffect] {
    switch start {
    case .home: [.loadHome, .settings(.probeBackends)]
    case .review: openReview() + [.loadHome, .settings(.probeBackends)]
    case .test(let id): bring(.stored, by: .takeTest(id, .exam)) + [.loadHome, .settings(.probeBackends)]
    case .action(let action): perform(action) + [.loadHome, .settings(.probeBackends)]
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
    if case .mouse(let event) = key, event.kind == .click { return click(event.point) }
    notice = nil
    guard let binding = bindings.first(for: key) else { return overlay == nil ? type(key) : pressInOverlay(key) }
    if let reason = binding.disabledReason {
      notice = Notice(kind: .information, text: reason)
      return []
    }
    return update(binding.action(key))
  }

  private mutating func pressInOverlay(_ key: Key) -> [AppEffect] {
    switch overlay {
    case .confirmation(let confirmation): answer(confirmation, key)
    case .attemptForm(let form): fill(form, key)
    case .help(let scroll, let line): read(scroll, over: line, key)
    case .commandLine(let line): press(key, in: line)
    case nil: []
    }
  }

  /// A click presses the keys that what is there stands for.
  private mutating func click(_ point: Point) -> [AppEffect] {
    view().keys(at: point).flatMap { press($0, at: now) }
  }

  /// A key without a binding goes to the field that has the focus.
  private mutating func type(_ key: Key) -> [AppEffect] {
    switch screen {
    case .newTest: updateNewTest(.keyTyped(key))
    case .taking: updateTaking(.keyTyped(key))
    case .bank: updateBank(.keyTyped(key))
    case .review: updateReview(.keyTyped(key))
    case .chat: updateChat(.keyTyped(key))
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
      case .agreeAndAsk(let host): return agreeAndAsk(host)
      case .perform(let action): return perform(action)
      case .export(let order): return [.exportTest(order)]
      case .removeKey(let id): return updateSettings(.keyRemoved(backend: id))
      }
    }
  }

  private mutating func read(_ scroll: ScrollView, over line: CommandLineState?, _ key: Key) -> [AppEffect] {
    var scroll = scroll
    let isScrolling = scroll.handle(key, total: helpRows.count, height: helpHeight)
    overlay = isScrolling ? .help(scroll, over: line) : line.map(Overlay.commandLine)
    return []
  }

  // MARK: - Going about

  private mutating func goBack() -> [AppEffect] {
    guard screens.count > 1 else { return [.quit] }
    let effects = keepScreen() + (trial?.isRunning == true ? [.settings(.cancelTrial)] : [])
    pop()
    // What was done on the screen above may have changed the figures.
    let figures: [AppEffect] =
      if case .stats(let stats) = screen { [.review(.loadStats(about: stats.subject))] } else { [] }
    return effects + figures + [.loadHome]
  }

  /// Leaves the test on the screen with the app.
  private mutating func end() -> [AppEffect] {
    (untouchedAttempt.map { [.taking(.discardUntouched(attemptID: $0))] } ?? []) + keepPlace() + pauseExam()
  }

  /// Keeps what would be lost with the screen that is shown.
  mutating func keepScreen() -> [AppEffect] {
    // The form may lie under the screen that is shown.
    if let newTest { leave(newTest) }
    if case .chat(let state) = screen { chats[state.chat.question.id] = state.chat }
    return keepPlace()
  }

  private mutating func openSettings() -> [AppEffect] {
    let effects = keepPlace()
    push(.settings(SettingsState(selection: selectedBackendIndex)))
    backends.askedAt = now
    let keyed = backends.entries.map(\.configuration).filter(\.takesKey)
    return effects + [.settings(.probeBackends)] + keyed.map { .settings(.readKey($0)) }
  }
}
