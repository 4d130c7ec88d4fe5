import PracticeTests
import Terminal

/// All questions of the library.
struct BankState: Equatable {
  /// What is wanted.
  var query = BankQuery()
  /// The words that are searched for.
  var search = TextField(limit: 200)
  /// Whether keys go to the search.
  var isSearching = false
  /// The questions so far; `nil` until the first are read.
  var entries: [BankEntry]?
  /// How many there are in all, as far as they are counted.
  var total = 0
  /// Where those begin that are not read yet; `nil` where none are left.
  var next: BankPlace?
  /// Whether more of them are being read.
  var isReading = true
  /// The selected one.
  var list = ListView()
  /// The questions of exams that go on, by id: what is right is not shown of them.
  var inOpenExams: Set<String> = []
  /// What there is to filter by.
  var facets = BankFacets(courses: [], tags: [])
  /// The filters, while they are shown.
  var filters: BankFilters?
  /// The question that is open, and how far it is scrolled.
  var opened: Opened?
  /// The tags of the selected question, while they are typed.
  var tagField: TextField?
  /// The question that was deleted last, also where that was before the app was started.
  var lastDeleted: String?
  /// The question to go to as soon as it is among those that are read; going elsewhere calls that off.
  var shown: String?
  /// The question that was made last: a search that does not list it among the first ends, so that it is seen.
  var made: String?

  /// A question that is shown whole.
  struct Opened: Equatable {
    var question: Question
    var scroll = ScrollView()
  }

  /// Whether fewer questions are wanted than there are.
  var isNarrowed: Bool { query != BankQuery() }

  /// Whether there are more questions than are counted of those that words find.
  var isOverCounted: Bool { !query.text.isEmpty && total > BankPage.mostCounted }

  /// Whether letters are text.
  var isTyping: Bool { isSearching || tagField != nil || filters?.topicField != nil }

  /// The question that keys act on.
  var selected: BankEntry? {
    let entries = entries ?? []
    return list.selected(of: entries.count).map { entries[$0] }
  }

  /// Whether a question that was to be gone to is not among those that are listed.
  func lacks(_ id: String) -> Bool { shown == id && opened == nil && !isReading && next == nil }

  /// Why nothing is done with a question that would tell what is right; `nil` where it may be told.
  func examHindrance(of id: String?) -> String? {
    guard let id, inOpenExams.contains(id) else { return nil }
    return "Part of an exam you have begun: the answer shows when it is handed in."
  }
}

/// A question that left the library, and comes back with a key.
struct DeletedQuestion: Equatable, Sendable {
  /// The question.
  let id: String
  /// The one that was made in its place, where it did not just go.
  var replacement: String?
}

/// A question that is made because of another.
enum OneMore: Equatable, Sendable {
  /// In its place.
  case replacement
  /// Beside it.
  case another
}

/// What happened in the library.
enum BankAction: Equatable, Sendable {
  case asked
  case searchAsked
  case read(BankQuery, BankPage, isMore: Bool)
  /// The questions of exams that go on were found.
  case examsRead(Set<String>)
  case facetsRead(BankFacets)
  case lastDeletedRead(String?)
  case keyTyped(Key)
  case searchLeft
  case moved(Key)
  case opened
  case questionRead(Question)
  case scrolled(Key)
  case stepped(Int)
  case closed
  case deletionAsked
  case undoAsked
  case changed
  case editAsked
  /// A question was made because of the one of an id.
  case made(Question, String, OneMore)
  case edited(Question)
  /// A question could not be put back in the place of another, which is said in a sentence; trying again may help.
  case takingBackFailed(DeletedQuestion, String)
  case failed(String)
  /// No question could be made because of another.
  case makingFailed(String)
  case moreAsked(OneMore)
  case tagsAsked
  case tagsEntered
  case tagsLeft
  case filtersAsked
  case filtersMoved(Key)
  case filtersLeft
  /// A topic is to be found by what is typed of it.
  case topicAsked
  case topicLeft
  /// All questions are wanted again.
  case narrowingEnded
}
