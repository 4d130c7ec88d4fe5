import Foundation
import LanguageModels

/// Where testlet keeps its files, by the XDG base directory specification.
struct Paths {
  var config: String
  var data: String
  var state: String
  var cache: String

  /// The folder of the API keys that no keyring has, beside the settings.
  var keys: String {
    URL(filePath: config).deletingLastPathComponent().appending(path: "keys").path(percentEncoded: false)
  }
  /// The database.
  var database: String { "\(data)/testlet.sqlite" }
  /// What was in the database before it was restored; each further time has a number behind the name.
  var formerLibrary: String { "\(data)/testlet-before-restore.sqlite" }
  /// The virtual environment of the Python that runs MLX.
  var virtualEnvironment: String { "\(data)/mlx" }
  /// The log.
  var log: String { "\(state)/testlet.log" }

  /// What servers have shown, which may be lost.
  var servers: String { "\(cache)/servers.json" }
  /// What the router chose.
  var choices: String { "\(state)/choices.jsonl" }
  /// What was typed on the app's command line.
  var commands: String { "\(state)/commands.txt" }

  /// Reads the environment; `--data-dir` and `--config` come first. A relative path in an XDG variable is ignored, as
  /// the specification asks.
  init(_ options: GlobalOptions) throws {
    let environment = ProcessInfo.processInfo.environment
    func folder(_ variable: String, _ standard: String) throws -> String {
      if let path = environment[variable], path.hasPrefix("/") { return "\(path)/testlet" }
      guard let home = environment["HOME"], home.hasPrefix("/") else { throw PathsError.noHome(variable) }
      return "\(home)/\(standard)/testlet"
    }
    config = try options.config.map(Self.absolute) ?? "\(folder("XDG_CONFIG_HOME", ".config"))/config.toml"
    data = try options.dataDir.map(Self.absolute) ?? folder("XDG_DATA_HOME", ".local/share")
    state = try options.dataDir.map(Self.absolute) ?? folder("XDG_STATE_HOME", ".local/state")
    cache = try options.dataDir.map(Self.absolute) ?? folder("XDG_CACHE_HOME", ".cache")
  }

  private static func absolute(_ path: String) -> String {
    URL(filePath: path).standardizedFileURL.path(percentEncoded: false)
  }
}

/// Why no place for files was found.
enum PathsError: ReportableError {
  case noHome(String)

  var sentence: String {
    switch self {
    case .noHome(let variable):
      "There is no place for testlet's files: set HOME or \(variable) to an absolute path, or give --data-dir and --config."
    }
  }

  var category: FailureCategory { .cannotCreate }
}
