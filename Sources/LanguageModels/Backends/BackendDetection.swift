extension LLMBackendConfig {
  /// Servers where their makers let them listen, on this machine.
  static let usualPlaces = [
    LLMBackendConfig.ollamaDefault,
    .openAICompatible(
      id: "llama-cpp", keyEnvironmentVariable: nil, endpoint: "http://localhost:8080", model: nil, profile: .llamaCpp),
    .openAICompatible(
      id: "lm-studio", keyEnvironmentVariable: nil, endpoint: "http://localhost:1234", model: nil, profile: .lmStudio),
    .openAICompatible(
      id: "vllm", keyEnvironmentVariable: nil, endpoint: "http://localhost:8000", model: nil, profile: .vllm),
  ]
}

extension LLMBackendFactory {
  /// The servers that answer at their usual places on this machine; nothing is changed, and no other machine is asked.
  public func detect() async -> [LLMBackendConfig] {
    await detect(at: LLMBackendConfig.usualPlaces)
  }

  func detect(at places: [LLMBackendConfig]) async -> [LLMBackendConfig] {
    await withTaskGroup(of: Int?.self) { group in
      for (index, place) in places.enumerated() where place.isOnThisMachine {
        group.addTask { [self] in
          guard let backend = try? make(place), await backend.availability().answers else { return nil }
          return index
        }
      }
      return await group.reduce(into: []) { found, index in found += index.map { [$0] } ?? [] }.sorted().map {
        places[$0]
      }
    }
  }
}

extension BackendAvailability {
  /// Whether a server of the expected kind is there, with or without a model.
  fileprivate var answers: Bool {
    switch self {
    case .available, .loading, .unavailable(.noModel), .unavailable(.modelMissing): true
    case .unavailable, .unknown: false
    }
  }
}
