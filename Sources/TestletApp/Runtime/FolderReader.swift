import Foundation
import PracticeTests

/// Lists folders for the file browser.
enum FolderReader {
  private static let limit = 5000

  /// The folders and notes in a folder, without hidden ones.
  static func list(_ folder: String) -> FolderListing {
    do {
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      let entries = names.lazy.filter { !$0.hasPrefix(".") }.compactMap { entry($0, in: folder) }.prefix(limit)
      return FolderListing(folder: folder, entries: entries.sorted(by: comesBefore))
    } catch {
      return FolderListing(folder: folder, entries: [], problem: problem(folder))
    }
  }

  private static func entry(_ name: String, in folder: String) -> FolderEntry? {
    let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
    // One call a name: a folder may hold very many files of other kinds.
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    if status.st_mode & S_IFMT == S_IFDIR { return FolderEntry(path: path) }
    guard NoteReader.endings.contains(URL(filePath: name).pathExtension.lowercased()) else { return nil }
    return FolderEntry(path: path, bytes: Int(status.st_size))
  }

  private static func comesBefore(_ a: FolderEntry, _ b: FolderEntry) -> Bool {
    if (a.bytes == nil) != (b.bytes == nil) { return a.bytes == nil }
    return a.name.localizedStandardCompare(b.name) == .orderedAscending
  }

  private static func problem(_ folder: String) -> String {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) else {
      return "There is no folder \"\(folder)\": check the path."
    }
    return isFolder.boolValue
      ? "The folder \"\(folder)\" can't be read: check its permissions."
      : "\"\(folder)\" is a file: type its name without a / at the end."
  }
}
