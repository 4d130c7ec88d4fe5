/// A value of the settings file.
public enum SettingsValue: Sendable, Hashable {
  case string(String)
  case int(Int)
  case double(Double)
  case bool(Bool)
  /// A list of strings.
  case strings([String])
  /// A value of a type that no setting has, such as a date; its type's name.
  case other(String)

  /// The value as it is written in TOML.
  public var toml: String {
    switch self {
    case .string(let text): Self.quoted(text)
    case .int(let value): String(value)
    case .double(let value): String(value)
    case .bool(let value): String(value)
    case .strings(let list): "[" + list.map(Self.quoted).joined(separator: ", ") + "]"
    case .other(let type): type
    }
  }

  /// The value as a person reads it.
  public var text: String {
    switch self {
    case .string(let text): text
    case .strings(let list): list.joined(separator: ",")
    default: toml
    }
  }

  /// A TOML basic string.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\t": quoted += "\\t"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\0"..."\u{1F}", "\u{7F}":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
