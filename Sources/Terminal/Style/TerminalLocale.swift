/// The locale that the environment names for characters.
public struct TerminalLocale: Sendable, Hashable {
  /// The variable that names it.
  public let variable: String
  /// Its name, such as `de_DE.UTF-8`.
  public let name: String

  /// Reads an environment, as the C library does; `nil` where it names none.
  public init?(_ environment: [String: String]) {
    for variable in ["LC_ALL", "LC_CTYPE", "LANG"] {
      guard let name = environment[variable], !name.isEmpty else { continue }
      (self.variable, self.name) = (variable, name)
      return
    }
    return nil
  }

  /// Whether its characters are those of UTF-8.
  public var isUTF8: Bool {
    let name = name.lowercased()
    return name.contains("utf-8") || name.contains("utf8")
  }
}
