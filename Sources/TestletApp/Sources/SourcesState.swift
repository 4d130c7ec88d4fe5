import PracticeTests
import Terminal

/// The notes that were brought.
struct SourcesState: Equatable {
  /// The notes with what was made of them; `nil` until they are read.
  var sources: [SourceCoverage]?
  /// How the files stand beside what was read of them, by id.
  var files: [String: SourceFile] = [:]
  /// The versions that are compared and counted, or about to be.
  var begun: Set<String> = []
  /// How many things there are to ask about, by version and topic, as far as they are counted.
  var things: [String: [String: Int]] = [:]
  /// The selected source.
  var list = ListView()
  /// What is shown of the selected source; `nil` for the list.
  var opened: OpenedSource?
  /// The source to go to as soon as it is among those that are read; going elsewhere calls that off.
  var shown: String?

  /// The source that keys act on.
  var selected: SourceCoverage? {
    let sources = sources ?? []
    return list.selected(of: sources.count).map { sources[$0] }
  }

  /// How many things there are to ask about in a source; `nil` until they are counted.
  func thingsToAsk(in source: SourceCoverage) -> Int? {
    things[source.source.versionID]?.values.reduce(0, +)
  }

  /// Notes to compare and count, if there are any that are not begun: with them all that are not counted yet.
  ///
  /// It takes time, so that what is known of a version is not found out again, unless its course has other notes now:
  /// what there is to ask about depends on them.
  mutating func unknown(among read: [SourceCoverage]) -> [SourceCoverage] {
    let before = Self.versions(of: sources ?? [])
    for (course, versions) in Self.versions(of: read) where before[course] != versions {
      begun.subtract(versions)
      for version in versions { things[version] = nil }
    }
    let isBegun = begun.isSuperset(of: read.map(\.source.versionID))
    begun.formUnion(read.map(\.source.versionID))
    return isBegun ? [] : read.filter { things[$0.source.versionID] == nil }
  }

  /// The versions of the notes of each course.
  private static func versions(of sources: [SourceCoverage]) -> [String: Set<String>] {
    Dictionary(grouping: sources, by: \.source.course).mapValues { Set($0.map(\.source.versionID)) }
  }

  /// Takes what was read; the same source stays selected when others come or go.
  mutating func take(_ read: [SourceCoverage]) {
    let selectedID = selected?.id
    sources = read
    if let index = read.firstIndex(where: { $0.id == shown }) {
      (list.selection, shown) = (index, nil)
    } else if let index = read.firstIndex(where: { $0.id == selectedID }) {
      list.selection = index
    }
    if selected?.id != selectedID { opened = nil }
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
  /// What there is to ask about in a version was counted, by topic.
  case counted(versionID: String, [String: Int])
  case moved(Key)
  case opened
  /// The versions of a source were read.
  case versionsRead(sourceID: String, [SourceVersion])
  /// Another topic or version was gone to.
  case pointed(Key)
  case readingAsked
  /// The passages of a version were read, to begin with those of a topic, or with the first.
  case passagesRead(versionID: String, topic: String?, [CoveredPassage])
  case scrolled(Key)
  case stepped(Int)
  /// Back from a passage, or from the source.
  case closed
  case testAsked
  case removalAsked
  case undoAsked
  /// A source was removed or put back.
  case changed
}
