import ArgumentParser
import LanguageModels

extension Backends {
  /// `testlet backends remove ID`.
  struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove", abstract: "Remove a backend that was added; a built-in one goes back to its defaults.")

    @Argument(help: "The backend's id.")
    var id: String

    @OptionGroup var options: GlobalOptions

    func run() async throws {
      var workspace = try Workspace(options)
      guard workspace.settings.tables(in: "backends").contains(id) else {
        throw UsageError("The settings hold no backend \"\(id)\" to remove: see `testlet backends`.")
      }
      let settings = try BackendSettings(workspace.settings)
      if let backend = settings.backends.first(where: { $0.id == id }) {
        try await workspace.keys.remove(for: backend)
      }
      try workspace.changeSettings { try $0.removeBackend(id) }
      let isBuiltIn = LLMBackendConfig.builtIn.contains { $0.id == id }
      Output.note(isBuiltIn ? "\"\(id)\" is built in: it has its defaults again." : "Removed \"\(id)\".")
    }
  }
}
