import Foundation
import Terminal

extension FileBrowserState {
  /// Types into the filter; gives the folder to go to, when one was typed.
  mutating func type(_ key: Key) -> String? {
    guard filter.handle(key) else { return nil }
    list.selection = firstMatch
    guard let slash = filter.text.lastIndex(of: "/") else { return nil }
    let typed = String(filter.text[...slash])
    filter.text = String(filter.text[filter.text.index(after: slash)...])
    return resolved(typed)
  }

  /// Goes to a folder, to be listed.
  mutating func go(to folder: String) {
    self.folder = folder
    isInSamples = false
    listing = nil
    list.selection = 0
  }

  /// Opens the selected row; gives the folder to go to, when it is one.
  mutating func open(_ row: Row) -> String? {
    filter.text = ""
    list.selection = 0
    switch row {
    case .parent where isInSamples:
      isInSamples = false
      return nil
    case .parent:
      return URL(filePath: folder).deletingLastPathComponent().standardizedFileURL.path(percentEncoded: false)
    case .folder(let entry): return entry.path
    case .samples:
      isInSamples = true
      return nil
    case .note: return nil
    }
  }

  /// A filter points at what it names, not at the folder above.
  private var firstMatch: Int {
    filter.isEmpty ? 0 : rows.firstIndex { $0 != .parent } ?? 0
  }

  private func resolved(_ typed: String) -> String {
    let path =
      if typed.hasPrefix("~/") { home + typed.dropFirst(1) } else if typed.hasPrefix("/") { typed } else {
        "\(folder)/\(typed)"
      }
    return URL(filePath: path).standardizedFileURL.path(percentEncoded: false)
  }
}
