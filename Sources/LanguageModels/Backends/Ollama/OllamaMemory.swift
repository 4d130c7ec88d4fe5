/// What an Ollama server and its model have shown, so that the next request is asked the right way.
struct OllamaMemory: Sendable {
  /// Tokens for the reasoning of a model that can't be asked to leave it out.
  static let reasoningTokens = 4096

  /// The version of the server that what is learnt belongs to; `nil` until it was asked.
  var version: String?
  /// What the server says of the model; `nil` until it was asked.
  var details: OllamaModelDetails?
  /// The context that the model is loaded with. It never shrinks: each other size loads the model anew.
  var contextSize = ContextSize.smallest
  /// Whether an answer has followed a schema.
  var isProven = false
  /// The server took a schema and the answer did not follow it: the prompt has to say it too.
  var ignoresSchema = false
  /// Telling the model not to reason was refused, did not help, or cost the schema, as it does in some versions: it is
  /// told nothing, and gets tokens to reason with.
  var mustReason = false
  /// The requests whose answer has not begun.
  var waiting: Set<Int> = []
  /// How many requests there were.
  var requests = 0

  /// Whether a model that can reason is told not to.
  var forbidsReasoning: Bool { details?.canThink == true && !mustReason }

  /// The most tokens that the model may write for an answer of a given length.
  func maxTokens(_ answer: Int) -> Int {
    mustReason ? answer + Self.reasoningTokens : answer
  }

  /// Notes which version of the server answers. Of another one than before, only what is remembered of it counts.
  ///
  /// - Parameter record: what is remembered of the version that answered last, in whichever run.
  mutating func meet(_ version: String, remembering record: ServerRecord) {
    guard version != self.version else { return }
    if self.version != nil { details = nil }
    self.version = version
    let known = record.version == version ? record : ServerRecord()
    isProven = known.isProven
    ignoresSchema = known.adaptations.schemaSupport == .promptOnly
    mustReason = known.adaptations.mustReason
  }

  /// What is to be remembered in later runs.
  func note(in record: inout ServerRecord) {
    record.isProven = isProven
    record.adaptations.schemaSupport = ignoresSchema ? .promptOnly : .jsonSchema
    record.adaptations.mustReason = mustReason
  }

  /// Learns from what has come of an answer.
  mutating func learn(from answer: OllamaStreamReader, to body: OllamaRequestBody) {
    if answer.sawReasoning { mustReason = true }
    guard let schema = body.request.schema, answer.finishReason == .stop else { return }
    isProven = schema.accepts(text: answer.text)
    guard !isProven else { return }
    if body.forbidsReasoning { mustReason = true } else { ignoresSchema = true }
  }
}
