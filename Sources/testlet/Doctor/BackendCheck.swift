import Foundation
import LanguageModels

/// Looks at the backends, at servers of this machine that nobody configured, and for MLX.
struct BackendCheck {
  var workspace: Workspace
  var settings: BackendSettings

  /// Everything about backends.
  func findings() async throws -> [Finding] {
    let service = try workspace.service()
    async let detected = workspace.backendFactory(for: settings).detect()
    async let python = mlx()
    let found = await service.refreshAll()
    let backends = await service.backends
    let configured = backends.map { finding($0, found[$0.id] ?? .unknown) }
    return configured + (await detected).compactMap { offer($0, beside: backends) } + [await python]
  }

  private func finding(_ configuration: LLMBackendConfig, _ availability: BackendAvailability) -> Finding {
    let isSelected = configuration.id == settings.selected
    let subject = "backend \(configuration.id)" + (isSelected ? " (selected)" : "")
    if case .available(let milliseconds, _) = availability {
      return Finding(subject, .fine, "available, \(Int(milliseconds.rounded())) ms")
    }
    return Finding(
      subject, isSelected ? .degraded : .absent, availability.problem ?? "it did not answer in time",
      nextStep: availability.step(for: configuration))
  }

  /// A server that answers where no configured backend is.
  private func offer(_ place: LLMBackendConfig, beside backends: [LLMBackendConfig]) -> Finding? {
    let origin = Self.origin(place)
    guard !backends.contains(where: { Self.origin($0) == origin }), let url = place.url else { return nil }
    let command =
      "testlet backends add \(place.id) --kind \(place.kind.rawValue) --profile \(place.profile.rawValue) --url \(url)"
    return Finding("server at \(url)", .absent, "it answers and is not among the backends", nextStep: command)
  }

  /// The Python that MLX backends run with.
  private func mlx() async -> Finding {
    let configured = settings.backends.first { $0.kind == .mlx }?.python
    guard let python = await MLXPython.find(configured, for: workspace.mlxWorker(for: settings)) else {
      return Finding("mlx-lm", .absent, "not found in any Python: only needed for running models with MLX")
    }
    return Finding("mlx-lm", .fine, "\(python.program) has it")
  }

  private static func origin(_ configuration: LLMBackendConfig) -> String? {
    guard let url = configuration.url.flatMap({ try? ServerURL($0) }) else { return nil }
    return url.isLoopback ? "this machine:\(url.port)" : url.origin
  }
}
