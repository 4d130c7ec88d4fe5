import ArgumentParser

/// Options that every command takes.
struct GlobalOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Keep the library and the log in this folder.", valueName: "dir"))
  var dataDir: String?

  @Option(help: ArgumentHelp("Use this settings file.", valueName: "file"))
  var config: String?

  @Flag(help: "Say more on standard error and in the log, prompts and answers included.")
  var verbose = false

  /// The same options as they are given to a command.
  var arguments: [String] {
    (dataDir.map { ["--data-dir", $0] } ?? []) + (config.map { ["--config", $0] } ?? [])
      + (verbose ? ["--verbose"] : [])
  }
}
