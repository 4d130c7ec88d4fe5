import Foundation

/// Files that are written whole or not at all: whoever looks finds the former one or the new one, at any moment.
package enum AtomicFile {
  /// Why a file can't be read or written.
  package struct Failure: Error {
    /// The system's code, such as `ENOSPC`.
    package var code: CInt

    /// A failure with a code; without one, that of the last system call.
    package init(code: CInt = errno) {
      self.code = code
    }

    /// The reason in words, such as "no space left on device".
    package var reason: String {
      var buffer = [CChar](repeating: 0, count: 256)
      guard strerror_r(code, &buffer, buffer.count) == 0 else { return "error \(code)" }
      let text = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      let line = SafeText.line(text)
      return line.prefix(1).lowercased() + line.dropFirst()
    }
  }

  /// Makes a file by way of another beside it, which takes its name when it is on the disk. A link is followed, so that a
  /// linked file stays one.
  ///
  /// - Parameters:
  ///   - mode: who may read it; `nil` for what the system makes a new file.
  ///   - replacing: whether it may take the place of a file that is there.
  ///   - fill: writes the other file, which is there and empty.
  /// - Throws: ``Failure``, or what `fill` throws.
  package static func make(
    _ path: String, mode: mode_t?, replacing: Bool,
    fill: (_ temporary: String, _ descriptor: CInt) throws -> Void
  ) throws {
    let target = resolved(path)
    let (temporary, descriptor) = try create(beside: target, mode)
    defer { close(descriptor) }
    do {
      try fill(temporary, descriptor)
      if let mode, fchmod(descriptor, mode) != 0 { throw Failure() }
      guard fsync(descriptor) == 0, place(temporary, at: target, replacing) else { throw Failure() }
    } catch {
      unlink(temporary)
      throw error
    }
  }

  /// Makes an empty file. Without a mode it is left to the system to apply the mask of the process: here, it could only
  /// be read by changing it for a moment, for all threads.
  private static func create(
    beside target: String, _ mode: mode_t?
  ) throws(Failure) -> (path: String, descriptor: CInt) {
    while true {
      let path = "\(target).\(String(UInt32.random(in: 0...UInt32.max), radix: 36))"
      let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode == nil ? 0o666 : 0o600)
      if descriptor >= 0 { return (path, descriptor) }
      let failure = Failure()
      guard failure.code == EEXIST else { throw failure }
    }
  }

  /// Who may read a file; `nil` when there is none.
  package static func mode(of path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o777 : nil
  }

  /// Writes all of it, in as many steps as it takes.
  package static func write(_ bytes: [UInt8], to descriptor: CInt) throws(Failure) {
    var offset = 0
    while offset < bytes.count {
      let count = bytes[offset...].withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw Failure() }
      offset += count
    }
  }

  /// Gives a file its name. Where nothing may be replaced, a second name is made, which fails if it is taken meanwhile.
  private static func place(_ temporary: String, at target: String, _ replacing: Bool) -> Bool {
    if replacing { return rename(temporary, target) == 0 }
    if link(temporary, target) == 0 { return unlink(temporary) == 0 }
    // Some file systems know no second names.
    guard errno == EPERM || errno == EOPNOTSUPP || errno == EMLINK else { return false }
    guard access(target, F_OK) != 0 else {
      errno = EEXIST
      return false
    }
    return rename(temporary, target) == 0
  }

  /// The path with links followed, also where the last of them leads to nothing yet.
  private static func resolved(_ path: String, links: Int = 0) -> String {
    if let real = realpath(path, nil) {
      defer { free(real) }
      return String(cString: real)
    }
    guard links < 8, let next = try? FileManager.default.destinationOfSymbolicLink(atPath: path) else { return path }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    return resolved(next.hasPrefix("/") ? next : folder + next, links: links + 1)
  }
}
