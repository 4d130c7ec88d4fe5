#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Small text files, such as the settings.
extension AtomicFile {
  private static let maximumBytes = 1 << 20

  /// The text of a file; `nil` when there is none.
  static func contents(of path: String) throws(SettingsError) -> String? {
    func unreadable(_ reason: String) -> SettingsError { .unreadable(path: path, reason: reason) }
    func failed() -> SettingsError {
      let failure = Failure()
      return settingsError(failure, .unreadable(path: path, reason: failure.reason), path)
    }
    // Without O_NONBLOCK, opening a pipe would wait for a writer.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw failed()
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failed() }
    guard status.st_mode & S_IFMT == S_IFREG else { throw unreadable("it is not a file") }
    guard status.st_size <= maximumBytes else { throw unreadable("it is larger than a settings file can be") }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= maximumBytes {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw failed() }
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw unreadable("it is not UTF-8 text") }
    return text
  }

  /// Replaces a file, or makes it (and its folder) for its owner only; its own mode stays.
  static func replace(_ path: String, with text: String) throws(SettingsError) {
    func unwritable(_ failure: Failure) -> SettingsError {
      settingsError(failure, .unwritable(path: path, reason: failure.reason), path)
    }
    let folder = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
    if let code = makeFolders(folder) { throw unwritable(Failure(code: code)) }
    do {
      try make(path, mode: mode(of: path) ?? 0o600, replacing: true) { try write(Array(text.utf8), to: $1) }
    } catch {
      throw unwritable(error as? Failure ?? Failure(code: EIO))
    }
  }

  /// Makes a folder and those above it, for their owner only; the error code when that fails.
  package static func makeFolders(_ folder: String) -> Int32? {
    guard !folder.isEmpty, access(folder, F_OK) != 0 else { return nil }
    let parent = folder.lastIndex(of: "/").map { String(folder[..<$0]) } ?? ""
    if let code = makeFolders(parent) { return code }
    guard mkdir(folder, 0o700) != 0, errno != EEXIST else { return nil }
    return errno
  }

  private static func settingsError(_ failure: Failure, _ other: SettingsError, _ path: String) -> SettingsError {
    [EACCES, EPERM, EROFS].contains(failure.code) ? .notPermitted(path: path) : other
  }
}
