import LanguageModels

/// The fields of a draft, read one by one; what is wrong with them is collected.
struct DraftFields {
  private let members: [JSONMember]
  /// What the text calls a field, in one way or several.
  private let written: @Sendable (String) -> [String]
  private(set) var violations: [Violation] = []

  /// The longest text of a field, in characters.
  static let longestText = 4000
  /// The longest answer, option or key point, in characters.
  static let longestAnswer = 1000
  /// The most entries of a list.
  static let longestList = 20

  init(_ members: [JSONMember], written: @escaping @Sendable (String) -> [String] = { [$0] }) {
    (self.members, self.written) = (members, written)
  }

  /// The value of a field; `nil` when it is missing. The same name with two values is a fault.
  mutating func value(_ name: String) -> JSONValue? {
    let values = members.filter { $0.name == name }.map(\.value)
    if let first = values.first, values.contains(where: { $0 != first }) {
      fail(name, rivals(name))
    }
    return values.first
  }

  private func rivals(_ name: String) -> String {
    let names = written(name).map { "\"\($0.shortened)\"" }
    guard names.count > 1 else {
      return "The field \(names.joined()) is there twice, with different values: write it once."
    }
    return "The fields \(names.joined(separator: " and ")) differ, and stand for the same: write one of them."
  }

  /// Whether a field is there.
  func has(_ name: String) -> Bool {
    members.contains { $0.name == name }
  }

  /// A text that must be there.
  mutating func text(_ name: String, limit: Int = longestText) -> String {
    guard let value = value(name) else {
      fail(name, "The field \"\(name)\" is missing: write it as a string.")
      return ""
    }
    guard case .string(let raw) = value else {
      fail(name, "The field \"\(name)\" must be a string.")
      return ""
    }
    return checked(raw, name, limit: limit)
  }

  /// A list of texts that must be there; it may be empty where that is allowed.
  mutating func texts(_ name: String, mayBeEmpty: Bool) -> [String] {
    guard let value = value(name) else {
      fail(name, "The field \"\(name)\" is missing: write it as a list of strings.")
      return []
    }
    guard case .array(let elements) = value, elements.count <= Self.longestList else {
      fail(name, "The field \"\(name)\" must be a list of at most \(Self.longestList) strings.")
      return []
    }
    if elements.isEmpty, !mayBeEmpty { fail(name, "The list \"\(name)\" is empty: fill it.") }
    return elements.map { element in
      guard case .string(let raw) = element else {
        fail(name, "The list \"\(name)\" must hold only strings.")
        return ""
      }
      return checked(raw, name, limit: Self.longestAnswer)
    }
  }

  /// A text that may be missing or `null`; a blank one counts as missing.
  mutating func optionalText(_ name: String) -> String? {
    guard let value = value(name), value != .null, value != .string("") else { return nil }
    return text(name)
  }

  /// A list of texts that may be missing or `null`.
  mutating func optionalTexts(_ name: String) -> [String] {
    guard let value = value(name), value != .null else { return [] }
    return texts(name, mayBeEmpty: true)
  }

  mutating func fail(_ field: String, _ message: String) {
    violations.append(Violation(gate: .schema, field: field, action: .reject, message: message))
  }

  /// A text without hidden characters, and without white space around it.
  static func clean(_ raw: String) -> String {
    String(SafeText.text(raw).trimming(\.isWhitespace))
  }

  private mutating func checked(_ raw: String, _ name: String, limit: Int) -> String {
    let text = Self.clean(raw)
    if text.isBlank { fail(name, "The field \"\(name)\" is blank: write it.") }
    if text.count > limit { fail(name, "The field \"\(name)\" is longer than \(limit) characters: shorten it.") }
    return text
  }
}
