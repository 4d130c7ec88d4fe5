import Foundation

/// Reads how notes begin, for the file browser.
enum PreviewReader {
  private static let mostBytes = 16_384
  private static let readable: Set<String> = ["md", "markdown", "txt"]

  /// How notes begin, or why that can't be shown.
  static func read(_ choice: NoteChoice, samples: [AppEnvironment.SampleNote]) -> NotePreview {
    switch choice {
    case .sample(let name): NotePreview(choice: choice, text: samples.first { $0.name == name }?.text ?? "")
    case .file(let path): NotePreview(choice: choice, text: beginning(of: path))
    }
  }

  private static func beginning(of path: String) -> String {
    guard readable.contains(URL(filePath: path).pathExtension.lowercased()) else {
      return "This kind of file is turned into text once it is chosen."
    }
    var status = stat()
    // A pipe would be waited for.
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, let file = FileHandle(forReadingAtPath: path),
      let bytes = try? file.read(upToCount: mostBytes) ?? Data()
    else { return "The file can't be read: check its permissions." }
    return bytes.isEmpty ? "The file is empty." : String(decoding: bytes, as: UTF8.self)
  }
}
