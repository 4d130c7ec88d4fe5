/// Makes text that others wrote (servers, models, notes, file names) fit to be stored, shown and logged.
public enum SafeText {
  /// Without control characters, without marks that turn the direction of writing or can't be seen; line ends as `\n`,
  /// tabs and other separators as spaces.
  public static func text(_ text: String) -> String {
    guard !text.utf8.allSatisfy(isPlain) else { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.replacing("\r\n", with: "\n").unicodeScalars {
      switch scalar {
      case "\n": scalars.append(scalar)
      case "\t", "\r", "\u{2028}", "\u{2029}": scalars.append(" ")
      case _ where isHidden(scalar): continue
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  /// Whether a byte is a sign of ASCII that can be seen, a space or a line end: most texts have nothing else.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x7F || byte == 0x0A
  }

  /// All of it in one line, its words parted by single spaces.
  public static func oneLine(_ text: String) -> String {
    Self.text(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// One line of it that can stand in a sentence: without a final full stop, cut to a length.
  ///
  /// - Parameter secret: a text, such as a key that a server echoes, that is replaced by asterisks.
  public static func line(_ text: String, limit: Int = 200, hiding secret: String? = nil) -> String {
    var source = String(text.prefix(limit * 4))
    if let secret, !secret.isEmpty { source = source.replacing(secret, with: "***") }
    var line = oneLine(source)
    while line.last == " " || line.last == "." { line.removeLast() }
    return line.count > limit ? line.prefix(limit - 1) + "…" : line
  }

  /// Control characters, characters without a use in interchange, and what is not seen: bidirectional marks, zero-width
  /// spaces, soft hyphens, invisible signs, tags. Joiners and variation selectors stay: Persian and emoji need them.
  static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20..<0x7F, 0x200C, 0x200D: return false
    case 0xFFF9...0xFFFB: return true
    default:
      let properties = scalar.properties
      return properties.isDefaultIgnorableCodePoint && !properties.isVariationSelector
        || properties.generalCategory == .control || properties.isNoncharacterCodePoint
    }
  }
}
