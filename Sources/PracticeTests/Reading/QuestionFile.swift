import Foundation
import LanguageModels

/// Reads files of questions.
public enum QuestionFile {
  /// What stands for standard input among paths.
  public static let standardInput = "-"

  /// The questions of a file, or of standard input.
  public static func read(path: String) throws(NotesError) -> QuestionReading {
    let bytes = path == standardInput ? try NoteFile.standardInput() : try NoteFile.bytes(path: path)
    return QuestionReader.read(try NoteReader.decode(bytes: bytes, path: path))
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
      "No question can be read in \(names.joined(separator: ", ")): write questions as JSON, or as \"1. ...\", \"A) ...\", \"Answer: A\"."
  }

  /// Bad data.
  public var category: FailureCategory { .badData }
}
