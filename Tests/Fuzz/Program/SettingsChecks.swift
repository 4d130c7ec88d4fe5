import Foundation
import LanguageModels
import PracticeTests

/// A setting is changed and nothing else, or the file stays as it is.
enum SettingsChecks {
  private static let path = FileManager.default.temporaryDirectory.appending(path: "settings-\(getpid()).toml")
    .path(percentEncoded: false)

  static func settings(_ text: String) {
    let bytes = Data(text.utf8)
    guard FileManager.default.createFile(atPath: path, contents: bytes), var file = try? SettingsFile(path: path) else {
      return
    }
    _ = try? BackendSettings(file)
    _ = try? GenerationSettings(file)
    _ = try? ReviewSettings(file)
    do {
      try file.set("ui.theme", to: .string("dark"))
    } catch {
      require(FileManager.default.contents(atPath: path) == bytes, "the file changed: \(error)")
      return
    }
    require(file.value(for: "ui.theme") == .string("dark"), "the setting is not there")
    // Where it had a value, lines that look like comments may have been a part of that.
    guard !text.contains("theme") else { return }
    let lines = Set(file.text.split(whereSeparator: \.isNewline))
    let lost = text.split(whereSeparator: \.isNewline).first { $0.hasPrefix("#") && !lines.contains($0) }
    require(lost == nil, "a comment is lost: \(lost ?? "")")
  }
}
