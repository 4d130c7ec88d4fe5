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

/// What came of an export.
enum ExportAction: Equatable, Sendable {
  /// The file is there already.
  case fileExists(ExportOrder, path: String)
  /// The file is written; with what the format could not hold, a sentence each.
  case written(path: String, losses: [String])
}
