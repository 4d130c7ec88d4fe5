import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A log that is kept small: a full file becomes `NAME.1`, the one before it `NAME.2`, and so on.
///
/// Several processes may write to it. What can't be written is lost without a word: a full disk must not stop a test.
public final class LogFile: Sendable {
  /// Where it is.
  public let path: String
  private let limit: Int
  private let kept: Int
  private let turn = Mutex(())

  /// Names a log; the file and its folder are made by the first line.
  ///
  /// - Parameters:
  ///   - limit: bytes after which a new file begins.
  ///   - kept: how many full files are kept.
  public init(path: String, limit: Int = 1 << 20, kept: Int = 3) {
    self.path = path
    self.limit = limit
    self.kept = kept
  }

  /// Adds a line.
  public func append(_ line: String) {
    let bytes = Array("\(line)\n".utf8)
    turn.withLock { _ in
      guard var descriptor = open() else { return }
      if isFull(descriptor, adding: bytes.count) {
        close(descriptor)
        moveOn()
        guard let next = open() else { return }
        descriptor = next
      }
      // One call, so that lines of several processes do not mix.
      _ = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      close(descriptor)
    }
  }

  /// The lines of the file and of the full one before it, the oldest first; none where they can't be read.
  public func lines() -> [String] {
    ["\(path).1", path].flatMap { path -> [String] in
      let text = (try? AtomicFile.contents(of: path)) ?? nil
      return text?.split(separator: "\n").map(String.init) ?? []
    }
  }

  private func open() -> Int32? {
    func attempt() -> Int32 {
      #if canImport(Glibc)
        Glibc.open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0o600)
      #else
        Darwin.open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0o600)
      #endif
    }
    var descriptor = attempt()
    if descriptor < 0, errno == ENOENT {
      _ = AtomicFile.makeFolders(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]))
      descriptor = attempt()
    }
    return descriptor < 0 ? nil : descriptor
  }

  private func isFull(_ descriptor: Int32, adding count: Int) -> Bool {
    var opened = stat()
    var named = stat()
    guard fstat(descriptor, &opened) == 0, stat(path, &named) == 0 else { return false }
    // Another process may have moved it on already.
    return opened.st_ino == named.st_ino && opened.st_size > 0 && Int(opened.st_size) + count > limit
  }

  private func moveOn() {
    for number in (1..<max(kept, 1)).reversed() { rename("\(path).\(number)", "\(path).\(number + 1)") }
    rename(path, "\(path).1")
  }
}
