import PracticeTests
import Terminal

/// What the answers until now show.
struct StatsState: Equatable {
  /// The figures; `nil` until they are worked out.
  var figures: StudyStatistics?
  /// What all of them are about; `nil` for everything.
  var subject: StatsSubject?
  /// How far the lines are scrolled.
  var scroll = ScrollView()
}

/// What happened on the figures.
enum StatsAction: Equatable, Sendable {
  case loaded(StudyStatistics, about: StatsSubject?)
  case everythingAsked
  case scrolled(Key)
  /// The question that is hardest was to be seen.
  case hardestAsked
}
