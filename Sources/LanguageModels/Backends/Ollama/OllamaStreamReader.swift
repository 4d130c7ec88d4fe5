/// Reads the answer to `POST /api/chat`: one JSON object a line, the last of which says `"done": true`.
struct OllamaStreamReader: Sendable {
  /// Why the model stopped, once it has.
  private(set) var finishReason: LLMResponse.FinishReason?
  /// What the server counted.
  private(set) var usage = LLMUsage()
  /// The model that answers, as the server names it.
  private(set) var model: String?
  /// Whether the model has reasoned, wherever that stood.
  private(set) var sawReasoning = false
  /// Whether nothing more will come.
  var isComplete: Bool { finishReason != nil }
  /// The answer so far.
  var text: String { answer.text }

  private let url: ServerURL
  private let key: APIKey?
  private var lines: LineReader
  private var answer = AnswerText()
  private var hasBegun = false

  /// Makes a reader.
  init(url: ServerURL, key: APIKey?, limits: HTTPLimits) {
    self.url = url
    self.key = key
    lines = LineReader(limit: limits.eventBytes)
  }

  /// Takes the next bytes, and returns what they add to the answer.
  ///
  /// - Throws: ``LLMError``.
  mutating func feed(_ bytes: ArraySlice<UInt8>) throws(LLMError) -> [LLMDelta] {
    var deltas: [LLMDelta] = []
    for line in try lines.feed(bytes) where !isComplete {
      guard let json = OllamaLine.object(line) else {
        throw hasBegun ? .failedOnServer(detail: "a line that is not JSON") : OllamaLine.foreign(line, url: url)
      }
      deltas += try read(json)
    }
    return deltas
  }

  /// Ends the stream, and returns what was still held back.
  ///
  /// - Throws: ``LLMError/connectionLost`` when the stream was cut, ``LLMError/emptyAnswer``, or another ``LLMError``.
  mutating func finish() throws(LLMError) -> [LLMDelta] {
    var deltas: [LLMDelta] = []
    if !isComplete, let line = lines.finish() {
      guard let json = OllamaLine.object(line) else {
        throw hasBegun ? .connectionLost : OllamaLine.foreign(line, url: url)
      }
      deltas += try read(json)
    }
    guard isComplete else {
      throw hasBegun ? .connectionLost : .unexpectedAnswer(url: url.text, detail: "no chat answer")
    }
    return deltas + note(try answer.finish())
  }

  private mutating func read(_ json: JSONValue) throws(LLMError) -> [LLMDelta] {
    if let refusal = ServerRefusal(insideSuccess: json, key: key) {
      throw refusal.failure(url: url, model: model, sentSchema: false)
    }
    guard json["message"]?.members != nil || json["done"]?.bool == true else { return [] }
    hasBegun = true
    if let name = json["model"]?.string, !name.isEmpty { model = SafeText.line(name, limit: 300) }
    var deltas: [LLMDelta] = []
    if let thought = json["message"]?["thinking"]?.string, !thought.isEmpty { deltas.append(.reasoning(thought)) }
    if let content = json["message"]?["content"]?.string { deltas += answer.add(content) }
    if json["done"]?.bool == true {
      finishReason = Self.finishReason(json["done_reason"]?.string)
      usage = Self.usage(json)
    } else if answer.isStuck {
      finishReason = .length
    }
    return note(deltas)
  }

  private mutating func note(_ deltas: [LLMDelta]) -> [LLMDelta] {
    for case .reasoning in deltas { sawReasoning = true }
    return deltas
  }

  private static func usage(_ json: JSONValue) -> LLMUsage {
    func count(_ name: String) -> Int { min(max(0, json[name]?.int ?? 0), Int(Int32.max)) }
    return LLMUsage(
      promptTokens: count("prompt_eval_count"), cachedPromptTokens: count("prompt_eval_cached_count"),
      outputTokens: count("eval_count"))
  }

  private static func finishReason(_ name: String?) -> LLMResponse.FinishReason {
    switch name {
    case nil, "", "stop": .stop
    case "length": .length
    case let name?: .other(SafeText.line(name, limit: 40))
    }
  }
}

/// One line of Ollama's streams.
enum OllamaLine {
  /// The object that a line holds; `nil` where it holds none.
  static func object(_ line: String) -> JSONValue? {
    guard let json = try? JSONValue(parsing: line), json.members != nil else { return nil }
    return json
  }

  /// The error for a stream that begins with something else.
  static func foreign(_ line: String, url: ServerURL) -> LLMError {
    let isMarkup = line.drop(while: \.isWhitespace).first == "<"
    return .unexpectedAnswer(url: url.text, detail: isMarkup ? "a web page" : "no JSON")
  }
}
