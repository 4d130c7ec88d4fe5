import ArgumentParser
import Foundation
import LanguageModels

extension Backends {
  /// `testlet backends use ID`.
  struct Use: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "use", abstract: "Choose the backend that writes.")

    @Argument(help: "The backend's id.")
    var id: String

    @Option(
      help: ArgumentHelp(
        "Agree that this host, which is not this machine, gets your notes, what you ask and what you answer.",
        valueName: "host"))
    var agree: String?

    @OptionGroup var options: GlobalOptions

    func run() async throws {
      var workspace = try Workspace(options, makesSettings: true)
      let backend = try await workspace.service(using: id).selected
      if let agree { try await workspace.agree(backend, host: agree) }
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
  fileprivate mutating func agree(_ backend: LLMBackendConfig, host: String) async throws {
    let server = backend.server(environment: ProcessInfo.processInfo.environment)
    guard let address = server.flatMap({ try? ServerURL($0) }) else {
      throw UsageError("The backend \"\(backend.id)\" runs on this machine: leave out --agree.")
    }
    let needed = address.isLoopback ? try await hostBehind(backend) : address.host
    guard host.lowercased() == needed else {
      throw UsageError("The host of \"\(backend.id)\" is \(needed): agree with --agree \(needed).")
    }
    let agreement = EgressAgreement(of: backend, to: needed, environment: ProcessInfo.processInfo.environment)
    try changeSettings { try $0.agree(to: agreement) }
  }

  /// The other machine to which a server on this one sends what it gets, as Ollama does for some models.
  private func hostBehind(_ backend: LLMBackendConfig) async throws -> String {
    guard case .unavailable(.notPermitted(let host)) = try await service().availability(of: backend.id) else {
      throw UsageError("The backend \"\(backend.id)\" runs on this machine: leave out --agree.")
    }
    return host
  }
}
