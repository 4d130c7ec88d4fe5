extension JSONSchema {
  /// The schema as JSON, with its properties in their order.
  public var json: JSONValue {
    switch self {
    case .string: .members([("type", .string("string"))])
    case .oneOf(let values):
      .members([
        ("type", .string("string")), ("enum", .array(values.map(JSONValue.string))),
      ])
    case .array(let element):
      .members([("type", .string("array")), ("items", element.json)])
    case .object(let properties):
      .members([
        ("type", .string("object")),
        ("properties", .object(properties.map { JSONMember($0.name, $0.schema.json) })),
        ("required", .array(properties.map { .string($0.name) })),
        ("additionalProperties", .bool(false)),
      ])
    }
  }

  /// Whether a value follows the schema; the order of members does not matter.
  public func accepts(_ value: JSONValue) -> Bool {
    switch (self, value) {
    case (.string, .string): true
    case (.oneOf(let values), .string(let text)): values.contains(text)
    case (.array(let element), .array(let elements)): elements.allSatisfy(element.accepts)
    case (.object(let properties), .object(let members)):
      members.count == properties.count
        && properties.allSatisfy { property in value[property.name].map(property.schema.accepts) ?? false }
    default: false
    }
  }

  /// Whether a text is JSON that follows the schema, without any repair.
  func accepts(text: String) -> Bool {
    (try? JSONValue(parsing: text)).map(accepts) ?? false
  }
}
