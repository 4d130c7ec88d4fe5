/// One request to a server.
struct HTTPRequest: Sendable {
  /// Where to.
  var url: ServerURL
  /// The body of a POST; `nil` for a GET.
  var body: String?
  /// Headers beside those that every request has.
  var headers: [HTTPHeader] = []
  /// The header that carries the key, and the key.
  var authorization: (header: String, key: APIKey)?
  /// What the request is bound to when consent is checked.
  var backend: String
  /// The environment variable of the key.
  var keySource: String?
  /// Every limit.
  var limits: HTTPLimits
}

/// A header of a request; never one with a secret.
struct HTTPHeader: Sendable, Hashable {
  /// The name, in lower case.
  var name: String
  /// What it says.
  var value: String
}
