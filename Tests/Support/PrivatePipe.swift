import Foundation

/// A pipe of which a child process has only the end that it is given.
///
/// The ends of Foundation's `Pipe` can get into what another thread starts meanwhile; who waits for its end then waits
/// for that program, too. They have to be closed in children from the moment that they are there, which `pipe2` does on
/// Linux (but Swift does not see it) and nothing on Darwin. Opening a file does so everywhere, so this is a pipe with a
/// name, which is taken away at once.
public struct PrivatePipe {
  /// What is written comes out here.
  public let reading: FileHandle
  /// The end for the child; until it is closed here too, nobody sees the end of what the child writes.
  public let writing: FileHandle

  /// Makes one.
  ///
  /// - Throws: `POSIXError`.
  public init() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "testlet-\(UUID().uuidString)")
      .path(percentEncoded: false)
    guard mkfifo(path, 0o600) == 0 else { throw Self.error }
    defer { unlink(path) }
    // It would wait for somebody who writes.
    reading = try Self.opened(path, O_RDONLY | O_NONBLOCK)
    writing = try Self.opened(path, O_WRONLY)
    guard fcntl(reading.fileDescriptor, F_SETFL, 0) == 0 else { throw Self.error }
  }

  private static func opened(_ path: String, _ flags: Int32) throws -> FileHandle {
    let descriptor = open(path, flags | O_CLOEXEC)
    guard descriptor >= 0 else { throw error }
    return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  private static var error: POSIXError { POSIXError(POSIXError.Code(rawValue: errno) ?? .EIO) }
}
