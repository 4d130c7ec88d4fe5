import Foundation
import GRDB
import LanguageModels

/// Why the library could not do something.
public enum LibraryError: ReportableError, Hashable {
  /// The folder or the file can't be made.
  case cannotCreate(path: String)
  /// The file is not a testlet library, or it is damaged. It was left as it is.
  case notALibrary(path: String)
  /// The library was made by a newer testlet. It was left as it is.
  case newer(path: String)
  /// Another process holds the library for too long.
  case locked(path: String)
  /// The library can be read but not written.
  case readOnly(path: String)
  /// The disk is full.
  case full(path: String)
  /// There is no copy of a library at this path.
  case noCopy(path: String)
  /// The file is no copy of a library, or it is damaged.
  case notACopy(path: String)
  /// The copy was made by a newer testlet.
  case newerCopy(path: String)
  /// There is no test yet.
  case noTests
  /// No test has this id.
  case noSuchTest(String)
  /// No question has this id.
  case noSuchQuestion(String)
  /// No notes, no test and no question is about this.
  case noSuchSubject(StatsSubject)
  /// Several names differ from this one only in capitals and accents.
  case ambiguousSubject(StatsSubject, candidates: [String])
  /// The sitting is not there any more, or it was handed in.
  case attemptOver
  /// A question was answered elsewhere since it was shown in a review.
  case answeredMeanwhile
  /// None of the questions that were missed in a sitting is still in its test.
  case nothingMissed
  /// Every question of the test was reported as bad.
  case everythingReported
  /// Several tests have an id that begins so.
  case ambiguous(String)
  /// The beginning of an id is too short to name a test.
  case prefixTooShort(String)
  /// Reading or writing failed in another way.
  case failed(path: String, detail: String)

  /// What is said to a person.
  public var sentence: String {
    switch self {
    case .cannotCreate(let path):
      "The library \"\(path)\" can't be made: check that its folder may be written, or give another --data-dir."
    case .notALibrary(let path):
      "The file \"\(path)\" is damaged or not a testlet library, and was left as it is: "
        + "move it away, or give another --data-dir."
    case .newer(let path):
      "The library \"\(path)\" was made by a newer testlet, and was left as it is: "
        + "use that version, or give another --data-dir."
    case .locked(let path):
      "Another program holds the library \"\(path)\": close it and try again."
    case .readOnly(let path):
      "The library \"\(path)\" can't be written: check its permissions and those of its folder."
    case .full(let path):
      "The disk of \"\(path)\" is full: make room and try again; nothing that was kept is lost."
    case .noCopy(let path):
      "There is no file \"\(path)\": give one that `testlet backup` wrote."
    case .notACopy(let path):
      "The file \"\(path)\" is damaged or was not written by `testlet backup`, and nothing was changed: "
        + "give another one."
    case .newerCopy(let path):
      "The copy \"\(path)\" was made by a newer testlet, and nothing was changed: use that version to restore it."
    case .noTests:
      "There are no tests yet: make one with `testlet generate NOTES`."
    case .noSuchTest(let id):
      "There is no test \"\(id)\": `testlet list` shows the tests."
    case .noSuchQuestion:
      "The question is not in the library any more."
    case .noSuchSubject(.topic(let name)):
      "There is no topic \"\(SafeText.line(name, limit: 60))\": `testlet stats` lists those that have answers."
    case .noSuchSubject(.course(let name)):
      "There is no course \"\(SafeText.line(name, limit: 60))\": `testlet list` shows those that have tests."
    case .ambiguousSubject(let subject, let candidates):
      "\(Self.shown([subject.name])) can be \(Self.shown(candidates)): write it as one of them is written."
    case .attemptOver:
      "This sitting was handed in or deleted in another window: open the test again to see how it stands."
    case .answeredMeanwhile:
      "This question was answered elsewhere since it was shown: that answer counts."
    case .nothingMissed:
      "Nothing that was missed is left in the test: take the whole test again."
    case .everythingReported:
      "Every question of this test was reported as bad: make another test."
    case .ambiguous(let prefix):
      "Several tests begin with \"\(prefix)\": give more of the id."
    case .prefixTooShort(let prefix):
      "\"\(prefix)\" is too short to name a test: give 4 characters or more, or `latest`."
    case .failed(let path, let detail):
      "The library \"\(path)\" could not be used (\(detail)): check the disk, then try again."
    }
  }

  /// What kind of failure it is.
  public var category: FailureCategory {
    switch self {
    case .cannotCreate: .cannotCreate
    case .notALibrary, .newer, .notACopy, .newerCopy, .full, .failed: .readOrWrite
    case .locked: .tryLater
    case .readOnly: .notPermitted
    case .noCopy, .noTests, .noSuchTest, .noSuchQuestion, .noSuchSubject, .attemptOver, .answeredMeanwhile,
      .nothingMissed, .everythingReported:
      .inputMissing
    case .ambiguous, .ambiguousSubject, .prefixTooShort: .badUsage
    }
  }

  private static func shown(_ names: [String]) -> String {
    names.prefix(5).map { "\"\(SafeText.line($0, limit: 60))\"" }.joined(separator: " or ")
  }

  /// The error that a person understands for one that came up at work on a library.
  init(_ error: any Error, path: String) {
    switch error {
    case let error as LibraryError: self = error
    case let error as DatabaseError: self.init(error, path: path)
    case is DecodingError: self = .notALibrary(path: path)
    default: self = .failed(path: path, detail: "\(error)")
    }
  }

  /// The error for one that came up while a copy was read.
  init(_ error: any Error, copy: String) {
    let error = LibraryError(error, path: copy)
    self =
      switch error {
      case .notALibrary: .notACopy(path: copy)
      case .newer: .newerCopy(path: copy)
      default: error
      }
  }

  private init(_ error: DatabaseError, path: String) {
    switch error.resultCode {
    case .SQLITE_NOTADB, .SQLITE_CORRUPT: self = .notALibrary(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(path: path)
    case .SQLITE_READONLY, .SQLITE_PERM: self = .readOnly(path: path)
    case .SQLITE_FULL: self = .full(path: path)
    // There is no room even for the index of the write-ahead log, which every opening needs.
    case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_SHMSIZE: self = .full(path: path)
    // SQLite makes files of its own beside the library.
    case .SQLITE_CANTOPEN:
      self = FileManager.default.fileExists(atPath: path) ? .readOnly(path: path) : .cannotCreate(path: path)
    default: self = .failed(path: path, detail: error.message ?? "SQLite \(error.resultCode.rawValue)")
    }
  }
}
