import Foundation

/// Reads the bytes of a regular file, and nothing else: a pipe or device could wait for ever.
enum NoteFile {
  static func bytes(path: String) throws(NotesError) -> [UInt8] {
    guard !path.isEmpty, !path.utf8.contains(0) else { throw .missing(path: path) }
    // Looked at before it is opened, because opening a device can already have an effect.
    var status = stat()
    guard stat(path, &status) == 0 else { throw failure(path) }
    try checkRegular(status, path)
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    guard fstat(descriptor, &status) == 0 else { throw failure(path) }
    try checkRegular(status, path)
    guard status.st_size <= NoteReader.sizeLimit else { throw .tooLarge(path: path) }
    return try contents(descriptor, expecting: Int(status.st_size), path)
  }

  /// Reads standard input to its end.
  static func standardInput() throws(NotesError) -> [UInt8] {
    try contents(STDIN_FILENO, expecting: 0, "standard input")
  }

  private static func contents(_ descriptor: Int32, expecting: Int, _ path: String) throws(NotesError) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(expecting)
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = chunk.withUnsafeMutableBytes { Foundation.read(descriptor, $0.baseAddress, $0.count) }
      if count == 0 { return result }
      if count < 0 {
        if errno == EINTR { continue }
        throw failure(path)
      }
      result.append(contentsOf: chunk[..<count])
      // It may have grown since its size was taken.
      guard result.count <= NoteReader.sizeLimit else { throw .tooLarge(path: path) }
    }
  }

  private static func checkRegular(_ status: stat, _ path: String) throws(NotesError) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw .directory(path: path)
    default: throw .notAFile(path: path)
    }
  }

  /// The error for the last failed system call.
  private static func failure(_ path: String) -> NotesError {
    switch errno {
    case ENOENT, ENOTDIR: .missing(path: path)
    case EACCES, EPERM: .notPermitted(path: path)
    case EISDIR: .directory(path: path)
    case ENXIO: .notAFile(path: path)
    case let code: .unreadable(path: path, reason: String(cString: strerror(code)))
    }
  }
}
