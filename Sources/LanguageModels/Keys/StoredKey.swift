/// A key as the file of keys has it.
struct StoredKey: Sendable, Hashable {
  /// What it is for.
  var binding: KeyBinding
  /// Another for each key that was ever stored, so that a key which was read from the keyring is known to be still the one.
  var tag: String
  /// The key; `nil` where the keyring has it.
  var key: APIKey?
}

extension StoredKey {
  /// The entry in the file.
  var json: JSONValue {
    var members = [
      JSONMember("backend", .string(binding.backend)), JSONMember("origin", .string(binding.origin)),
      JSONMember("tag", .string(tag)),
    ]
    if let key { members.append(JSONMember("key", .string(key.secret))) }
    return .object(members)
  }

  /// Reads an entry; `nil` when it is none.
  init?(_ json: JSONValue) {
    guard let backend = json["backend"]?.string, let origin = json["origin"]?.string, let tag = json["tag"]?.string
    else { return nil }
    self.init(
      binding: KeyBinding(backend: backend, origin: origin), tag: tag, key: json["key"]?.string.flatMap(APIKey.init))
  }
}
