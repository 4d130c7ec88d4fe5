/// The subset of JSON Schema that every server accepts, with the order of properties kept: constrained decoding writes
/// the properties in the schema's order, so thinking can come before answering.
///
/// All properties are required and no others are allowed. There are no length, count or pattern keywords: servers
/// disagree about them, so counts are checked after reading.
public indirect enum JSONSchema: Sendable, Hashable {
  /// Any string.
  case string
  /// One of the given strings.
  case oneOf([String])
  /// A list.
  case array(JSONSchema)
  /// An object with exactly these properties, in this order.
  case object([Property])

  /// A named member of an object.
  public struct Property: Sendable, Hashable {
    /// The name.
    public var name: String
    /// What it holds.
    public var schema: JSONSchema

    /// Makes a member.
    public init(_ name: String, _ schema: JSONSchema) {
      self.name = name
      self.schema = schema
    }
  }
}
