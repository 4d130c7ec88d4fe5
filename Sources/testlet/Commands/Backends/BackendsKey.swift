import ArgumentParser
import LanguageModels

extension Backends {
  /// `testlet backends key ID`.
  struct Key: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "key",
      abstract: "Store the API key of a backend, read from standard input; without an id, show where keys come from.",
      discussion: """
        A key is kept in the keyring of the desktop where secret-tool is installed, else in a file for you alone, and goes \
        only to the address that the backend has now.
        """)

    @Argument(help: "The backend's id.")
    var id: String?

    // Else the parser would repeat the key in its complaint.
    @Argument(help: .hidden)
    var rest: [String] = []

    @Flag(help: "Remove the stored key.")
    var remove = false

    @OptionGroup var output: JSONOption

    @OptionGroup var options: GlobalOptions

    func validate() throws {
      if !rest.isEmpty {
        throw ValidationError("Give the key on standard input: other programs can read the arguments.")
      }
      if remove, id == nil { throw ValidationError("Give the id of the backend.") }
      if output.json, id != nil { throw ValidationError("Give --json without an id.") }
    }

    func run() async throws {
      let workspace = try Workspace(options)
      let keys = workspace.keys
      let service = try workspace.service(using: id)
      guard let id else { return await list(await service.backends.filter(\.takesKey), keys) }
      let backend = await service.selected
      if remove {
        let isRemoved = try await keys.remove(for: backend)
        Output.note(isRemoved ? "Removed the stored key of \"\(id)\"." : "There is no stored key of \"\(id)\".")
      } else {
        try await store(backend, keys)
      }
      try await noteVariable(backend, keys)
    }

    private func store(_ backend: LLMBackendConfig, _ keys: KeyStore) async throws {
      guard backend.takesKey else { throw KeyError.takesNone(backend: backend.id) }
      let address = backend.url.flatMap { try? ServerURL($0) }?.origin ?? "-"
      let text = try SecretInput.line(asking: "The API key of \"\(backend.id)\" for \(address): ")
      let stored = try await keys.store(text, for: backend)
      Output.note("Stored the key of \"\(backend.id)\" for \(address): \(stored.text).")
    }

    /// Says so where a key of the environment goes before what is stored.
    private func noteVariable(_ backend: LLMBackendConfig, _ keys: KeyStore) async throws {
      guard case .environment(let variable)? = try await keys.description(for: backend)?.source else { return }
      Output.note("The environment variable \(variable) is set, and goes before what is stored.")
    }

    private func list(_ backends: [LLMBackendConfig], _ keys: KeyStore) async {
      var rows: [KeyRow] = []
      for backend in backends { rows.append(await KeyRow(backend, keys)) }
      Output.list(rows, asJSON: output.json)
    }
  }
}
