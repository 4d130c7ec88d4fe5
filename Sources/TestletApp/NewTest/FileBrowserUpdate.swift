import Foundation
import Terminal

extension FileBrowserState {
  /// Types into the filter; gives the folder to go to, when one was typed.
  mutating func type(_ key: Key) -> String? {
    guard filter.handle(key) else { return nil }
    list.selection = firstRow
    guard let slash = filter.text.lastIndex(of: "/") else { return nil }
    let typed = String(filter.text[...slash])
    filter.text = String(filter.text[filter.text.index(after: slash)...])
    return resolved(typed)
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
    let note = filter.isEmpty ? rows.firstIndex { if case .note = $0 { true } else { false } } : nil
    return note ?? rows.firstIndex { $0 != .parent } ?? 0
  }

  private func resolved(_ typed: String) -> String {
    if typed.hasPrefix("~/") { return Self.plain(home + typed.dropFirst(1)) }
    return Self.plain(typed.hasPrefix("/") ? typed : "\(folder)/\(typed)")
  }

  private static func parent(of folder: String) -> String {
    plain(URL(filePath: folder).deletingLastPathComponent().path(percentEncoded: false))
  }

  /// A path without `..`, and without a `/` at its end.
  private static func plain(_ path: String) -> String {
    let path = URL(filePath: path).standardizedFileURL.path(percentEncoded: false)
    return path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }
}
