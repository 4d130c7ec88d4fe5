/// Reads the answer to a chat request: a stream of events, or one JSON body from a server that does not stream.
struct ChatStreamReader: Sendable {
  private enum Form {
    case undecided
    case events
    case body
  }

  /// The answer so far.
  var text: String { answer.text }
  /// Why the model stopped, once it has.
  private(set) var finishReason: LLMResponse.FinishReason?
  /// What the server counted.
  private(set) var usage = LLMUsage()
  /// The model that answers, as the server names it.
  private(set) var model: String?
  /// Whether nothing more will come.
  private(set) var isComplete = false

  private let url: ServerURL
  private let key: APIKey?
  private var form = Form.undecided
  private var parser: ServerSentEventParser
  private var body: [UInt8] = []
  private var answer = AnswerText()
  private var sawChoice = false

  /// Makes a reader.
  init(url: ServerURL, key: APIKey?, limits: HTTPLimits) {
    self.url = url
    self.key = key
    parser = ServerSentEventParser(limit: limits.eventBytes)
  }

  /// Takes the next bytes, and returns what they add to the answer.
  ///
  /// - Throws: ``LLMError``.
  mutating func feed(_ bytes: ArraySlice<UInt8>) throws(LLMError) -> [LLMDelta] {
    if form == .undecided, let first = bytes.first(where: { !$0.isJSONSpace }) {
      form = first == UInt8(ascii: "{") || first == UInt8(ascii: "[") || first == UInt8(ascii: "<") ? .body : .events
    }
    switch form {
    case .undecided: return []
    case .body:
      body += bytes
      return []
    case .events:
      var deltas: [LLMDelta] = []
      for event in try parser.feed(bytes) where !isComplete { deltas += try read(event) }
      return deltas
    }
  }

  /// Ends the stream, and returns what was still held back.
  ///
  /// - Throws: ``LLMError/connectionLost`` when the stream was cut, ``LLMError/emptyAnswer``, or another ``LLMError``.
  mutating func finish() throws(LLMError) -> [LLMDelta] {
    var deltas: [LLMDelta] = []
    switch form {
    case .undecided: throw .unexpectedAnswer(url: url.text, detail: "an empty body")
    case .body: deltas += try readBody()
    case .events:
      if !isComplete, let event = try parser.finish() { deltas += try read(event) }
    }
    guard isComplete || finishReason != nil else {
      throw sawChoice ? .connectionLost : .unexpectedAnswer(url: url.text, detail: "no chat completion")
    }
    return deltas + (try answer.finish())
  }

  private mutating func read(_ event: ServerSentEvent) throws(LLMError) -> [LLMDelta] {
    if event.data.drop(while: \.isWhitespace).hasPrefix("[DONE]") {
      isComplete = true
      return []
    }
    guard let json = try? JSONValue(parsing: event.data) else {
      if event.name == "error" { throw .failedOnServer(detail: SafeText.line(event.data, hiding: key?.secret)) }
      throw .unexpectedAnswer(url: url.text, detail: "an event that is not JSON")
    }
    return try read(json, part: "delta")
  }

  private mutating func readBody() throws(LLMError) -> [LLMDelta] {
    guard let json = try? JSONValue(parsing: String(decoding: body, as: UTF8.self)) else {
      throw .unexpectedAnswer(url: url.text, detail: body.first == UInt8(ascii: "<") ? "a web page" : "no JSON")
    }
    defer { isComplete = sawChoice }
    return try read(json, part: "message")
  }

  private mutating func read(_ json: JSONValue, part: String) throws(LLMError) -> [LLMDelta] {
    if let refusal = ServerRefusal(insideSuccess: json, key: key) {
      throw refusal.failure(url: url, model: model, sentSchema: false)
    }
    if let name = json["model"]?.string, !name.isEmpty { model = SafeText.line(name, limit: 300) }
    readUsage(json)
    guard let choice = json["choices"]?.elements?.first else { return [] }
    sawChoice = true
    var deltas: [LLMDelta] = []
    for name in ["reasoning_content", "reasoning", "thinking"] {
      if let thought = choice[part]?[name]?.string, !thought.isEmpty {
        deltas.append(.reasoning(thought))
        break
      }
    }
    if let content = choice[part]?["content"]?.string { deltas += answer.add(content) }
    if let reason = choice["finish_reason"]?.string { finishReason = Self.finishReason(reason) }
    if answer.isStuck {
      finishReason = .length
      isComplete = true
    }
    return deltas
  }

  private mutating func readUsage(_ json: JSONValue) {
    func count(_ value: JSONValue?) -> Int? { value?.int.map { max(0, $0) } }
    if let counted = json["usage"], counted.members != nil {
      usage.promptTokens = count(counted["prompt_tokens"]) ?? usage.promptTokens
      usage.outputTokens = count(counted["completion_tokens"]) ?? usage.outputTokens
      usage.cachedPromptTokens =
        count(counted["prompt_tokens_details"]?["cached_tokens"]) ?? usage.cachedPromptTokens
    }
    if let timings = json["timings"], let cached = count(timings["cache_n"]), let read = count(timings["prompt_n"]) {
      usage.cachedPromptTokens = cached
      usage.promptTokens = cached.addingReportingOverflow(read).partialValue
      usage.outputTokens = count(timings["predicted_n"]) ?? usage.outputTokens
    }
  }

  private static func finishReason(_ name: String) -> LLMResponse.FinishReason {
    switch name {
    case "stop", "eos", "end_turn": .stop
    case "length", "max_tokens": .length
    default: .other(SafeText.line(name, limit: 40))
    }
  }
}

extension UInt8 {
  fileprivate var isJSONSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
