/// Makes text from servers fit to be shown, logged and put into a sentence.
enum SafeText {
  /// One line without control, formatting or bidirectional characters, cut to a length.
  ///
  /// - Parameter secret: a text, such as a key that a server echoes, that is replaced by asterisks.
  static func line(_ text: String, limit: Int = 200, hiding secret: String? = nil) -> String {
    var source = String(text.prefix(limit * 4))
    if let secret, !secret.isEmpty { source = replace(secret, in: source) }
    var line = ""
    for scalar in source.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .spaceSeparator:
        if !line.isEmpty, line.last != " " { line.append(" ") }
      case .format, .surrogate, .privateUse, .unassigned: continue
      default: line.unicodeScalars.append(scalar)
      }
    }
    while line.last == " " || line.last == "." { line.removeLast() }
    return line.count > limit ? line.prefix(limit - 1) + "…" : line
  }

  private static func replace(_ secret: String, in text: String) -> String {
    text.split(separator: secret, omittingEmptySubsequences: false).joined(separator: "***")
  }
}
