import Foundation
import LanguageModels

/// The editor of the student's choice, in this terminal.
struct TextEditor {
  /// What the editor may know of the environment.
  var environment: [String: String]

  /// A text in a file of its own, which only the student can read.
  struct Draft {
    let folder: URL
    var file: URL { folder.appending(path: "question.txt") }
    var path: String { file.path(percentEncoded: false) }

    /// What the file holds now; nobody types as much as a megabyte.
    func text() throws -> String {
      // Of an emptied file there is nothing to read, which is no fault of the editor's.
      guard let handle = try? FileHandle(forReadingFrom: file),
        let data = try? handle.read(upToCount: 1 << 20) ?? Data()
      else {
        throw EditorFailed(reason: "its file can't be read any more")
      }
      return String(decoding: data, as: UTF8.self)
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }
  }

  /// Opens a text, and comes back when the editor is closed.
  ///
  /// - Throws: ``EditorFailed``; the text is gone then.
  func open(_ text: String) throws -> Draft {
    let name = "testlet-\(UUID().uuidString)"
    let draft = Draft(folder: FileManager.default.temporaryDirectory.appending(path: name))
    do {
      try FileManager.default.createDirectory(
        at: draft.folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
      try Data(text.utf8).write(to: draft.file)
    } catch {
      throw EditorFailed(reason: "no file can be made for it in \(FileManager.default.temporaryDirectory.path())")
    }
    let status = run(on: draft.path)
    guard status == 0 else {
      // What was typed and saved before an editor fails is not thrown away.
      let isUntouched = (try? draft.text()) == text
      if isUntouched { draft.remove() }
      throw EditorFailed(reason: Self.reason(status, command), path: isUntouched ? nil : draft.path)
    }
    return draft
  }

  /// Why an editor was of no use; the shell has codes of its own for what it can't start.
  private static func reason(_ status: Int32, _ command: String) -> String {
    let name = "\"\(SafeText.line(command))\""
    return switch status {
    case 126: "\(name) can't be run"
    case 127: "\(name) is not there"
    default: "\(name) ended with \(status)"
    }
  }

  private var command: String {
    [environment["VISUAL"], environment["EDITOR"]].compactMap(\.self).first { !$0.isEmpty } ?? "vi"
  }

  /// Starts the shell with the signals of a program that a shell starts: the thread here may have some blocked, and the
  /// program ignores some.
  private func spawn(
    _ id: inout pid_t, _ argv: [UnsafeMutablePointer<CChar>?], _ envp: [UnsafeMutablePointer<CChar>?]
  ) -> Int32 {
    #if canImport(Darwin)
      var attributes: posix_spawnattr_t?
    #else
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var (none, usual) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigemptyset(&usual)
    for signal in [SIGINT, SIGPIPE] { sigaddset(&usual, signal) }
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &usual)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    return posix_spawn(&id, "/bin/sh", nil, &attributes, argv, envp)
  }

  /// By the shell, for an editor may have options; in our own process group, so that it has the terminal.
  private func run(on path: String) -> Int32 {
    let arguments = ["sh", "-c", "\(command) \"$1\"", "sh", path]
    let argv = arguments.map { strdup($0) } + [nil]
    let envp = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (argv + envp).forEach { free($0) } }
    var id: pid_t = 0
    guard spawn(&id, argv, envp) == 0 else { return 127 }
    // Ctrl-C is the editor's meanwhile.
    let before = signal(SIGINT, SIG_IGN)
    defer { signal(SIGINT, before) }
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F
  }
}

extension Workspace {
  /// The editor, which gets to know no key.
  func textEditor(for settings: BackendSettings) -> TextEditor {
    TextEditor(environment: settings.withoutKeys(ProcessInfo.processInfo.environment))
  }
}

/// The editor could not be used.
struct EditorFailed: ReportableError {
  var reason: String
  /// Where what was typed is, if anything was.
  var path: String?
  var sentence: String {
    let rest = path.map { " What you wrote is in \($0)." } ?? ""
    return
      "The editor could not be used, because \(reason): set EDITOR to one that works. The question stays as it was.\(rest)"
  }
  var category: FailureCategory { .unavailable }
}
