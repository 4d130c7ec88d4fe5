import PracticeTests
import Terminal

/// The notes that were brought.
struct SourcesState: Equatable {
  /// The notes with what was made of them; `nil` until they are read.
  var sources: [SourceCoverage]?
  /// How the files stand beside what was read of them, by id.
  var files: [String: SourceFile] = [:]
  /// The selected source.
  var list = ListView()
  /// How far the open source is scrolled; `nil` for the list.
  var opened: ScrollView?

  /// The source that keys act on.
  var selected: SourceCoverage? {
    let sources = sources ?? []
    return list.selected(of: sources.count).map { sources[$0] }
  }
}

/// How a file stands beside what was read of it.
enum SourceFile: Equatable, Sendable {
  case same
  /// It was edited since; so many of its passages are new or different.
  case changed(passages: Int)
  /// It is not where it was, or can't be read.
  case gone
  /// A sample note, which comes with testlet.
  case sample
}

/// What happened to the sources.
enum SourcesAction: Equatable, Sendable {
  case asked
  case read([SourceCoverage])
  case compared([String: SourceFile])
  case moved(Key)
  case opened
  case scrolled(Key)
  case closed
  case testAsked
}
