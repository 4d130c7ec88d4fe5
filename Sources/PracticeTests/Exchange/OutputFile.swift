import Foundation
import LanguageModels

/// A file that a student names to be written: whole or not at all, in the place of another only where that was asked
/// for, and never in that of the library.
package struct OutputFile {
  private let path: String
  private let isReplacing: Bool
  private let library: String

  /// Names a file.
  ///
  /// - Parameters:
  ///   - isReplacing: whether it may take the place of a file that is there.
  ///   - library: where the library is.
  package init(path: String, isReplacing: Bool, library: String) {
    (self.path, self.isReplacing, self.library) = (path, isReplacing, library)
  }

  /// Writes data to it.
  ///
  /// - Parameter toDevices: whether a device or a pipe is written to, as it is.
  /// - Throws: ``OutputFileError``, as the other functions do.
  package func write(_ data: Data, toDevices: Bool = true) throws {
    var status = stat()
    if stat(path, &status) == 0, ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT) {
      guard toDevices else { throw OutputFileError.isDevice(path) }
      return try pass(data)
    }
    try make(mode: AtomicFile.mode(of: path)) { try AtomicFile.write(Array(data), to: $1) }
  }

  /// Makes it by way of a file beside it, which `fill` writes; without a mode it is what the system makes new files.
  package func make(mode: mode_t?, fill: (_ temporary: String, _ descriptor: CInt) throws -> Void) throws {
    var status = stat()
    if stat(path, &status) == 0 {
      if Self.isSame(path, library) { throw OutputFileError.isLibrary(path) }
      if status.st_mode & S_IFMT == S_IFDIR { throw failure(AtomicFile.Failure(code: EISDIR)) }
      if !isReplacing { throw OutputFileError.exists(path) }
    }
    do {
      try AtomicFile.make(path, mode: mode, replacing: isReplacing, fill: fill)
    } catch let error as AtomicFile.Failure {
      throw failure(error)
    }
  }

  private func pass(_ data: Data) throws {
    // Without O_NONBLOCK, opening a pipe would wait for a reader.
    let descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      let failure = AtomicFile.Failure()
      throw failure.code == ENXIO ? OutputFileError.isUnread(path) : self.failure(failure)
    }
    defer { close(descriptor) }
    // A reader that takes its time is waited for.
    _ = fcntl(descriptor, F_SETFL, 0)
    do {
      try AtomicFile.write(Array(data), to: descriptor)
    } catch {
      throw failure(error)
    }
  }

  private func failure(_ failure: AtomicFile.Failure) -> OutputFileError {
    failure.code == EEXIST ? .exists(path) : .cannotWrite(path, failure)
  }

  private static func isSame(_ path: String, _ other: String) -> Bool {
    var (one, two) = (stat(), stat())
    return stat(path, &one) == 0 && stat(other, &two) == 0 && (one.st_dev, one.st_ino) == (two.st_dev, two.st_ino)
  }
}

/// Why a file could not be written.
package enum OutputFileError: ReportableError {
  case cannotWrite(String, AtomicFile.Failure)
  case exists(String)
  case isDevice(String)
  case isLibrary(String)
  /// A pipe whose other end is not open.
  case isUnread(String)

  package var sentence: String {
    switch self {
    case .cannotWrite(let path, let failure):
      "The file \"\(path)\" can't be written (\(failure.reason)): choose a folder that exists, has room, and that you may write to."
    case .exists(let path):
      "The file \"\(path)\" is there already: choose another name, or add --force to replace it."
    case .isDevice(let path):
      "\"\(path)\" is a device or a pipe, and not written to from here: choose a file."
    case .isLibrary(let path):
      "The file \"\(path)\" is your library, which is never replaced so: choose another name."
    case .isUnread(let path):
      "Nobody reads from \"\(path)\": start what reads from it first."
    }
  }

  private static let diskFaults: Set<CInt> = [ENOSPC, EDQUOT, EIO, EFBIG, EPIPE]

  package var category: FailureCategory {
    switch self {
    case .cannotWrite(_, let failure): Self.diskFaults.contains(failure.code) ? .readOrWrite : .cannotCreate
    case .exists, .isDevice, .isLibrary, .isUnread: .cannotCreate
    }
  }
}
