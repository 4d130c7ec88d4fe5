import ArgumentParser
import LanguageModels

extension Backends {
  /// `testlet backends add ID`.
  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "add", abstract: "Add a backend to the settings.")

    @Argument(help: "An id for it: letters, digits, - and _.")
    var id: String

    @Option(help: "mock, ollama, openai-compatible or mlx.")
    var kind: BackendKind

    @Option(help: "The address of the server.")
    var url: String?

    @Option(help: "The model.")
    var model: String?

    @Option(help: "The kind of server: openai, azure, anthropic, lm-studio, llama.cpp, vllm, mlx or custom.")
    var profile: ServerProfile?

    @Option(help: ArgumentHelp("The environment variable that holds the API key.", valueName: "name"))
    var keyEnv: String?

    @Option(help: ArgumentHelp("The Python that runs the MLX worker.", valueName: "path"))
    var python: String?

    @OptionGroup var options: GlobalOptions

    func validate() throws {
      if kind == .openAICompatible, url == nil { throw ValidationError("Give the server's --url.") }
    }

    func run() async throws {
      var workspace = try Workspace(options, makesSettings: true)
      try workspace.changeSettings { file in
        try file.addBackend(
          id, kind: kind,
          values: [
            "profile": profile?.rawValue, "url": url, "model": model, "key-env": keyEnv, "python": python,
          ])
      }
      Output.note("Added \"\(id)\": choose it with `testlet backends use \(id)`.")
    }
  }
}
