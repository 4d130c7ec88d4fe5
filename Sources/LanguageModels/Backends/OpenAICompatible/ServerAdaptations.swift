/// How far a server supports schemas, best first.
enum SchemaSupport: Int, Sendable, Comparable {
  /// `response_format` with a schema.
  case jsonSchema
  /// `response_format` that only asks for JSON; the schema stands in the prompt.
  case jsonObject
  /// Nothing: the schema stands in the prompt.
  case promptOnly

  /// The next lower step.
  var next: SchemaSupport? { SchemaSupport(rawValue: rawValue + 1) }

  static func < (a: SchemaSupport, b: SchemaSupport) -> Bool { a.rawValue < b.rawValue }
}

/// What a server proved unable to do, learnt from what it refused, so that it is asked only once.
struct ServerAdaptations: Sendable, Hashable {
  /// The best form of a schema that it takes.
  var schemaSupport = SchemaSupport.jsonSchema
  /// It took a schema and answered without following it: the prompt has to say it too.
  var ignoresSchema = false
  /// The name of the parameter that limits the answer.
  var usesMaxCompletionTokens = false
  /// It takes no sampling temperature.
  var refusesTemperature = false
  /// It takes no seed.
  var refusesSeed = false
  /// It takes no options for streams, so it will not count tokens.
  var refusesStreamOptions = false

  /// Learns from a refusal.
  ///
  /// - Returns: whether the request is worth sending again in another form.
  mutating func learn(from refusal: ServerRefusal, sentSchema: Bool) -> Bool {
    let before = self
    let text = refusal.searchText
    if text.contains("max_tokens") || text.contains("max_completion_tokens") {
      // Some models name only the parameter they want; either way the other name is the one left to try.
      if !usesMaxCompletionTokens { usesMaxCompletionTokens = true }
    } else if text.contains("temperature") {
      refusesTemperature = true
    } else if text.contains("stream_options") || text.contains("include_usage") {
      refusesStreamOptions = true
    } else if sentSchema, refusal.namesSchema, let next = schemaSupport.next {
      schemaSupport = next
    } else if text.contains("seed") {
      refusesSeed = true
    }
    return self != before
  }
}
