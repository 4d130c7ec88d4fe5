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

  /// Names the one who does a task.
  public init(_ assignment: AIAssignment) {
    let host: String? = if case .host(let name) = assignment.provider.place { name } else { nil }
    self.init(backend: assignment.provider.configuration.id, model: assignment.choice.chosen?.model, host: host)
  }

  /// In words: "openai gpt-4 at api.openai.com".
  public var text: String {
    let name = [backend, model].compactMap(\.self).joined(separator: " ")
    return SafeText.line(host.map { "\(name) at \($0)" } ?? name)
  }
}
