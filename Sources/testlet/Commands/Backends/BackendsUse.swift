import ArgumentParser
import LanguageModels

extension Backends {
  /// `testlet backends use ID`.
  struct Use: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Choose the backend that writes.")

    @Argument(help: "The backend's id.")
    var id: String

    @Option(help: ArgumentHelp("Agree that this host, which is not this machine, gets your notes.", valueName: "host"))
    var agree: String?

    @OptionGroup var options: GlobalOptions

    func run() async throws {
      var workspace = try Workspace(options)
      let backend = try await workspace.service(using: id).selected
      if let agree { try workspace.agree(backend, host: agree) }
      let service = try workspace.service()
      let availability = await service.availability(of: id)
      if case .unavailable(.notPermitted) = availability {
        throw BackendUnavailable(configuration: backend, availability: availability)
      }
      try await service.select(id)
      let advice = availability.advice(for: backend).map { " It can't be used yet. \($0)" } ?? ""
      Output.note("Questions are written by \"\(id)\" from now on.\(advice)")
    }
  }
}

extension Workspace {
  /// Notes that the student agrees to the server of a backend.
  fileprivate mutating func agree(_ backend: LLMBackendConfig, host: String) throws {
    guard let address = backend.url.flatMap({ try? ServerURL($0) }), !address.isLoopback else {
      throw UsageError("The backend \"\(backend.id)\" runs on this machine: leave out --agree.")
    }
    guard host.lowercased() == address.host else {
      throw UsageError("The host of \"\(backend.id)\" is \(address.host): agree with --agree \(address.host).")
    }
    let agreement = EgressAgreement(
      backend: backend.id, keySource: backend.keyEnvironmentVariable, origin: address.origin)
    try changeSettings { try $0.agree(to: agreement) }
  }
}
