import Foundation
import LanguageModels

/// Reads files of questions.
public enum QuestionFile {
  /// What stands for standard input among paths.
  public static let standardInput = "-"

  /// The questions of a file, or of standard input.
  public static func read(path: String) throws(NotesError) -> QuestionReading {
    try readWithText(path: path).reading
  }

  /// The same, with the text that they stand in.
  static func readWithText(path: String) throws(NotesError) -> (reading: QuestionReading, text: String) {
    let bytes = path == standardInput ? try NoteFile.standardInput() : try NoteFile.bytes(path: path)
    let text = try NoteReader.decode(bytes: bytes, path: path)
    return (QuestionReader.read(text), text)
  }
}

/// A text holds no question that can be read.
public struct NoQuestions: ReportableError, Hashable {
  /// The files, or "-".
  public var paths: [String]

  /// Makes the error.
  public init(paths: [String]) {
    self.paths = paths
  }

  /// What happened, where, and what to do next.
  public var sentence: String {
    let names = paths.map { $0 == QuestionFile.standardInput ? "standard input" : "\"\(SafeText.line($0))\"" }
    return
      "No question can be read in \(names.joined(separator: ", ")): write questions as JSON, GIFT, Aiken, Moodle XML, CSV, Anki text, or as \"1. ...\", \"A) ...\", \"Answer: A\"."
  }

  /// Bad data.
  public var category: FailureCategory { .badData }
}
