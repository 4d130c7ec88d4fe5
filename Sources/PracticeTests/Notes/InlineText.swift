/// The text of a block without inline markup, and the terms that it sets apart.
struct InlineText {
  let text: String
  /// The terms in bold or highlighted, in order; where there are none, those in italics.
  let emphasised: [String]
  /// Whether those are in italics.
  let isInItalics: Bool
  /// Whether the whole is one short phrase in bold: a heading in all but name.
  let isBoldHeading: Bool

  /// A longer phrase in bold is a statement, not a term.
  private static let termWordLimit = 10

  /// Reads Markdown.
  init(markdown bytes: ArraySlice<UInt8>) {
    var scanner = InlineScanner(bytes)
    scanner.scan()
    let visible = scanner.visible(0..<scanner.output.count)
    let text = FigureReferences.removed(from: visible).joiningSpaces.string
    self.text = text
    let strong = Self.terms(scanner.strong, in: scanner)
    // A single letter in italics is a symbol, not a term.
    emphasised = strong.isEmpty ? Self.terms(scanner.light, in: scanner).filter { $0.utf8.count > 1 } : strong
    isInItalics = strong.isEmpty && !emphasised.isEmpty
    isBoldHeading =
      strong.count == 1 && !text.hasSuffix(".") && Self.isTerm(text) && Self.withoutColon(text) == strong[0]
  }

  /// Reads plain text, which has no markup.
  init(plain bytes: ArraySlice<UInt8>) {
    text = FigureReferences.removed(from: Array(bytes)).joiningSpaces.string
    emphasised = []
    isInItalics = false
    isBoldHeading = false
  }

  private static func terms(_ spans: [Range<Int>], in scanner: InlineScanner) -> [String] {
    var seen = Set<String>()
    return spans.sorted { $0.lowerBound < $1.lowerBound }.compactMap { span in
      // No term is so long; a span that runs over half a block must not be copied for each span in it.
      guard span.count <= 400 else { return nil }
      let term = withoutColon(scanner.visible(span).joiningSpaces.string)
      return isTerm(term) && seen.insert(term).inserted ? term : nil
    }
  }

  private static func isTerm(_ text: String) -> Bool {
    text.contains(where: \.isLetter) && text.utf8.count <= 120 && Array(text.utf8)[...].wordCount <= termWordLimit
  }

  private static func withoutColon(_ text: String) -> String {
    var rest = text[...]
    while let last = rest.last, ":;,. ".contains(last) {
      // The stop of an abbreviation belongs to it.
      if last == ".", rest.dropLast().contains(".") { break }
      rest.removeLast()
    }
    return String(rest)
  }
}

extension [UInt8] {
  /// Trimmed, with each run of white space as one space.
  fileprivate var joiningSpaces: ArraySlice<UInt8> {
    var result: [UInt8] = []
    result.reserveCapacity(count)
    for byte in self {
      if byte.isBlank {
        if let last = result.last, last != .space { result.append(.space) }
      } else {
        result.append(byte)
      }
    }
    if result.last == .space { result.removeLast() }
    return result[...]
  }
}
