import Foundation

/// A file that one process at a time holds, by the kernel's advisory lock (`flock`).
///
/// The kernel lets go of it when its holder ends, however it ends: nothing has to expire or to be cleared up after a
/// kill, and a copy of the folder takes no lock along.
struct FileLock: Sendable {
  private let path: String
  private let descriptor: CInt

  /// Takes the lock, making its file; `nil` while somebody else holds it.
  ///
  /// - Throws: `POSIXError` where the file can't be made or locked.
  static func take(_ path: String) throws(POSIXError) -> FileLock? {
    while true {
      // Closed in child processes, or they would go on holding it.
      let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { throw POSIXError(POSIXError.Code(rawValue: errno) ?? .EIO) }
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
        let code = POSIXError.Code(rawValue: errno) ?? .EIO
        close(descriptor)
        if code == .EWOULDBLOCK { return nil }
        throw POSIXError(code)
      }
      let lock = FileLock(path: path, descriptor: descriptor)
      if lock.isOnItsPath { return lock }
      close(descriptor)
    }
  }

  /// Gives the lock back and takes its file away.
  func release() {
    unlink(path)
    close(descriptor)
  }

  /// False when the holder before took the file away between our opening and locking it: the next one to come would
  /// lock another file.
  private var isOnItsPath: Bool {
    var (held, named) = (stat(), stat())
    return fstat(descriptor, &held) == 0 && stat(path, &named) == 0
      && (held.st_dev, held.st_ino) == (named.st_dev, named.st_ino)
  }
}
