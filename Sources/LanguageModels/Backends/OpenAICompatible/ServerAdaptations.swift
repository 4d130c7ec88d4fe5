/// The forms in which a server may take a schema, best first. Each dialect has some of them.
enum SchemaSupport: Int, Sendable, Comparable {
  /// The schema itself, as the form of the answer.
  case jsonSchema
  /// One tool that the model has to use, with the schema for its input.
  case tool
  /// Only that the answer is JSON; the schema stands in the prompt.
  case jsonObject
  /// Nothing: the schema stands in the prompt.
  case promptOnly

  static func < (a: SchemaSupport, b: SchemaSupport) -> Bool { a.rawValue < b.rawValue }
}

/// What a server proved unable to do, learnt from what it refused or ignored, so that it is asked only once.
struct ServerAdaptations: Sendable, Hashable {
  /// The best form of a schema that it takes and follows.
  var schemaSupport = SchemaSupport.jsonSchema
  /// The name of the parameter that limits the answer.
  var usesMaxCompletionTokens = false
  /// It takes no sampling temperature.
  var refusesTemperature = false
  /// It takes no seed.
  var refusesSeed = false
  /// It takes no options for streams, so it will not count tokens.
  var refusesStreamOptions = false
  /// Its model can't be told not to reason.
  var mustReason = false

  /// The form to send a schema in.
  func schemaForm(among forms: [SchemaSupport]) -> SchemaSupport {
    forms.first { $0 >= schemaSupport } ?? .promptOnly
  }

  /// Steps down to the next form of a schema.
  ///
  /// - Returns: whether there is one.
  mutating func stepDown(among forms: [SchemaSupport]) -> Bool {
    let form = schemaForm(among: forms)
    guard let next = forms.first(where: { $0 > form }) else { return false }
    schemaSupport = next
    return true
  }

  /// Takes over what requests that ran beside this one have learnt.
  mutating func formUnion(_ other: ServerAdaptations) {
    schemaSupport = max(schemaSupport, other.schemaSupport)
    usesMaxCompletionTokens = usesMaxCompletionTokens || other.usesMaxCompletionTokens
    refusesTemperature = refusesTemperature || other.refusesTemperature
    refusesSeed = refusesSeed || other.refusesSeed
    refusesStreamOptions = refusesStreamOptions || other.refusesStreamOptions
    mustReason = mustReason || other.mustReason
  }

  /// Learns from a refusal.
  ///
  /// - Parameter forms: the forms of a schema that are left to try; empty where none was sent.
  /// - Returns: whether the request is worth sending again in another form.
  mutating func learn(from refusal: ServerRefusal, schemaForms forms: [SchemaSupport]) -> Bool {
    let before = self
    let text = refusal.searchText
    if text.contains("max_tokens") || text.contains("max_completion_tokens") {
      // Some models name only the parameter they want; either way the other name is the one left to try.
      if !usesMaxCompletionTokens { usesMaxCompletionTokens = true }
    } else if text.contains("temperature") {
      refusesTemperature = true
    } else if text.contains("stream_options") || text.contains("include_usage") {
      refusesStreamOptions = true
    } else if refusal.namesSchema, stepDown(among: forms) {
      return true
    } else if text.contains("seed") {
      refusesSeed = true
    }
    return self != before
  }
}
