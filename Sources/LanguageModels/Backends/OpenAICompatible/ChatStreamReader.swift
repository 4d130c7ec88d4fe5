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
  /// The server's version of itself, where it names one.
  private(set) var version: String?
  /// Whether nothing more will come.
  private(set) var isComplete = false

  private let dialect: any ChatDialect
  private let key: APIKey?
  private var form = Form.undecided
  private var parser: ServerSentEventParser
  private var body: [UInt8] = []
  private var answer = AnswerText()
  private var sawAnswer = false

  private var url: ServerURL { dialect.base }

  /// Makes a reader.
  init(dialect: any ChatDialect, key: APIKey?, limits: HTTPLimits) {
    self.dialect = dialect
    self.key = key
    parser = ServerSentEventParser(limit: limits.eventBytes)
  }

  /// Takes the next bytes, and returns what they add to the answer.
  ///
  /// - Throws: ``LLMError``.
  mutating func feed(_ piece: ArraySlice<UInt8>) throws(LLMError) -> [LLMDelta] {
    var bytes = piece
    if form == .undecided, let start = bytes.firstIndex(where: { !$0.isJSONSpace }) {
      // White space before the answer says nothing, whether or not it comes in a piece of its own.
      bytes = bytes[start...]
      let first = bytes[start]
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
    guard sawAnswer else { throw .unexpectedAnswer(url: url.text, detail: "no chat completion") }
    guard isComplete || finishReason != nil else { throw .connectionLost }
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
    return try read(json, isWhole: false)
  }

  private mutating func readBody() throws(LLMError) -> [LLMDelta] {
    guard let text = String(validating: body, as: UTF8.self), let json = try? JSONValue(parsing: text) else {
      throw .unexpectedAnswer(url: url.text, detail: body.first == UInt8(ascii: "<") ? "a web page" : "no JSON")
    }
    defer { isComplete = sawAnswer }
    return try read(json, isWhole: true)
  }

  private mutating func read(_ json: JSONValue, isWhole: Bool) throws(LLMError) -> [LLMDelta] {
    if let refusal = ServerRefusal(insideSuccess: json, key: key) {
      throw refusal.failure(url: url, model: model, sentSchema: false)
    }
    let piece = dialect.read(json, isWhole: isWhole)
    if let name = piece.model, !name.isEmpty { model = SafeText.line(name, limit: 300) }
    if let name = piece.version, !name.isEmpty { version = SafeText.line(name, limit: 100) }
    usage.promptTokens = piece.promptTokens ?? usage.promptTokens
    usage.cachedPromptTokens = piece.cachedPromptTokens ?? usage.cachedPromptTokens
    usage.outputTokens = piece.outputTokens ?? usage.outputTokens
    sawAnswer = sawAnswer || piece.isAnswer
    finishReason = piece.finishReason ?? finishReason
    isComplete = isComplete || piece.isLast
    var deltas: [LLMDelta] = []
    for delta in piece.deltas {
      if case .text(let content) = delta { deltas += answer.add(content) } else { deltas.append(delta) }
    }
    if answer.isStuck {
      finishReason = .length
      isComplete = true
    }
    return deltas
  }
}

extension UInt8 {
  fileprivate var isJSONSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
