import Foundation
import LanguageModels

/// Why notes cannot be read.
public enum NotesError: ReportableError, Hashable {
  /// Nothing has this path.
  case missing(path: String)
  /// The path names a folder.
  case directory(path: String)
  /// The path names a pipe, a socket or a device.
  case notAFile(path: String)
  /// The file is of a known format that is not text, such as "a PDF document".
  case otherFormat(path: String, format: String)
  /// The file holds bytes that are not text.
  case binary(path: String)
  /// The file is text in an encoding that cannot be told apart from other bytes.
  case unknownEncoding(path: String)
  /// The file holds no text to ask about.
  case empty(path: String)
  /// The file has more than `NoteReader.sizeLimit` bytes.
  case tooLarge(path: String)
  /// The permissions forbid reading it.
  case notPermitted(path: String)
  /// The program that makes text of this format is not installed.
  case converterMissing(path: String, format: String, program: String, command: String)
  /// The program that makes text of this format could not do so.
  case notConverted(path: String, program: String, reason: String)
  /// The system reported an error while it was read.
  case unreadable(path: String, reason: String)

  /// What happened, with the path, and what to do next.
  public var sentence: String {
    switch self {
    case .missing(let path):
      "There is no file \(Self.quoted(path)); check the path."
    case .directory(let path):
      "\(Self.quoted(path)) is a folder; name the note files in it."
    case .notAFile(let path):
      "\(Self.quoted(path)) is not a regular file; copy its text into a .md or .txt file first."
    case .otherFormat(let path, let format):
      "\(Self.quoted(path)) is \(format) and not text; save its text as .md or .txt."
    case .binary(let path):
      "\(Self.quoted(path)) is not a text file; save its text as .md or .txt."
    case .unknownEncoding(let path):
      "\(Self.quoted(path)) seems to be UTF-16 or UTF-32 text without a byte order mark; save it as UTF-8."
    case .empty(let path):
      "\(Self.quoted(path)) has no text to ask about; name a file with notes in it."
    case .tooLarge(let path):
      "\(Self.quoted(path)) is larger than \(NoteReader.sizeLimit >> 20) MB; split it into several files."
    case .notPermitted(let path):
      "The permissions of \(Self.quoted(path)) forbid reading it; change them or copy the file."
    case .converterMissing(let path, let format, let program, let command):
      "\(Self.quoted(path)) is \(format), which is read with \(program), and that is not installed: \(command)."
    case .notConverted(let path, let program, let reason):
      "\(program) could not make text of \(Self.quoted(path)) (\(reason)); open the file elsewhere and save its text."
    case .unreadable(let path, let reason):
      "\(Self.quoted(path)) could not be read (\(reason)); check the disk and try again."
    }
  }

  /// Missing input, bad data, a lack of permission, or a failed read.
  public var category: FailureCategory {
    switch self {
    case .missing: .inputMissing
    case .directory, .notAFile, .otherFormat, .binary, .unknownEncoding, .empty, .tooLarge, .notConverted: .badData
    case .converterMissing: .unavailable
    case .notPermitted: .notPermitted
    case .unreadable: .readOrWrite
    }
  }

  /// The path in quotation marks, on one line, its middle left out when it is long.
  private static func quoted(_ path: String) -> String {
    let name = String(decoding: NoteText.clean(path), as: UTF8.self).replacing("\n", with: " ").replacing(
      "\t", with: " ")
    guard name.count > 160 else { return "\u{201C}\(name)\u{201D}" }
    return "\u{201C}\(name.prefix(60))...\(name.suffix(90))\u{201D}"
  }
}
