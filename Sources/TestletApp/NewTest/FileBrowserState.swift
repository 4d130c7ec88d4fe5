import PracticeTests
import Terminal

/// A file or folder in a listing.
struct FolderEntry: Hashable, Sendable {
  /// The absolute path.
  var path: String
  /// The size in bytes; `nil` for a folder.
  var bytes: Int?

  /// The name without folders.
  var name: String { path.fileName }
}

/// What a folder holds, or why it can't be read.
struct FolderListing: Equatable, Sendable {
  /// The absolute path.
  var folder: String
  /// Folders first, then notes, by name.
  var entries: [FolderEntry]
  /// One sentence.
  var problem: String?
}

/// Choosing files of notes.
struct FileBrowserState: Equatable {
  /// A row of the list.
  enum Row: Equatable {
    /// The folder above.
    case parent
    /// The sample notes, as if they were a folder.
    case samples
    /// A folder.
    case folder(FolderEntry)
    /// Notes that can be chosen.
    case note(NoteChoice, bytes: Int?)
  }

  /// The folder that is shown.
  var folder: String
  /// The student's own folder, for `~`.
  var home: String
  /// What it holds; `nil` while it is read.
  var listing: FolderListing?
  /// The names of the sample notes.
  var samples: [String]
  /// Whether the sample notes are shown instead of the folder.
  var isInSamples = false
  /// What is typed: names that hold it are shown; up to a `/` it is a folder to go to.
  var filter = TextField()
  /// The selected row.
  var list = ListView()
  /// The chosen notes, in the order of choosing.
  var checked: [NoteChoice]
  /// How the selected notes begin; `nil` before they were asked for.
  var preview: NotePreview?
  /// Whether that is shown in the place of the list, where there is no room for both.
  var showsPreview = false
  /// The folder that was left for the one above it.
  var leftFolder: String?

  /// The rows that the filter lets through.
  var rows: [Row] {
    let wanted = filter.text.lowercased()
    guard !wanted.isEmpty else { return allRows }
    let found = allRows.filter { Self.name(of: $0).lowercased().contains(wanted) }
    // What begins so is meant before what only has it in it.
    let isMeant = { (row: Row) in row != .samples && Self.name(of: row).lowercased().hasPrefix(wanted) }
    return found.filter(isMeant) + found.filter { !isMeant($0) }
  }

  private var allRows: [Row] {
    if isInSamples { return [.parent] + samples.map { .note(.sample($0), bytes: nil) } }
    let entries = listing?.entries ?? []
    let top: [Row] = folder == "/" ? [] : [.parent]
    let samples: [Row] = samples.isEmpty ? [] : [.samples]
    return top + samples + entries.map { $0.bytes == nil ? .folder($0) : .note(.file($0.path), bytes: $0.bytes) }
  }

  /// The row that keys act on.
  var selected: Row? {
    let rows = rows
    return list.selected(of: rows.count).map { rows[$0] }
  }

  /// What a row is called.
  static func name(of row: Row) -> String {
    switch row {
    case .parent: ".."
    case .samples: "Sample notes"
    case .folder(let entry): "\(entry.name)/"
    case .note(let choice, _): choice.name
    }
  }

  /// Chooses notes, or takes them back.
  mutating func toggle(_ choice: NoteChoice) {
    if let index = checked.firstIndex(of: choice) {
      checked.remove(at: index)
    } else {
      checked.append(choice)
    }
  }

  /// Chooses all notes that are shown, or takes them back when all are chosen.
  mutating func toggleAll() {
    let shown = rows.compactMap { if case .note(let choice, _) = $0 { choice } else { nil } }
    let new = shown.filter { !checked.contains($0) }
    checked = new.isEmpty ? checked.filter { !shown.contains($0) } : checked + new
  }
}
