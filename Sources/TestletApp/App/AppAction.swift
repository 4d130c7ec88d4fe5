import Foundation
import LanguageModels
import PracticeTests
import Terminal

/// What happened.
enum AppAction: Equatable, Sendable {
  /// The app was started, on Home or with a test to take.
  case started(TestletApp.Start)
  /// A key was pressed.
  case keyPressed(Key, at: Date)
  /// A key went to what lies over the screen.
  case overlayKeyPressed(Key)
  /// A second has passed.
  case ticked(at: Date)
  /// The terminal has another size.
  case resized(Size)
  /// The process is about to end.
  case endingBegan
  /// The settings of the interface are others now.
  case interfaceChanged(InterfaceSettings)
  /// Help was asked for.
  case helpAsked
  /// A fresh drawing was asked for.
  case redrawAsked
  /// Back, or out of the app.
  case backAsked
  /// The list of tests was asked for.
  case homeAsked
  /// The way out of the app was asked for.
  case quitAsked
  /// Settings were asked for.
  case settingsAsked
  /// The reviews were asked for.
  case reviewAsked
  /// The figures were asked for.
  case statsAsked
  /// A conversation about the question on the screen was asked for.
  case chatAsked
  /// Something could not be done, in one sentence.
  case failed(String)
  /// The tests were read.
  case homeLoaded([TestSummary])
  /// What the form of an attempt starts from was found.
  case attemptFormReady(AttemptForm)
  /// The questions that are due were counted.
  case reviewsCounted(Int)
  /// A test was read, and where the student goes with it.
  case testOpened(StoredTest, TestEntrance)

  case commandLine(CommandLineAction)
  case home(HomeAction)
  case newTest(NewTestAction)
  case generation(testID: String, GenerationAction)
  case generating(GeneratingAction)
  case taking(TakingAction)
  case results(ResultsAction)
  case bank(BankAction)
  case sources(SourcesAction)
  case review(ReviewAction)
  case stats(StatsAction)
  case chat(ChatAction)
  /// What came of looking for the key points of an answer; `nil` where nobody can look.
  case keyPoints(GivenAnswer, KeyPointSearch?)
  case export(ExportAction)
  case settings(SettingsAction)
  case models(ModelsAction)
  case parameters(ParametersAction)
  case trial(TrialAction)
  case backends(BackendsAction)
}

/// Where the student goes with a test.
enum TestEntrance: Equatable, Sendable {
  /// To its questions.
  case taking(Attempt)
  /// To its generation.
  case generating
  /// To how the attempts went that were handed in, the first first.
  case results([Attempt], openMode: Attempt.Mode?)
}

/// What happened with the backends.
enum BackendsAction: Equatable, Sendable {
  case listed([LLMBackendConfig], selected: String)
  case selected(String)
  /// What the router goes by was read.
  case rulesRead(BackendSettings.Mode, EgressPolicy.Mode)
  case pulling(String, PullProgress)
  /// A pull has ended; with a sentence where it failed or was stopped.
  case pullEnded(String, problem: String?)
  case keyFound(String, KeyState)
  case probed(String, BackendAvailability, at: Date)
  /// Another backend answers in the place of one that is gone; `nil` when it is back.
  case replaced(String, by: String?)
}
