import ArgumentParser
import LanguageModels

/// `testlet config`.
struct Config: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Show or change the settings.", subcommands: [Path.self, Get.self, Set.self])

  @OptionGroup var options: GlobalOptions

  /// Lists every setting with its value.
  func run() async throws {
    let workspace = try Workspace(options)
    let rows = try workspace.catalog.keys.map { key in
      let saved = try workspace.settings.value(for: key)
      return ["\(key.name) = \((saved ?? key.defaultValue)?.toml ?? "\"\"")", saved == nil ? "# default" : ""]
    }
    Output.table(rows)
  }

  /// `testlet config path`.
  struct Path: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "path", abstract: "Print where the settings file is.")

    @OptionGroup var options: GlobalOptions

    func run() async throws {
      // A file that can't be read has to be found too.
      Output.line(try Paths(options).config)
    }
  }

  /// `testlet config get KEY`.
  struct Get: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "get", abstract: "Print one value, such as `backend.selected`.")

    @Argument(help: "The table and the key, joined by a dot.")
    var key: String

    @OptionGroup var options: GlobalOptions

    func run() async throws {
      let workspace = try Workspace(options)
      Output.line(Output.plain(try workspace.catalog.value(of: key, in: workspace.settings)?.text ?? ""))
    }
  }

  /// `testlet config set KEY VALUE`.
  struct Set: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "set", abstract: "Change one value; everything else in the file stays.")

    @Argument(help: "The table and the key, joined by a dot.")
    var key: String

    @Argument(help: "The new value.")
    var value: String

    @OptionGroup var options: GlobalOptions

    func run() async throws {
      var workspace = try Workspace(options, makesSettings: true)
      let catalog = workspace.catalog
      try workspace.changeSettings { try catalog.set(key, to: value, in: &$0) }
    }
  }
}
