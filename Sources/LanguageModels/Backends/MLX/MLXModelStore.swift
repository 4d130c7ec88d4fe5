import Foundation

/// The models for MLX on this machine: folders, and the hub's cache.
struct MLXModelStore: Sendable {
  /// The folder of the hub's cache.
  let cache: String
  private let home: String

  /// The most entries of a folder that are looked at.
  private static let mostEntries = 10_000
  /// The longest configuration of a model that is read, in bytes.
  private static let longestConfiguration = 1 << 20

  /// Finds the cache as the hub's own library does.
  init(environment: [String: String]) {
    func folder(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    home = environment["HOME"] ?? ""
    let general = folder("XDG_CACHE_HOME") ?? "\(home)/.cache"
    let hub = folder("HF_HOME") ?? "\(general)/huggingface"
    cache = folder("HF_HUB_CACHE") ?? folder("HUGGINGFACE_HUB_CACHE") ?? "\(hub)/hub"
  }

  /// How much a download is, where that is known before it begins.
  static func remark(on model: String) -> String {
    model == LLMBackendConfig.mlxDefault.model ? " (about 4.3 GB, once)" : ""
  }

  /// Every model in the cache, by name.
  func models() -> [ModelInfo] {
    entries(cache).filter { $0.hasPrefix("models--") }.sorted().compactMap { entry -> ModelInfo? in
      let name = String(entry.dropFirst("models--".count)).replacing("--", with: "/")
      guard let snapshot = snapshot(in: entry) else { return nil }
      return ModelInfo(
        name: SafeText.line(name, limit: 300), bytes: size("\(cache)/\(entry)/blobs"),
        contextLength: contextLength(in: snapshot))
    }
  }

  /// The folder of a model; `nil` when it is not whole, or not on this machine.
  func folder(of model: String) -> String? {
    let path = model.hasPrefix("~/") ? home + model.dropFirst() : model
    if isModel(path) { return path }
    let parts = model.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2, !parts.contains(where: { $0.isEmpty || $0.hasPrefix(".") }) else { return nil }
    return snapshot(in: "models--" + parts.joined(separator: "--"))
  }

  /// Tokens that a model's window holds, as its configuration says.
  func contextLength(in folder: String) -> Int? {
    guard let file = FileHandle(forReadingAtPath: "\(folder)/config.json"),
      let data = try? file.read(upToCount: Self.longestConfiguration),
      let json = try? JSONValue(parsing: String(decoding: data, as: UTF8.self))
    else { return nil }
    let name = "max_position_embeddings"
    return (json[name] ?? json["text_config"]?[name])?.int.flatMap { $0 > 0 ? $0 : nil }
  }

  private func snapshot(in entry: String) -> String? {
    let isCut = entries("\(cache)/\(entry)/blobs").contains { $0.hasSuffix(".incomplete") }
    guard !isCut else { return nil }
    let snapshots = "\(cache)/\(entry)/snapshots"
    return entries(snapshots).lazy.map { "\(snapshots)/\($0)" }.first(where: isModel)
  }

  private func isModel(_ folder: String) -> Bool {
    let names = entries(folder)
    return names.contains("config.json") && names.contains { $0.hasSuffix(".safetensors") }
  }

  private func size(_ folder: String) -> Int64 {
    entries(folder).reduce(0) { sum, name in
      let attributes = try? FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")
      return sum + ((attributes?[.size] as? NSNumber)?.int64Value ?? 0)
    }
  }

  private func entries(_ folder: String) -> ArraySlice<String> {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).prefix(Self.mostEntries)
  }
}
