/// What MLX backends start their Python worker from.
public struct MLXWorkerProgram: Sendable {
  /// The Python source of the worker.
  public var source: String
  /// The environment of the worker. It must hold no key: see ``BackendSettings/withoutKeys(_:)``.
  public var environment: [String: String]
  /// The folder of the virtual environment that testlet looks for, and tells how to make.
  public var virtualEnvironment: String

  /// Makes a description of the worker.
  public init(source: String, environment: [String: String], virtualEnvironment: String) {
    self.source = source
    self.environment = environment
    self.virtualEnvironment = virtualEnvironment
  }

  /// The environment of a worker.
  ///
  /// - Parameter isOffline: whether it may reach no other machine.
  func childEnvironment(isOffline: Bool) -> [String: String] {
    var child = environment
    // Another hub than the one that the student agreed to.
    child["MLXLM_USE_MODELSCOPE"] = nil
    child["HF_HUB_DISABLE_TELEMETRY"] = "1"
    child["HF_HUB_DISABLE_PROGRESS_BARS"] = "1"
    child["HF_HUB_OFFLINE"] = isOffline ? "1" : "0"
    child["TRANSFORMERS_OFFLINE"] = child["HF_HUB_OFFLINE"]
    return child
  }
}

extension LLMBackendConfig {
  /// The hub that models for MLX come from, unless `HF_ENDPOINT` names another one.
  private static let hub = "https://huggingface.co"

  /// The server that this backend may reach, as far as the student has to agree to it: its own, or for MLX the hub.
  ///
  /// - Parameter environment: where the address of another hub is looked up.
  public func server(environment: [String: String]) -> String? {
    guard kind == .mlx else { return url }
    let named = environment["HF_ENDPOINT"] ?? ""
    return named.isEmpty ? Self.hub : named
  }
}
