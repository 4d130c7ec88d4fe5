import Foundation

/// Words as the gates and the built-in writer see them.
public enum Words {
  /// The words of a text in order, folded: lower case, without diacritics, typographic quotes as plain ones. A word is a
  /// run of letters and digits, with apostrophes and hyphens between letters, and dots and commas between digits. A hyphen
  /// between digits is a range ("1832-1920"), and a long dash stands between words; both part them.
  public static func tokens(_ text: String) -> [String] {
    var result: [String] = []
    if let bytes = FoldedBytes(text, partsLongDashes: true)?.bytes {
      forEachWord(in: bytes) { result.append(String(decoding: bytes[$0], as: UTF8.self)) }
    } else {
      let scalars = Array(foldedScalars(text, partsLongDashes: true).unicodeScalars)
      forEachWord(in: scalars) { range in
        var word = String.UnicodeScalarView()
        word.append(contentsOf: scalars[range])
        result.append(String(word))
      }
    }
    return result
  }

  /// How many words a text has.
  public static func count(_ text: String) -> Int {
    var count = 0
    if let bytes = FoldedBytes(text, partsLongDashes: true)?.bytes {
      forEachWord(in: bytes) { _ in count += 1 }
    } else {
      forEachWord(in: Array(foldedScalars(text, partsLongDashes: true).unicodeScalars)) { _ in count += 1 }
    }
    return count
  }

  /// Lower case, without diacritics, with plain quotes and dashes, white space runs as one space, trimmed.
  public static func fold(_ text: String) -> String {
    if let bytes = FoldedBytes(text, partsLongDashes: false)?.bytes { return String(decoding: bytes, as: UTF8.self) }
    return foldedScalars(text, partsLongDashes: false)
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The stems of the words that carry meaning: no stop words, at least `minimum` letters.
  public static func contentStems(_ text: String, minimum: Int = 3) -> Set<String> {
    Set(tokens(text).filter { $0.count >= minimum && !stopWords.contains($0) }.map(stem))
  }

  /// A light English stemmer: plural, past, progressive and adverb endings. Meant for comparing words of one text, not
  /// for linguistics. Takes a folded word.
  public static func stem(_ word: String) -> String {
    Stemmer.stem(word)
  }

  /// Words that carry no meaning of their own.
  public static let stopWords: Set<String> = Set(
    """
    a an the this that these those and or but nor so yet if then else than as at by for from in into of off on onto out \
    over to up with without within about above below between through during before after again further once here there \
    when where why how all any both each few more most other some such no not only own same too very can will just \
    should would could may might must shall do does did doing done be is am are was were been being have has had having \
    i me my we our ours you your yours he him his she her hers it its they them their theirs what which who whom whose \
    because while until although though since whether also however therefore thus called known one two many much several
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}

// MARK: - Word bounds

extension Words {
  /// Calls `body` with the range of each word. `Element` is a byte of ASCII or a scalar.
  private static func forEachWord<Element: WordElement>(in text: [Element], _ body: (Range<Int>) -> Void) {
    var start: Int?
    for (index, element) in text.enumerated() {
      if element.isInWord || start != nil && joins(text, at: index) {
        start = start ?? index
      } else if let begin = start {
        body(begin..<index)
        start = nil
      }
    }
    if let begin = start { body(begin..<text.count) }
  }

  private static func joins<Element: WordElement>(_ text: [Element], at index: Int) -> Bool {
    guard index > 0, index + 1 < text.count, let mark = text[index].joiningMark else { return false }
    let (before, after) = (text[index - 1], text[index + 1])
    switch mark {
    case .apostrophe: return before.isInWord && after.isInWord
    case .hyphen: return before.isInWord && after.isInWord && !(before.isNumber && after.isNumber)
    case .decimal: return before.isNumber && after.isNumber
    }
  }

  /// For text that is not only Latin letters.
  private static func foldedScalars(_ text: String, partsLongDashes: Bool) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { view.append(plain(scalar, partsLongDashes)) }
    return String(view).folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
  }

  private static func plain(_ scalar: Unicode.Scalar, _ partsLongDashes: Bool) -> Unicode.Scalar {
    switch scalar {
    case "\u{2018}", "\u{2019}", "\u{201B}", "\u{2032}": "'"
    case "\u{201C}", "\u{201D}", "\u{201E}", "\u{2033}": "\""
    case "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2212}": "-"
    case "\u{2014}", "\u{2015}": partsLongDashes ? scalar : "-"
    default: scalar
    }
  }
}

/// The marks that may stand inside a word.
private enum JoiningMark {
  case apostrophe
  case hyphen
  case decimal

  init?(_ value: UInt32) {
    switch value {
    case 0x27: self = .apostrophe
    case 0x2D: self = .hyphen
    case 0x2C, 0x2E: self = .decimal
    default: return nil
    }
  }
}

private protocol WordElement {
  var isInWord: Bool { get }
  var isNumber: Bool { get }
  var joiningMark: JoiningMark? { get }
}

extension UInt8: WordElement {
  fileprivate var isInWord: Bool { isLetter || isDigit }
  fileprivate var isNumber: Bool { isDigit }
  fileprivate var joiningMark: JoiningMark? { JoiningMark(UInt32(self)) }
}

extension Unicode.Scalar: WordElement {
  fileprivate var isInWord: Bool {
    properties.isAlphabetic || isNumber || properties.generalCategory == .nonspacingMark
  }
  fileprivate var isNumber: Bool { properties.numericType != nil }
  fileprivate var joiningMark: JoiningMark? { JoiningMark(value) }
}

/// The quick way for English: a text that is ASCII, apart from typographic quotes and dashes, folded byte by byte.
private struct FoldedBytes {
  let bytes: [UInt8]

  /// nil when the text has any other character.
  init?(_ text: String, partsLongDashes: Bool) {
    var text = text
    let folded = text.withUTF8 { Self.fold($0, partsLongDashes) }
    guard let folded else { return nil }
    bytes = folded
  }

  private static func fold(_ source: UnsafeBufferPointer<UInt8>, _ partsLongDashes: Bool) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(source.count)
    var index = 0
    while index < source.count {
      var byte = source[index]
      if byte >= 0x80 {
        guard byte == 0xE2, index + 2 < source.count, source[index + 1] == 0x80,
          let plain = plain(source[index + 2], partsLongDashes)
        else { return nil }
        byte = plain
        index += 2
      }
      index += 1
      if byte == .space || (0x09...0x0D).contains(byte) {
        if let last = result.last, last != .space { result.append(.space) }
      } else {
        result.append(byte.lowered)
      }
    }
    if result.last == .space { result.removeLast() }
    return result
  }

  /// The plain mark for a character of U+2000 to U+203F by its last byte. A long dash that parts words is a space.
  private static func plain(_ last: UInt8, _ partsLongDashes: Bool) -> UInt8? {
    switch last {
    case 0x98, 0x99, 0x9B, 0xB2: UInt8(ascii: "'")
    case 0x9C, 0x9D, 0x9E, 0xB3: UInt8(ascii: "\"")
    case 0x90, 0x91, 0x92, 0x93: UInt8(ascii: "-")
    case 0x94, 0x95: partsLongDashes ? .space : UInt8(ascii: "-")
    default: nil
    }
  }
}
