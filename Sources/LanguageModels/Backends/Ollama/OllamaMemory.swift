/// What an Ollama server and its model have shown, so that the next request is asked the right way.
struct OllamaMemory: Sendable {
  /// Tokens for the reasoning of a model that can't be asked to leave it out.
  static let reasoningTokens = 4096

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

  /// Learns from what has come of an answer.
  mutating func learn(from answer: OllamaStreamReader, to body: OllamaRequestBody) {
    if answer.sawReasoning { mustReason = true }
    guard let schema = body.request.schema, answer.finishReason == .stop else { return }
    isProven = schema.accepts(text: answer.text)
    guard !isProven else { return }
    if body.forbidsReasoning { mustReason = true } else { ignoresSchema = true }
  }
}
