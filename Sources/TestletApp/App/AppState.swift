import Foundation
import PracticeTests
import Terminal

/// All that the app shows.
struct AppState: Equatable {
  /// The terminal's size.
  var size: Size
  /// How the app looks.
  var interface = InterfaceSettings()
  /// The time of the last key or tick.
  var now: Date
  /// The open screens; the last one is shown, and there is always one.
  private(set) var screens: [Screen] = [.home(HomeState())]
  /// The backends.
  var backends = BackendsState()
  /// The generations of this run of the app, by test.
  var generations: [String: GenerationState] = [:]
  /// The conversations about questions as they were left, by question.
  var chats: [String: QuestionChat] = [:]
  /// How many requests were made in conversations.
  var chatRequests = 0
  /// What is known of the key points in answers.
  var keyPoints: [GivenAnswer: KeyPointSearch] = [:]
  /// The question of the library that another is being made for.
  var making: String?
  /// What lies over the screen.
  var overlay: Overlay?
  /// What was entered on the command line, the oldest first.
  var history: [String] = []
  /// What is said until the next key.
  var notice: Notice?
  /// The test that is to be shown as soon as it is read or stored; going elsewhere calls that off.
  var arrival: Arrival?
  /// The form of a new test as it was left.
  var leftForm: NewTestState?
  /// The notes that were removed in this run of the app, by id, the latest last.
  var removedNotes: [String] = []
  /// The questions that were deleted or replaced in this run of the app, the latest last.
  var deletedQuestions: [DeletedQuestion] = []

  /// A test that is on its way to the screen.
  enum Arrival: Equatable {
    /// From the library.
    case stored
    /// Being made of the sample notes.
    case sample
    /// Being made of the form.
    case order
  }

  /// The signs that frames, bars and lists are drawn with.
  var symbols: Symbols { interface.symbols }

  /// The screen that is shown.
  var screen: Screen { screens[screens.count - 1] }

  /// Opens a screen over the one that is shown; one of its kind that is open already goes, with all that lies over it.
  mutating func push(_ screen: Screen) {
    if let open = screens.firstIndex(where: screen.isSameKind(as:)) { screens.removeSubrange(open...) }
    screens.append(screen)
    arrival = nil
  }

  /// Opens a screen that leads back to Home.
  mutating func show(_ screen: Screen) {
    screens = [screens[0], screen]
    arrival = nil
  }

  /// Goes back to Home.
  mutating func showHome() {
    screens = [screens[0]]
    arrival = nil
  }

  /// Leaves the screen that is shown, unless it is the last.
  mutating func pop() {
    if screens.count > 1 { screens.removeLast() }
    arrival = nil
  }

  /// Whether something that shows time is on the screen, so that it must be drawn every second.
  var wantsClock: Bool {
    switch screen {
    case .settings: true
    case .taking(let taking): !taking.isPaused
    case .review(let review): review.isWaiting
    case .models(let models): backends.pulls[models.backend]?.isRunning == true
    case .trial(let trial): trial.isRunning
    case .chat(let chat): chat.running != nil
    case .generating(let generating): generations[generating.testID]?.isRunning == true
    case .home, .newTest, .results, .stats, .bank, .sources, .parameters: false
    }
  }
}

// MARK: - The state of each screen

extension AppState {
  var home: HomeState {
    get {
      guard case .home(let home) = screens[0] else { return HomeState() }
      return home
    }
    set { screens[0] = .home(newValue) }
  }

  var newTest: NewTestState? {
    get { find { if case .newTest(let state) = $0 { state } else { nil } } }
    set { replace(newValue.map(Screen.newTest)) }
  }

  var generating: GeneratingState? {
    get { find { if case .generating(let state) = $0 { state } else { nil } } }
    set { replace(newValue.map(Screen.generating)) }
  }

  var taking: TakingState? {
    get { find { if case .taking(let state) = $0 { state } else { nil } } }
    set { replace(newValue.map(Screen.taking)) }
  }

  var results: ResultsState? {
    get { find { if case .results(let state) = $0 { state } else { nil } } }
    set { replace(newValue.map(Screen.results)) }
  }

  var bank: BankState? {
    get { find { if case .bank(let state) = $0 { state } else { nil } } }
    set { replace(newValue.map(Screen.bank)) }
  }

  var sources: SourcesState? {
    get { find { if case .sources(let state) = $0 { state } else { nil } } }
    set { replace(newValue.map(Screen.sources)) }
  }

  var review: ReviewState? {
    get { find { if case .review(let state) = $0 { state } else { nil } } }
    set { replace(newValue.map(Screen.review)) }
  }

  var stats: StatsState? {
    get { find { if case .stats(let state) = $0 { state } else { nil } } }
    set { replace(newValue.map(Screen.stats)) }
  }

  var chat: ChatState? {
    get { find { if case .chat(let state) = $0 { state } else { nil } } }
    set { replace(newValue.map(Screen.chat)) }
  }

  var settings: SettingsState? {
    get { find { if case .settings(let state) = $0 { state } else { nil } } }
    set { replace(newValue.map(Screen.settings)) }
  }

  var models: ModelsState? {
    get { find { if case .models(let state) = $0 { state } else { nil } } }
    set { replace(newValue.map(Screen.models)) }
  }

  var parameters: ParametersState? {
    get { find { if case .parameters(let state) = $0 { state } else { nil } } }
    set { replace(newValue.map(Screen.parameters)) }
  }

  var trial: TrialState? {
    get { find { if case .trial(let state) = $0 { state } else { nil } } }
    set { replace(newValue.map(Screen.trial)) }
  }

  private func find<State>(_ state: (Screen) -> State?) -> State? {
    screens.lazy.compactMap(state).first
  }

  private mutating func replace(_ screen: Screen?) {
    guard let screen, let index = screens.firstIndex(where: screen.isSameKind(as:)) else { return }
    screens[index] = screen
  }
}
