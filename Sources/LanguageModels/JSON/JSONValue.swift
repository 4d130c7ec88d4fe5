import Foundation

/// A JSON value. Objects keep the order of their members, and numbers keep the digits that were written.
public indirect enum JSONValue: Sendable, Hashable {
  case null
  case bool(Bool)
  /// A number, as its literal.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([JSONMember])
}

/// A named member of a JSON object.
public struct JSONMember: Sendable, Hashable {
  /// The name.
  public var name: String
  /// What it holds.
  public var value: JSONValue

  /// Makes a member.
  public init(_ name: String, _ value: JSONValue) {
    self.name = name
    self.value = value
  }
}

extension JSONValue {
  /// The member of an object with this name; of several, the last one, as most parsers do.
  public subscript(name: String) -> JSONValue? {
    members?.last { $0.name == name }?.value
  }

  /// The members of an object; `nil` for anything else.
  public var members: [JSONMember]? {
    if case .object(let members) = self { members } else { nil }
  }

  /// The elements of a list; `nil` for anything else.
  public var elements: [JSONValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  /// The text of a string; `nil` for anything else.
  public var string: String? {
    if case .string(let string) = self { string } else { nil }
  }

  /// A truth value; `nil` for anything else.
  public var bool: Bool? {
    if case .bool(let bool) = self { bool } else { nil }
  }

  /// A number; `nil` for anything else, and for a number beyond the range of `Double`.
  public var double: Double? {
    guard case .number(let literal) = self, let value = Double(literal), value.isFinite else { return nil }
    return value
  }

  /// A whole number, also one written as `3.0` or `3e2`; `nil` for anything else.
  public var int: Int? {
    guard case .number(let literal) = self else { return nil }
    return Int(literal) ?? double.flatMap { Int(exactly: $0) }
  }
}

extension JSONValue {
  /// An object with its members in the given order.
  public static func members(_ members: [(String, JSONValue)]) -> JSONValue {
    .object(members.map { JSONMember($0.0, $0.1) })
  }

  /// A list of strings.
  public static func strings(_ values: [String]) -> JSONValue { .array(values.map(JSONValue.string)) }

  /// A point in time, as ISO 8601 in UTC.
  public static func date(_ date: Date) -> JSONValue { .string(date.ISO8601Format()) }

  /// A whole number.
  public static func number(_ value: Int) -> JSONValue {
    .number(String(value))
  }

  /// A number; `null` for an infinity and for not-a-number, which JSON can't hold.
  public static func number(_ value: Double) -> JSONValue {
    value.isFinite ? .number(String(value)) : .null
  }
}
