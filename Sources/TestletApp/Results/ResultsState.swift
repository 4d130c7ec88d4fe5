import PracticeTests
import Terminal

/// How an attempt went.
struct ResultsState: Equatable {
  /// The test's title.
  let title: String
  /// The attempt.
  var attempt: Attempt
  /// The question that keys act on.
  var selection = 0
  /// The first line shown, where summary and questions share a column.
  var offset = 0
  /// The question that is open, and how far it is scrolled.
  var opened: ScrollView?

  init(title: String, attempt: Attempt) {
    self.title = title
    self.attempt = attempt
  }

  /// The question that keys act on.
  var item: AttemptItem? {
    attempt.items.indices.contains(selection) ? attempt.items[selection] : nil
  }
}

/// What happened on the results.
enum ResultsAction: Equatable, Sendable {
  case moved(Key)
  case opened
  case stepped(Int)
  case scrolled(Key)
  case closed
  case selfGraded
  case regraded(Attempt)
  case retakeAsked(Attempt.Mode)
}
