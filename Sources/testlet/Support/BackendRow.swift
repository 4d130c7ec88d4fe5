import LanguageModels

/// A backend as `testlet backends` lists it.
struct BackendRow: Listed {
  private let configuration: LLMBackendConfig
  private let availability: BackendAvailability
  private let isSelected: Bool

  init(_ configuration: LLMBackendConfig, _ availability: BackendAvailability, isSelected: Bool) {
    self.configuration = configuration
    self.availability = availability
    self.isSelected = isSelected
  }

  private var nextStep: String? { availability.nextStep(for: configuration) }

  private var latency: Double? {
    if case .available(let milliseconds, _) = availability { milliseconds } else { nil }
  }

  /// The columns of a line, the selected backend with a star.
  var columns: [String] {
    let state =
      latency.map { "available, \(Int($0.rounded())) ms" } ?? availability.advice(for: configuration)
      ?? "It did not answer in time."
    let name = (isSelected ? "* " : "  ") + configuration.id
    return [name, configuration.kind.rawValue, configuration.model ?? "-", configuration.url ?? "this program", state]
  }

  /// The documented JSON object.
  var json: JSONValue {
    .members([
      ("id", .string(configuration.id)), ("kind", .string(configuration.kind.rawValue)),
      ("model", configuration.model.map(JSONValue.string) ?? .null),
      ("url", configuration.url.map(JSONValue.string) ?? .null), ("selected", .bool(isSelected)),
      ("available", .bool(availability.isAvailable)), ("reason", availability.reason.map(JSONValue.string) ?? .null),
      ("nextStep", nextStep.map(JSONValue.string) ?? .null),
      ("latencyMs", latency.map { .number(String(($0 * 10).rounded() / 10)) } ?? .null),
    ])
  }
}
