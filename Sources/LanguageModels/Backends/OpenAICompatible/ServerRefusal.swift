/// An error as OpenAI-compatible servers word it: `{"error": {"message": ...}}`, `{"error": "..."}`, or plain text.
struct ServerRefusal: Sendable, Hashable {
  /// The HTTP status; 200 for an error inside a success.
  var status: Int
  /// What the server says, sanitised and cut.
  var detail: String
  /// The server's name for the kind of error, its code and the parameter, in lower case, with the whole message.
  var searchText: String
  /// Tokens of the prompt, where an overflow of the context says so.
  var promptTokens: Int?
  /// Tokens that the context holds.
  var contextLimit: Int?
  /// Whether a key was sent.
  var hadKey = false

  /// Reads the body of an answer with an error status.
  init(status: Int, body: String, key: APIKey?) {
    let json = try? JSONValue(parsing: body)
    self.init(status: status, error: json.map { Self.error(in: $0) ?? $0 }, body: body, key: key)
  }

  /// Reads the `error` member of an answer or event that came with status 200; `nil` when there is none.
  init?(insideSuccess json: JSONValue, key: APIKey?) {
    guard let error = Self.error(in: json) else { return nil }
    self.init(status: 200, error: error, body: error.text, key: key)
  }

  /// A refusal whose wording was read already.
  init(status: Int, detail: String) {
    self.status = status
    self.detail = detail
    searchText = detail.lowercased()
  }

  private init(status: Int, error: JSONValue?, body: String, key: APIKey?) {
    self.status = status
    let isMarkup = body.drop(while: \.isWhitespace).first == "<"
    let message =
      error?["message"]?.string ?? error?["detail"]?.string ?? error?.string ?? (isMarkup ? "a web page" : body)
    detail = SafeText.line(message, hiding: key?.secret)
    hadKey = key != nil
    let names = ["type", "code", "param"].compactMap { error?[$0]?.string }
    searchText = String((names + [message]).joined(separator: " ").lowercased().prefix(4000))
    promptTokens = error?["n_prompt_tokens"]?.int
    contextLimit = error?["n_ctx"]?.int
  }

  private static func error(in json: JSONValue) -> JSONValue? {
    guard let error = json["error"], error != .null else { return nil }
    return error
  }

  /// Whether the refusal is about the form of the answer. A refusal without a word may be.
  var namesSchema: Bool {
    detail.isEmpty
      || [
        "response_format", "schema", "grammar", "json_object", "structured", "guided", "output_config", "output_format",
        "tool",
      ].contains(where: searchText.contains)
  }

  /// Whether the prompt was too long for the model.
  var namesContext: Bool {
    [
      "exceed_context_size", "context_length_exceeded", "context length", "context size", "context window",
      "prompt is too long",
    ].contains(where: searchText.contains)
  }

  /// Whether the server may take the request a little later; an account that is used up is mended by no waiting.
  var isBusy: Bool { [429, 502, 503, 529].contains(status) && !searchText.contains("insufficient_quota") }

  /// The error to report.
  func failure(url: ServerURL, model: String?, sentSchema: Bool) -> LLMError {
    if namesContext { return .contextExceeded(promptTokens: promptTokens ?? 0, limit: contextLimit ?? 0) }
    switch status {
    case 200 where searchText.contains("overloaded"): return .status(code: 529, detail: detail)
    case 200: return .failedOnServer(detail: detail)
    case 300..<400:
      return .unexpectedAnswer(url: url.text, detail: "it points to another address, which is not followed")
    case 401, 403: return hadKey ? .keyRefused : .keyMissing(variable: nil)
    case 404 where searchText.contains("model"): return .modelMissing(model: model ?? "default")
    case 404, 405: return .unexpectedAnswer(url: url.text, detail: detail)
    case 503 where searchText.contains("loading"): return .loading(detail: detail)
    case 400, 422:
      return sentSchema && namesSchema && !detail.isEmpty
        ? .schemaRefused(detail: detail) : .status(code: status, detail: detail)
    default: return .status(code: status, detail: detail)
    }
  }
}
