import LanguageModels

@testable import TestletApp

/// Models beside the built-in writer.
enum ModelStandIn {
  /// On this machine.
  static let local = LLMBackendConfig(id: "model", kind: .openAICompatible, url: "http://localhost:1", model: "m")
  /// On another.
  static let remote = LLMBackendConfig(
    id: "far", kind: .openAICompatible, url: "https://models.example/v1", model: "gpt")

  /// Makes the built-in writer, and models whose answers a test writes.
  static func factory(
    _ availability: BackendAvailability = .available(latencyMilliseconds: 1, proven: true),
    respond: @escaping MockResponder
  ) -> LLMBackendFactory {
    LLMBackendFactory { configuration throws(LLMError) in
      guard configuration.kind != .mock else { return try AppDriver.noServers.make(configuration) }
      return MockLLMBackend(configuration: configuration, availability: availability, respond: respond)
    }
  }
}
