/// A model as `GET /api/tags` and `GET /api/ps` list it.
struct OllamaModel: Sendable, Hashable {
  /// The name to ask for it by.
  var name: String
  /// The size on disk in bytes.
  var bytes: Int64?
  /// The machine that it really runs on, where that is another one.
  var remoteHost: String?
  /// The context that it is loaded with, in tokens.
  var loadedContext: Int?

  /// Reads an entry of a list; `nil` when it has no name.
  init?(_ json: JSONValue) {
    guard let name = json["name"]?.string ?? json["model"]?.string, !name.isEmpty else { return nil }
    self.name = SafeText.line(name, limit: 300)
    bytes = json["size"]?.int.map(Int64.init)
    remoteHost = json["remote_host"]?.string
    loadedContext = json["context_length"]?.int
  }

  /// Whether this is the model that a name means.
  func isNamed(_ other: String) -> Bool {
    Self.canonical(name) == Self.canonical(other)
  }

  /// The full name: `llama3.2` is `llama3.2:latest`, and the library is where models come from unless said otherwise.
  private static func canonical(_ name: String) -> String {
    var name = name.lowercased()[...]
    for prefix in ["registry.ollama.ai/", "library/"] where name.hasPrefix(prefix) {
      name = name.dropFirst(prefix.count)
    }
    let last = name.split(separator: "/").last ?? name
    return last.contains(":") ? String(name) : "\(name):latest"
  }
}

/// What `POST /api/show` says of a model.
struct OllamaModelDetails: Sendable, Hashable {
  /// The most tokens that the model can hold, prompt and answer together.
  var contextLimit: Int?
  /// Whether it can reason before it answers.
  var canThink = false
  /// The machine that it really runs on, where that is another one.
  var remoteHost: String?

  /// Reads the answer.
  init(_ json: JSONValue) {
    let info = json["model_info"]
    let family = info?["general.architecture"]?.string
    let limit =
      family.flatMap { info?["\($0).context_length"] }
      ?? info?.members?.first { $0.name.hasSuffix(".context_length") }?.value
    contextLimit = limit?.int.flatMap { $0 > 0 ? $0 : nil }
    canThink = json["capabilities"]?.elements?.contains(.string("thinking")) ?? false
    remoteHost = json["remote_host"]?.string
  }
}
