import ArgumentParser
import LanguageModels

/// `testlet backends`.
struct Backends: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the backends: what they run, and whether they can be used now.",
    subcommands: [Use.self, Try.self, Add.self, Remove.self])

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var options: GlobalOptions

  func run() async throws {
    let service = try Workspace(options).service()
    let found = await service.refreshAll()
    let selected = await service.selected.id
    let rows = await service.backends.map { BackendRow($0, found[$0.id] ?? .unknown, isSelected: $0.id == selected) }
    if json {
      Output.json(.array(rows.map(\.json)))
    } else {
      for row in rows { Output.line(Output.plain(row.text)) }
    }
  }

  /// `testlet backends use ID`.
  struct Use: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Choose the backend that writes.")

    @Argument(help: "The backend's id.")
    var id: String

    @OptionGroup var options: GlobalOptions

    func run() async throws {
      try await Workspace(options).service().select(id)
      Output.note("Questions are written by \"\(id)\" from now on.")
    }
  }

  /// `testlet backends test ID`.
  struct Try: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "test", abstract: "Send a backend one prompt and print its answer.")

    @Argument(help: "The backend's id.")
    var id: String

    @Option(help: "What to ask.")
    var prompt = "In one sentence: why do students forget what they do not review?"

    @OptionGroup var options: GlobalOptions

    func run() async throws {
      let service = try Workspace(options).service(using: id)
      let request = LLMRequest(messages: [LLMMessage(.user, prompt)], maxTokens: 256)
      let response = try await service.generate(request) { _ in }
      Output.line(Output.plain(response.text))
      Output.note("\(response.backend), \(response.model): \(response.usage.outputTokens) tokens")
    }
  }

  /// `testlet backends add ID`.
  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Add a backend to the settings.")

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
      guard BackendSettings.isID(id) else { throw ValidationError("An id has 1 to 40 letters, digits, - and _.") }
      if kind == .openAICompatible, url == nil { throw ValidationError("Give the server's --url.") }
    }

    func run() async throws {
      var workspace = try Workspace(options)
      let known = try await workspace.service().backends
      guard !known.contains(where: { $0.id == id }) else {
        throw UsageError("There is a backend \"\(id)\" already: remove it first, or choose another id.")
      }
      let values: [(String, String?)] = [
        ("kind", kind.rawValue), ("profile", profile?.rawValue), ("url", url), ("model", model), ("key-env", keyEnv),
        ("python", python),
      ]
      try workspace.changeSettings { file in
        try file.addTable(
          "backends.\(id)", values.compactMap { key, value in value.map { (key: key, value: .string($0)) } })
        _ = try BackendSettings(file)
      }
      Output.note("Added \"\(id)\": choose it with `testlet backends use \(id)`.")
    }
  }

  /// `testlet backends remove ID`.
  struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Remove a backend that was added.")

    @Argument(help: "The backend's id.")
    var id: String

    @OptionGroup var options: GlobalOptions

    func run() async throws {
      var workspace = try Workspace(options)
      guard workspace.settings.tables(in: "backends").contains(id) else {
        throw UsageError("The settings hold no backend \"\(id)\" that could be removed.")
      }
      let selected = try await workspace.service().selected.id
      try workspace.changeSettings { file in
        if selected == id { try file.set("backend.selected", to: .string(LLMBackendConfig.mock.id)) }
        try file.removeTable("backends.\(id)")
      }
      Output.note("Removed \"\(id)\".")
    }
  }
}

extension BackendKind: ExpressibleByArgument {}
extension ServerProfile: ExpressibleByArgument {}
