import Foundation
import LanguageModels

/// Files that a command was told to write: whole or not at all, and in the place of another only where that was asked for.
enum OutputFile {
  /// Writes data to a file; a device or a pipe is written to as it is.
  static func write(_ data: Data, to path: String, replacing: Bool) throws(OutputFileError) {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG, status.st_mode & S_IFMT != S_IFDIR {
      guard let handle = try? FileHandle(forWritingTo: URL(filePath: path)),
        (try? handle.write(contentsOf: data)) != nil, (try? handle.close()) != nil
      else { throw .cannotWrite(path) }
      return
    }
    do {
      try make(path, replacing: replacing) { try data.write(to: URL(filePath: $0)) }
    } catch let error as OutputFileError {
      throw error
    } catch {
      throw .cannotWrite(path)
    }
  }

  /// Makes a file by way of another beside it, which `fill` writes and which takes its name when it is on the disk. A link
  /// is followed.
  ///
  /// - Parameter mode: who may read it; `nil` for what is usual.
  /// - Throws: ``OutputFileError``, or what `fill` throws.
  static func make(
    _ path: String, replacing: Bool, mode: mode_t? = nil, fill: (_ temporary: String) throws -> Void
  ) throws {
    let target = URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false)
    var status = stat()
    let isThere = stat(target, &status) == 0
    if isThere, status.st_mode & S_IFMT != S_IFREG { throw OutputFileError.cannotWrite(path) }
    if isThere, !replacing { throw OutputFileError.exists(path) }
    var template = Array("\(target).XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw OutputFileError.cannotWrite(path) }
    close(descriptor)
    let temporary = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    do {
      try fill(temporary)
      guard chmod(temporary, mode ?? (isThere ? status.st_mode & 0o777 : usualMode)) == 0, sync(temporary),
        place(temporary, at: target, replacing: replacing)
      else { throw errno == EEXIST ? OutputFileError.exists(path) : .cannotWrite(path) }
    } catch {
      unlink(temporary)
      throw error
    }
  }

  /// Gives a file its name. Where nothing may be replaced, a second name is made, which fails if it is taken meanwhile.
  private static func place(_ temporary: String, at target: String, replacing: Bool) -> Bool {
    if replacing { return rename(temporary, target) == 0 }
    if link(temporary, target) == 0 { return unlink(temporary) == 0 }
    // Some file systems know no second names.
    guard errno == EPERM || errno == EOPNOTSUPP || errno == EMLINK else { return false }
    return access(target, F_OK) != 0 && rename(temporary, target) == 0
  }

  private static func sync(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return fsync(descriptor) == 0
  }

  /// What the process would give a new file.
  private static var usualMode: mode_t {
    let mask = umask(0)
    umask(mask)
    return 0o666 & ~mask
  }
}

/// Why a file could not be written.
enum OutputFileError: ReportableError {
  case cannotWrite(String)
  case exists(String)

  var sentence: String {
    switch self {
    case .cannotWrite(let path):
      "The file \"\(path)\" can't be written: choose a folder that exists and that you may write to."
    case .exists(let path):
      "The file \"\(path)\" is there already: choose another name, or add --force to replace it."
    }
  }

  var category: FailureCategory { .cannotCreate }
}
