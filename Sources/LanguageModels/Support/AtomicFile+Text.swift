#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads a small text file whole, and replaces it whole.
enum AtomicFile {
  private static let maximumBytes = 1 << 20

  /// The text of a file; `nil` when there is none.
  static func contents(of path: String) throws(SettingsError) -> String? {
    func unreadable(_ reason: String) -> SettingsError { .unreadable(path: path, reason: reason) }
    func failed(_ code: Int32) -> SettingsError {
      failure(code, .unreadable(path: path, reason: errorText(code)), path)
    }
    // Without O_NONBLOCK, opening a pipe would wait for a writer.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw failed(errno)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failed(errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw unreadable("it is not a file") }
    guard status.st_size <= maximumBytes else { throw unreadable("it is larger than a settings file can be") }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= maximumBytes {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw failed(errno) }
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw unreadable("it is not UTF-8 text") }
    return text
  }

  /// Replaces a file, or makes it (and its folder) for its owner only. Either the old or the new text is there at any
  /// moment; a link is followed, so that a linked file stays one.
  static func replace(_ path: String, with text: String) throws(SettingsError) {
    func unwritable(_ code: Int32) -> SettingsError {
      failure(code, .unwritable(path: path, reason: errorText(code)), path)
    }
    let target = resolved(path)
    let folder = String(target[..<(target.lastIndex(of: "/") ?? target.startIndex)])
    if let code = makeFolders(folder) { throw unwritable(code) }
    var mode: mode_t = 0o600
    var status = stat()
    if stat(target, &status) == 0 { mode = status.st_mode & 0o777 }
    var template = Array("\(target).XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw unwritable(errno) }
    let temporary = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    var code = fchmod(descriptor, mode) == 0 ? 0 : errno
    if code == 0 { code = writeAll(Array(text.utf8), to: descriptor) }
    if code == 0, fsync(descriptor) != 0 { code = errno }
    if close(descriptor) != 0, code == 0 { code = errno }
    if code == 0, rename(temporary, target) != 0 { code = errno }
    guard code == 0 else {
      unlink(temporary)
      throw unwritable(code)
    }
  }

  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    var offset = 0
    while offset < bytes.count {
      let count = bytes[offset...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return errno }
      offset += count
    }
    return 0
  }

  /// Makes a folder and those above it; the error code when that fails.
  static func makeFolders(_ folder: String) -> Int32? {
    guard !folder.isEmpty, access(folder, F_OK) != 0 else { return nil }
    let parent = folder.lastIndex(of: "/").map { String(folder[..<$0]) } ?? ""
    if let code = makeFolders(parent) { return code }
    guard mkdir(folder, 0o700) != 0, errno != EEXIST else { return nil }
    return errno
  }

  /// The path with links followed, where it exists.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func failure(_ code: Int32, _ other: SettingsError, _ path: String) -> SettingsError {
    code == EACCES || code == EPERM || code == EROFS ? .notPermitted(path: path) : other
  }

  private static func errorText(_ code: Int32) -> String {
    var buffer = [CChar](repeating: 0, count: 256)
    guard strerror_r(code, &buffer, buffer.count) == 0 else { return "error \(code)" }
    let text = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return SafeText.line(text).lowercasedFirst
  }
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
