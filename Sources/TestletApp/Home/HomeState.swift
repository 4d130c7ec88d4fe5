import PracticeTests
import Terminal

/// What Home shows.
struct HomeState: Equatable {
  /// All tests, the newest first; `nil` until they are read.
  var tests: [TestSummary]? {
    didSet { numbers = (tests ?? []).numbers }
  }
  private var numbers: [String: Int] = [:]
  /// Questions that are due for review.
  var due = 0
  /// The test that keys act on; `nil` for the first.
  var selectedID: String?
  /// The test that was deleted last and can be put back, also where that was before the app was started.
  var deleted: DeletedTest?
  /// How far the welcome is scrolled, before there is a test.
  var welcome = ScrollView()

  /// Tests under a heading.
  struct Group: Equatable {
    /// "Unfinished", or a course.
    var name: String
    /// Its tests, the newest first.
    var tests: [TestSummary]
  }

  /// The tests as they are listed: what is unfinished first, then by course.
  var groups: [Group] {
    let tests = tests ?? []
    let open = tests.filter { $0.openAttempt != nil }
    let courses = Set(tests.filter { $0.openAttempt == nil }.map(\.course)).sorted()
    let byCourse = courses.map { course in
      Group(name: course, tests: tests.filter { $0.course == course && $0.openAttempt == nil })
    }
    return (open.isEmpty ? [] : [Group(name: "Unfinished", tests: open)]) + byCourse
  }

  /// The tests in the order of the list.
  var listed: [TestSummary] { groups.flatMap(\.tests) }

  /// The number of a test that shares its title with others: "#2".
  func mark(of test: TestSummary) -> String? { numbers[test.id].map { "#\($0)" } }

  /// The place of the selected test in the list.
  var selection: Int {
    listed.firstIndex { $0.id == selectedID } ?? 0
  }

  /// The test that keys act on.
  var selected: TestSummary? {
    let listed = listed
    return listed.isEmpty ? nil : listed[min(selection, listed.count - 1)]
  }
}

/// What happened on Home.
enum HomeAction: Equatable, Sendable {
  case moved(Key)
  case opened
  case openedForStudy
  case timedAsked
  case resultsAsked
  case newTestAsked
  case sampleAsked
  case deletionAsked
  case deletionConfirmed(String)
  case deletedRead(DeletedTest?)
  case undoAsked
  case putBack(DeletedTest)
}
