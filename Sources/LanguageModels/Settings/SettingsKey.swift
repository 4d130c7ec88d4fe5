/// One setting: its name, what it may hold, and what it is without the file.
public struct SettingsKey: Sendable, Hashable {
  /// What a setting may hold.
  public enum Kind: Sendable, Hashable {
    case text
    /// One of some words.
    case choice([String])
    case int(ClosedRange<Int>)
    case double(ClosedRange<Double>)
    case bool
    /// A list of texts.
    case texts
    /// A list of some words.
    case choices([String])
    /// The address of a server.
    case address
  }

  /// The name with its tables, such as `backends.ollama.url`.
  public var name: String
  /// What it may hold.
  public var kind: Kind
  /// What it is when the file does not say; `nil` for nothing.
  public var defaultValue: SettingsValue?
  /// What it is for, in one sentence.
  public var about: String

  /// Makes a setting.
  public init(_ name: String, _ kind: Kind, default defaultValue: SettingsValue? = nil, about: String = "") {
    self.name = name
    self.kind = kind
    self.defaultValue = defaultValue
    self.about = about
  }

  /// What the value has to be, for a sentence such as "is not a whole number from 1 to 5".
  public var expectation: String {
    switch kind {
    case .text: "a text"
    case .choice(let words): "one of \(words.joined(separator: ", "))"
    case .int(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .double(let range): "a number from \(Self.short(range.lowerBound)) to \(Self.short(range.upperBound))"
    case .bool: "true or false"
    case .texts: "a list of texts"
    case .choices(let words): "a list of some of \(words.joined(separator: ", ")), with commas between them"
    case .address: "the address of a server, such as http://localhost:8080"
    }
  }

  /// The value in the setting's own type (a whole number is a number too); `nil` when it does not fit.
  public func fitting(_ value: SettingsValue) -> SettingsValue? {
    switch (kind, value) {
    case (.text, .string): value
    case (.choice(let words), .string(let word)): words.contains(word) ? value : nil
    case (.int(let range), .int(let number)): range.contains(number) ? value : nil
    case (.double(let range), .double(let number)): range.contains(number) ? value : nil
    case (.double(let range), .int(let number)): range.contains(Double(number)) ? .double(Double(number)) : nil
    case (.bool, .bool), (.texts, .strings): value
    case (.choices(let words), .strings(let list)): list.allSatisfy(words.contains) ? value : nil
    case (.address, .string(let text)): (try? ServerURL(text)) == nil ? nil : value
    default: nil
    }
  }

  /// The value that a text on the command line means; lists have commas. `nil` when it does not fit.
  public func reading(_ text: String) -> SettingsValue? {
    let value: SettingsValue? =
      switch kind {
      case .text, .choice, .address: .string(text)
      case .int: Int(text).map(SettingsValue.int)
      case .double: Double(text).map(SettingsValue.double)
      case .bool: Bool(text).map(SettingsValue.bool)
      case .texts, .choices:
        .strings(Self.list(text))
      }
    return value.flatMap(fitting)
  }

  /// The texts between commas; in brackets and quotes too, as they stand in the file.
  private static func list(_ text: String) -> [String] {
    let isBracketed = text.hasPrefix("[") && text.hasSuffix("]")
    let inside = isBracketed ? text.dropFirst().dropLast() : text[...]
    return inside.split(separator: ",").map { $0.trimmingBlanks }.filter { !$0.isEmpty }.map { element in
      isBracketed && element.count > 1 && element.hasPrefix("\"") && element.hasSuffix("\"")
        ? String(element.dropFirst().dropLast()) : element
    }
  }

  private static func short(_ number: Double) -> String {
    Int(exactly: number).map { String($0) } ?? String(number)
  }
}

extension Substring {
  fileprivate var trimmingBlanks: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
