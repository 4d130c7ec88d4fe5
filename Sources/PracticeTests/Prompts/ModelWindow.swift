import LanguageModels

/// The tokens that a model can hold at once, prompt and answer together.
struct ModelWindow: Sendable {
  /// `nil` where the backend does not say.
  var tokens: Int?
  /// Counts as the model does; `nil` where its backend has no counter to ask.
  var count: @Sendable (String) async -> Int?

  /// Nothing is known, and what does not fit is for the backend to say.
  static let unknown = ModelWindow(tokens: nil) { _ in nil }

  /// What a chat template adds to each message, at the most.
  private static let frame = 20
  /// What a backend that does not say is trusted with, where less would do.
  private static let usual = 4096

  /// Whether a request fits in with what would be good to have, and not only with what it needs.
  func hasRoom(for request: LLMRequest) async -> Bool {
    await size(of: request, within: tokens ?? Self.usual) <= tokens ?? Self.usual
  }

  /// Makes sure that a request fits: nothing of it may be cut in silence.
  ///
  /// - Throws: `LLMError.contextExceeded`.
  func check(_ request: LLMRequest) async throws(LLMError) {
    guard let tokens else { return }
    let size = await size(of: request, within: tokens)
    guard size <= tokens else { throw .contextExceeded(promptTokens: size - request.maxTokens, limit: tokens) }
  }

  /// The tokens of a request and its answer: a safe estimate, where that is small enough or nobody counts.
  private func size(of request: LLMRequest, within limit: Int) async -> Int {
    let answer = request.maxTokens + Self.frame * request.messages.count
    let estimate = request.messages.reduce(answer) { $0 + TokenEstimate.most(of: $1.content) }
    guard estimate > limit else { return estimate }
    var counted = answer
    for message in request.messages {
      guard let tokens = await count(message.content) else { return estimate }
      counted += tokens
    }
    return counted
  }
}

extension AIAssignment {
  /// What the model of the one who does the task can hold.
  var window: ModelWindow {
    ModelWindow(tokens: contextTokens) { [provider] text in await provider.countTokens(text) }
  }
}

/// How many tokens a text has for models without a counter.
enum TokenEstimate {
  /// The most: no common tokenizer makes more of three bytes than one.
  static func most(of text: String) -> Int { text.utf8.count / 3 + 1 }
}

/// The windows of the backends that write, each asked for until it is known.
actor ModelWindows {
  private let service: LocalLLMService
  private var known: [LLMBackendConfig: ModelWindow]

  init(_ service: LocalLLMService, known: [LLMBackendConfig: ModelWindow] = [:]) {
    (self.service, self.known) = (service, known)
  }

  /// The window of a backend's model.
  func window(of backend: String) async -> ModelWindow {
    let configuration = await service.backends.first { $0.id == backend }
    if let configuration, let window = known[configuration] { return window }
    let tokens = await service.capabilities(of: backend).contextTokens
    let window = ModelWindow(tokens: tokens) { [service] text in
      await service.countTokens(text, backend: backend)
    }
    if let configuration, tokens != nil { known[configuration] = window }
    return window
  }
}
