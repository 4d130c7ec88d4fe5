import Foundation
import LanguageModels

/// The editor of the student's choice, in this terminal.
struct TextEditor {
  /// What the editor may know of the environment.
  var environment: [String: String]

  /// A text in a file of its own, which only the student can read.
  struct Draft {
    let folder: URL
    var file: URL { folder.appending(path: "question.json") }
    var path: String { file.path(percentEncoded: false) }

    /// What the file holds now; nobody types as much as a megabyte.
    func text() throws -> String {
      guard let handle = try? FileHandle(forReadingFrom: file), let data = try? handle.read(upToCount: 1 << 20) else {
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
      draft.remove()
      throw EditorFailed(reason: "\"\(SafeText.line(command))\" ended with \(status)")
    }
    return draft
  }

  private var command: String {
    [environment["VISUAL"], environment["EDITOR"]].compactMap(\.self).first { !$0.isEmpty } ?? "vi"
  }

  /// By the shell, for an editor may have options; in our own process group, so that it has the terminal.
  private func run(on path: String) -> Int32 {
    let arguments = ["sh", "-c", "\(command) \"$1\"", "sh", path]
    let argv = arguments.map { strdup($0) } + [nil]
    let envp = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (argv + envp).forEach { free($0) } }
    var id: pid_t = 0
    guard posix_spawn(&id, "/bin/sh", nil, nil, argv, envp) == 0 else { return 127 }
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
  var sentence: String {
    "The editor could not be used, because \(reason): set EDITOR to one that works. The question stays as it was."
  }
  var category: FailureCategory { .unavailable }
}
