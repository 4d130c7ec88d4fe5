/// What one server, with one model, has shown that it can do.
struct ServerRecord: Sendable, Hashable {
  /// The model and the version that showed it, as the server names them.
  var version = ""
  /// What has to be sent differently.
  var adaptations = ServerAdaptations()
  /// Whether an answer has followed a schema, and none since has failed to.
  var isProven = false
  /// When it was learnt, in seconds since 1970.
  var noted = 0
}

extension ServerRecord {
  private static var flags: [(name: String, flag: WritableKeyPath<ServerAdaptations, Bool>)] {
    [
      ("max_tokens", \.usesMaxCompletionTokens), ("temperature", \.refusesTemperature), ("seed", \.refusesSeed),
      ("stream_options", \.refusesStreamOptions), ("think", \.mustReason),
    ]
  }

  private static let forms: [(name: String, form: SchemaSupport)] = [
    ("json_schema", .jsonSchema), ("tool", .tool), ("json_object", .jsonObject), ("prompt", .promptOnly),
  ]

  /// The record's members in the memory's file.
  var members: [JSONMember] {
    let refused = Self.flags.filter { adaptations[keyPath: $0.flag] }.map { JSONValue.string($0.name) }
    let form = Self.forms.first { $0.form == adaptations.schemaSupport }?.name ?? ""
    return [
      JSONMember("version", .string(version)), JSONMember("schema", .string(form)),
      JSONMember("proven", .bool(isProven)), JSONMember("refuses", .array(refused)),
      JSONMember("noted", .number(noted)),
    ]
  }

  /// Reads the members; `nil` when they are none of a record.
  init?(_ json: JSONValue) {
    guard let version = json["version"]?.string, let noted = json["noted"]?.int,
      let form = Self.forms.first(where: { $0.name == json["schema"]?.string })?.form,
      let isProven = json["proven"]?.bool, let refused = json["refuses"]?.elements
    else { return nil }
    self.init(version: version, isProven: isProven, noted: noted)
    adaptations.schemaSupport = form
    for (name, flag) in Self.flags where refused.contains(.string(name)) { adaptations[keyPath: flag] = true }
  }
}
