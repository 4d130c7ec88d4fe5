import Foundation

/// A path as it is typed, as a shell writes it, or as it comes from a file that is dragged into a terminal: in
/// quotation marks, with backslashes before what a shell would take for its own, or as the address of a file.
public struct TypedPath: Sendable, Hashable {
  /// The path without what was put around it or into it.
  public private(set) var path = ""
  /// The quotation mark that is not closed yet; `nil` where none is.
  public private(set) var openMark: Character?

  private static let addressStart = "file://"
  /// What a backslash stands before between double marks.
  private static let escapable: Set<Character> = ["\"", "\\", "$", "`"]

  /// Reads what was typed, or its beginning.
  public init(_ typed: String) {
    if typed.hasPrefix(Self.addressStart),
      let plain = typed.dropFirst(Self.addressStart.count).removingPercentEncoding
    {
      path = plain.trimmingCharacters(in: .whitespaces)
      return
    }
    // Elsewhere a quotation mark is part of a name: "Anna's notes".
    let isMarked = typed.first.map(Self.isMark) ?? false
    var rest = Substring(typed)
    // What a terminal puts after a path is no part of it; an escaped blank is.
    while let last = rest.last, last.isWhitespace, rest.dropLast().last != "\\" { rest = rest.dropLast() }
    while let character = rest.popFirst() {
      if character == "\\", isEscape(before: rest.first) {
        if let next = rest.popFirst() { path.append(next) }
      } else if character == openMark {
        openMark = nil
      } else if isMarked, openMark == nil, Self.isMark(character) {
        openMark = character
      } else {
        path.append(character)
      }
    }
  }

  /// Whether a backslash gives what follows it another meaning; between single marks it gives none.
  private func isEscape(before next: Character?) -> Bool {
    switch openMark {
    case nil: true
    case "\""?: next.map { Self.escapable.contains($0) } ?? false
    default: false
    }
  }

  /// Whether a path can stand between marks like this one.
  static func isMark(_ character: Character) -> Bool { character == "'" || character == "\"" }

  /// A path with the home folder in the place of `~`, as no shell puts it where the path is in quotation marks.
  ///
  /// - Parameter home: that folder; `nil` for what a shell takes: `$HOME`, else that of whoever runs the program.
  static func withHome(_ path: String, home: String? = nil) -> String {
    let home = home ?? ProcessInfo.processInfo.environment["HOME"] ?? ""
    if home.hasPrefix("/"), path == "~" || path.hasPrefix("~/") { return home + path.dropFirst() }
    return NSString(string: path).expandingTildeInPath
  }

  /// A path from the root, without a `/` at its end.
  ///
  /// - Parameters:
  ///   - folder: where the path begins, unless it says so itself.
  ///   - home: the folder that `~` stands for; `nil` for what a shell takes.
  public static func absolute(_ path: String, in folder: String, home: String? = nil) -> String {
    var whole = withHome(path, home: home)
    whole = NotePlace.absolute(whole.hasPrefix("/") ? whole : "\(folder)/\(whole)")
    return whole.count > 1 && whole.hasSuffix("/") ? String(whole.dropLast()) : whole
  }
}
