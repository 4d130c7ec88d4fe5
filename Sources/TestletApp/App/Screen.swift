/// What is shown, with its state.
enum Screen: Equatable {
  case home(HomeState)
  case newTest(NewTestState)
  case generating(GeneratingState)
  case taking(TakingState)
  case results(ResultsState)
  case bank(BankState)
  case sources(SourcesState)
  case review(ReviewState)
  case stats(StatsState)
  case chat(ChatState)
  case settings(SettingsState)
  case models(ModelsState)
  case parameters(ParametersState)
  case trial(TrialState)

  /// What the title bar calls it.
  var title: String {
    switch self {
    case .home: "Home"
    case .newTest: "New test"
    case .generating: "Generating"
    case .taking: "Test"
    case .results: "Results"
    case .bank: "Library"
    case .sources: "Notes"
    case .review: "Review"
    case .stats(let stats): stats.subject.map { "Stats: \($0.name)" } ?? "Stats"
    case .chat: "Ask about a question"
    case .settings: "Settings"
    case .models(let models): "Models of \(models.backend)"
    case .parameters(let parameters): "Parameters of \(BackendEntry(configuration: parameters.configuration).name)"
    case .trial(let trial): "A question from \(trial.name)"
    }
  }

  /// Whether both are the same screen, whatever they show.
  func isSameKind(as other: Screen) -> Bool {
    switch (self, other) {
    case (.home, .home), (.newTest, .newTest), (.generating, .generating), (.taking, .taking), (.results, .results),
      (.bank, .bank), (.sources, .sources), (.review, .review), (.stats, .stats), (.chat, .chat),
      (.settings, .settings), (.models, .models), (.parameters, .parameters), (.trial, .trial):
      true
    default: false
    }
  }
}
