import LanguageModels

/// Who wrote a text that nobody has checked.
public struct ModelSignature: Sendable, Hashable {
  /// The id of the backend.
  public var backend: String
  /// The model; `nil` where only its server knows.
  public var model: String?
  /// The host, where it is not this machine.
  public var host: String?

  /// Makes a signature.
  public init(backend: String, model: String?, host: String? = nil) {
    (self.backend, self.model, self.host) = (backend, model, host)
  }

  /// Names the one who is chosen for a task.
  public init(_ candidate: AICandidate) {
    let host: String? = if case .host(let name) = candidate.place { name } else { nil }
    self.init(backend: candidate.id, model: candidate.model, host: host)
  }

  /// Names the one who does a task.
  ///
  /// - Parameter response: what it has answered, which names the model that did so.
  public init(_ assignment: AIAssignment, _ response: LLMResponse? = nil) {
    let configuration = assignment.provider.configuration
    let host: String? = if case .host(let name) = configuration.place { name } else { nil }
    self.init(
      backend: response?.backend ?? configuration.id,
      model: response.flatMap { $0.model.isEmpty ? nil : $0.model } ?? configuration.model, host: host)
  }

  /// In words: "openai gpt-4 at api.openai.com".
  public var text: String {
    let name = [backend, model].compactMap(\.self).joined(separator: " ")
    return SafeText.line(host.map { "\(name) at \($0)" } ?? name)
  }
}
