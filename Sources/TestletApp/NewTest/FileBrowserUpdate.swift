import PracticeTests
import Terminal

extension FileBrowserState {
  /// Types into the filter; gives the folder to go to, when one was typed.
  mutating func type(_ key: Key) -> String? {
    guard filter.handle(key) else { return nil }
    list.selection = firstRow
    let typed = TypedPath(filter.text)
    guard let slash = typed.path.lastIndex(of: "/") else { return nil }
    // A quotation mark that is still open goes on in the name.
    filter.text = (typed.openMark.map { String($0) } ?? "") + typed.path[typed.path.index(after: slash)...]
    return TypedPath.absolute(String(typed.path[...slash]), in: folder, home: home)
  }

  /// Whether a blank is a part of what is typed: where it can't choose a file, or where it is marked as a shell does.
  var takesBlanks: Bool {
    guard !filter.isEmpty else { return false }
    let isNote = if case .note = selected { true } else { false }
    return !isNote || filter.text.hasSuffix("\\") || TypedPath(filter.text).openMark != nil
  }

  /// Goes to a folder, to be listed.
  mutating func go(to folder: String) {
    leftFolder = Self.parent(of: self.folder) == folder ? self.folder : nil
    self.folder = folder
    isInSamples = false
    listing = nil
    list.selection = firstRow
  }

  /// Takes in what the folder holds.
  mutating func list(_ listing: FolderListing) {
    guard listing.folder == folder else { return }
    self.listing = listing
    let left = rows.firstIndex { if case .folder(let entry) = $0 { entry.path == leftFolder } else { false } }
    list.selection = left ?? firstRow
  }

  /// Opens a row; gives the folder to go to, when it is one.
  mutating func open(_ row: Row) -> String? {
    filter.text = ""
    switch row {
    case .parent where isInSamples: isInSamples = false
    case .parent: return Self.parent(of: folder)
    case .folder(let entry): return entry.path
    case .samples: isInSamples = true
    case .note: return nil
    }
    list.selection = firstRow
    return nil
  }

  /// What is looked for: notes, or what a filter names, rather than the folder above.
  private var firstRow: Int {
    let rows = rows
    let note = wantedName.isEmpty ? rows.firstIndex { if case .note = $0 { true } else { false } } : nil
    return note ?? rows.firstIndex { $0 != .parent } ?? 0
  }

  private static func parent(of folder: String) -> String { TypedPath.absolute("..", in: folder) }
}
