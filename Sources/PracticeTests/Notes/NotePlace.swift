import Foundation

/// What the path of a file of notes says.
public enum NotePlace {
  /// The course that a file belongs to when nobody names one: its folder.
  public static func course(of path: String) -> String {
    let folder = URL(filePath: absolute(path)).deletingLastPathComponent().lastPathComponent
    return folder.isEmpty || folder == "/" ? "Notes" : folder
  }

  /// The path from the root.
  public static func absolute(_ path: String) -> String {
    URL(filePath: path).standardizedFileURL.path(percentEncoded: false)
  }
}
