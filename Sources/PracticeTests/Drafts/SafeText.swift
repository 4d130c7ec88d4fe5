/// Text that is safe to store and to show, whoever wrote it.
enum SafeText {
  /// Without control characters and bidirectional overrides, line ends as `\n`, tabs as spaces, trimmed.
  static func cleaned(_ text: String) -> String {
    let lines = text.replacing("\r\n", with: "\n")
    var scalars = String.UnicodeScalarView()
    for scalar in lines.unicodeScalars {
      switch scalar {
      case "\n": scalars.append(scalar)
      case "\t", "\r", "\u{2028}", "\u{2029}": scalars.append(" ")
      case _ where isHidden(scalar): continue
      default: scalars.append(scalar)
      }
    }
    return String(String(scalars).trimming(\.isWhitespace))
  }

  /// Control characters, bidirectional marks, embeddings, overrides and isolates, tags, and characters without a use in
  /// interchange. Joiners stay: Persian and emoji need them.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
    default: scalar.properties.generalCategory == .control || scalar.properties.isNoncharacterCodePoint
    }
  }
}
