import LanguageModels

/// A backend as `testlet backends` lists it.
struct BackendRow {
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

  /// A line of columns separated by tabs.
  var text: String {
    let state =
      if availability.isAvailable {
        "available" + (latency.map { ", \(Int($0.rounded())) ms" } ?? "")
      } else {
        [availability.reason ?? "no answer", nextStep].compactMap { $0 }.joined(separator: ": ")
      }
    let name = (isSelected ? "* " : "  ") + configuration.id
    return [name, configuration.kind.rawValue, configuration.model ?? "-", configuration.url ?? "this program", state]
      .joined(separator: "\t")
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
