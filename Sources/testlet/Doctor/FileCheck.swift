import Foundation
import LanguageModels
import PracticeTests

/// Looks at testlet's files and folders, without making any.
struct FileCheck {
  var paths: Paths
  /// Whether the settings file was named, so that it has to be there.
  var hasNamedSettings: Bool

  /// Everything about files.
  func findings() -> [Finding] {
    [
      settings(), library(), folder("log", of: paths.log, failing: .degraded),
      folder("cache", of: paths.servers, failing: .degraded),
    ]
  }

  private func settings() -> Finding {
    do {
      let file = try SettingsFile(path: paths.config)
      _ = try BackendSettings(file)
      if hasNamedSettings, !file.exists { throw SettingsError.missing(path: paths.config) }
      guard file.exists else { return folder("settings", of: paths.config, failing: .degraded) }
      if let problem = openness(of: paths.config) {
        return Finding(
          "settings", .degraded, "\(paths.config), \(problem)", nextStep: "chmod 600 \(ShellWord.quoted(paths.config))")
      }
      return Finding("settings", .fine, paths.config)
    } catch {
      return Finding("settings", .broken, Self.sentence(error))
    }
  }

  private func library() -> Finding {
    guard FileManager.default.fileExists(atPath: paths.database) else {
      return folder("library", of: paths.database, failing: .broken)
    }
    do {
      let library = try Library(path: paths.database)
      guard try library.isWhole() else {
        return Finding(
          "library", .broken, "\(paths.database) is damaged", nextStep: "bring back a copy of it that you kept")
      }
      return Finding("library", .fine, "\(paths.database), \(try library.tests().count) tests")
    } catch {
      return Finding("library", .broken, Self.sentence(error))
    }
  }

  /// A folder that a file is in or will be in: it, or what it will be made in, has to be writable.
  private func folder(_ subject: String, of file: String, failing: Finding.State) -> Finding {
    let wanted = URL(filePath: file).deletingLastPathComponent()
    let existing =
      sequence(first: wanted) { $0.path().count > 1 ? $0.deletingLastPathComponent() : nil }
      .map { $0.path(percentEncoded: false) }.first { FileManager.default.fileExists(atPath: $0) } ?? "/"
    guard FileManager.default.isWritableFile(atPath: existing) else {
      return Finding(
        subject, failing, "\(existing) can't be written to", nextStep: "change its permissions, or give another place")
    }
    if existing == wanted.path(percentEncoded: false), let problem = openness(of: existing) {
      return Finding(
        subject, .degraded, "\(existing), \(problem)", nextStep: "chmod go-w \(ShellWord.quoted(existing))")
    }
    let isThere = FileManager.default.fileExists(atPath: file)
    return Finding(subject, .fine, isThere ? file : "\(file), made when it is needed")
  }

  /// What is wrong with the permissions; `nil` when only the owner may write.
  private func openness(of path: String) -> String? {
    let mode = (try? FileManager.default.attributesOfItem(atPath: path))?[.posixPermissions] as? Int ?? 0
    return mode & 0o022 == 0 ? nil : "which others may write to"
  }

  private static func sentence(_ error: any Error) -> String {
    (error as? any ReportableError)?.sentence ?? "\(error)"
  }
}
