import LanguageModels

/// The key of a backend as `testlet backends key` lists it, never the key itself.
struct KeyRow: Listed {
  private let backend: LLMBackendConfig
  private let found: Result<KeyDescription?, KeyError>

  init(_ backend: LLMBackendConfig, _ keys: KeyStore) async {
    self.backend = backend
    do throws(KeyError) {
      found = .success(try await keys.description(for: backend))
    } catch {
      found = .failure(error)
    }
  }

  /// The columns of a line.
  var columns: [String] {
    let state =
      switch found {
      case .success(let key): key?.text ?? "no key"
      case .failure(let error): error.sentence
      }
    return [backend.id, backend.url ?? "-", state]
  }

  /// The JSON object.
  var json: JSONValue {
    var (masked, source, reason): (JSONValue, JSONValue, JSONValue) = (.null, .null, .null)
    switch found {
    case .success(let key?):
      masked = .string(key.masked)
      source = .string(Self.name(key.source))
    case .success(nil): break
    case .failure(let error): reason = .string(error.sentence)
    }
    return .members([
      ("id", .string(backend.id)), ("url", backend.url.map(JSONValue.string) ?? .null), ("key", masked),
      ("source", source), ("reason", reason),
    ])
  }

  private static func name(_ source: KeyDescription.Source) -> String {
    switch source {
    case .environment: "environment"
    case .keyring: "keyring"
    case .file: "file"
    }
  }
}
