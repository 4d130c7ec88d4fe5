import Foundation
import PracticeTests

/// A test that is to be written to a file for another program.
struct ExportOrder: Equatable, Sendable {
  /// The test.
  var testID: String
  /// The format of the file.
  var format: ExportFormat
  /// The file, as it was typed.
  var path: String
  /// Whether it may take the place of a file that is there.
  var isReplacing = false
}

/// What is typed for it on the command line: "export anki ~/cards.txt".
struct ExportWords: Equatable {
  /// The format of the file.
  let format: ExportFormat
  /// The file, as it was typed.
  let path: String

  /// Reads what was typed; `nil` where it is something else, as "export anki of my last test" is.
  init?(_ typed: String) {
    let parts = typed.split(maxSplits: 2, whereSeparator: \.isWhitespace).map(String.init)
    guard parts.count == 3, parts[0].lowercased() == "export",
      let format = ExportFormat(rawValue: parts[1].lowercased())
    else { return nil }
    self.format = format
    path = parts[2].trimmingCharacters(in: .whitespaces)
    guard Self.isFile(path) else { return nil }
  }

  /// Whether it can only be meant as a file: it begins as one, or is one word, with backslashes before its blanks.
  private static func isFile(_ text: String) -> Bool {
    if let first = text.first, "/~.'\"".contains(first) { return true }
    return zip(text, text.dropFirst()).allSatisfy { $0 == "\\" || !$1.isWhitespace }
  }
}

/// What came of an export.
enum ExportAction: Equatable, Sendable {
  /// The file is there already.
  case fileExists(ExportOrder, path: String)
  /// The file is written; with what the format could not hold, a sentence each.
  case written(path: String, losses: [String])
}
