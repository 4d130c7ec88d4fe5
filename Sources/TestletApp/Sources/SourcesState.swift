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
  /// What was removed here, the latest last.
  var removed: [SourceCoverage] = []
  /// The source to go to as soon as it is among those that are read; going elsewhere calls that off.
  var shown: String?

  /// The source that keys act on.
  var selected: SourceCoverage? {
    let sources = sources ?? []
    return list.selected(of: sources.count).map { sources[$0] }
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

  /// Removes the selected source. It may be asked again before the source is off the list: that is one removal.
  mutating func remove() -> [AppEffect] {
    guard let source = selected else { return [] }
    removed.removeAll { $0.id == source.id }
    removed.append(source)
    return [.setSourceRemoved(true, source.id)]
  }

  /// Puts back what was removed last, and goes to it.
  mutating func putBack() -> [AppEffect] {
    guard let source = removed.popLast() else { return [] }
    shown = source.id
    return [.setSourceRemoved(false, source.id)]
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
  case removalAsked
  case undoAsked
  /// A source was removed or put back.
  case changed
}
