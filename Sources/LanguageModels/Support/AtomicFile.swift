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
  ///   - mode: who may read it.
  ///   - replacing: whether it may take the place of a file that is there.
  ///   - fill: writes the other file, which is there and empty.
  /// - Throws: ``Failure``, or what `fill` throws.
  package static func make(
    _ path: String, mode: mode_t, replacing: Bool,
    fill: (_ temporary: String, _ descriptor: CInt) throws -> Void
  ) throws {
    let target = resolved(path)
    var template = Array("\(target).XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw Failure() }
    defer { close(descriptor) }
    let temporary = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    do {
      try fill(temporary, descriptor)
      guard fchmod(descriptor, mode) == 0, fsync(descriptor) == 0, place(temporary, at: target, replacing)
      else { throw Failure() }
    } catch {
      unlink(temporary)
      throw error
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
