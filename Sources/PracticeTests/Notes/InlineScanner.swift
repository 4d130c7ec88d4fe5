/// Walks the inline markup of a block once.
///
/// Every byte of text goes to `output`. Marks go there too, and are blotted out (set to zero, a byte that cleaned text
/// never has) as soon as they turn out to be markup; so marks without a partner stay as text, and nothing moves.
struct InlineScanner {
  let source: ArraySlice<UInt8>
  var index: Int
  var output: [UInt8] = []
  /// Where bold or highlighted text stands in `output`.
  var strong: [Range<Int>] = []
  /// Where italic text stands in `output`.
  var light: [Range<Int>] = []

  var openers: [UInt8: [Delimiter]] = [:]
  var brackets: [Int] = []
  var strongTags: [Int] = []
  /// False when a search for the end of embedded data has failed once: it would fail again.
  var hasEmbeddedData = true
  /// The last place of each length of backtick run, so that no search for a partner is in vain.
  private var lastTicks: [Int: Int] = [:]

  /// A run of `*`, `_` or `=` that may begin an emphasis.
  struct Delimiter {
    var position: Int
    var count: Int
  }

  /// How far the parts of a link, a tag or a formula may reach.
  enum Reach {
    static let target = 1_000
    static let label = 200
    static let tag = 300
    static let formula = 1_000
  }

  init(_ source: ArraySlice<UInt8>) {
    self.source = source
    index = source.startIndex
    output.reserveCapacity(source.count)
    var position = source.startIndex
    while position < source.endIndex {
      guard source[position] == UInt8(ascii: "`") else {
        position += 1
        continue
      }
      let length = runLength(at: position)
      lastTicks[length] = position
      position += length
    }
  }

  /// A stretch of the output without blotted bytes.
  func visible(_ range: Range<Int>) -> [UInt8] {
    output[range].filter { $0 != 0 }
  }

  mutating func scan() {
    while index < source.endIndex {
      switch source[index] {
      case UInt8(ascii: "\\"): readEscape()
      case UInt8(ascii: "`"): readCode()
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "="): readDelimiter()
      case UInt8(ascii: "~"): readStrike()
      case UInt8(ascii: "!"): readImageMark()
      case UInt8(ascii: "["): readOpenBracket()
      case UInt8(ascii: "]"): readCloseBracket()
      case UInt8(ascii: "<"): readTag()
      case UInt8(ascii: "&"): readEntity()
      case UInt8(ascii: "$"): readFormula()
      case UInt8(ascii: "{"): readAttributes()
      default: copyText()
      }
    }
  }

  private static let isMarkup = (0...UInt8.max).map { "\\`*_=~![]<&${".utf8.contains($0) }

  /// Copies the bytes up to the next that may be markup.
  private mutating func copyText() {
    let end = source[index...].firstIndex { Self.isMarkup[Int($0)] } ?? source.endIndex
    copy(end - index)
  }

  mutating func copy(_ count: Int) {
    output.append(contentsOf: source[index..<(index + count)])
    index += count
  }

  func byte(_ offset: Int) -> UInt8? {
    let position = index + offset
    return position >= source.startIndex && position < source.endIndex ? source[position] : nil
  }

  func runLength(at position: Int) -> Int {
    source[position...].prefix { $0 == source[position] }.count
  }

  mutating func blot(_ range: Range<Int>) {
    for position in range { output[position] = 0 }
  }
}

// MARK: - Escapes, code, entities, formulas

extension InlineScanner {
  private mutating func readEscape() {
    if let next = byte(1), next.isMark {
      index += 1
      copy(1)
    } else {
      copy(1)
    }
  }

  private mutating func readCode() {
    let length = runLength(at: index)
    guard let last = lastTicks[length], last > index else {
      copy(length)
      return
    }
    var position = index + length
    while position <= last {
      guard source[position] == UInt8(ascii: "`") else {
        position += 1
        continue
      }
      let other = runLength(at: position)
      if other == length { break }
      position += other
    }
    output.append(contentsOf: source[(index + length)..<position])
    index = position + length
  }

  private mutating func readEntity() {
    guard let end = source.firstIndex(of: ";", from: index, within: 32),
      let character = HTMLEntity.text(source[(index + 1)..<end])
    else {
      copy(1)
      return
    }
    output.append(contentsOf: NoteText.clean(character))
    index = end + 1
  }

  /// A formula between dollar signs stays as it stands: its marks are no markup. "$5 and $6" is none.
  private mutating func readFormula() {
    let isDisplayed = byte(1) == UInt8(ascii: "$")
    let start = index + (isDisplayed ? 2 : 1)
    let end =
      isDisplayed
      ? source.firstIndex(of: "$$", from: start, within: Reach.formula)
      : source.firstIndex(of: "$", from: start, within: Reach.formula)
    guard start < source.endIndex, let end, end > start else {
      copy(isDisplayed ? 2 : 1)
      return
    }
    let after = end + 1 < source.endIndex ? source[end + 1] : .space
    if !isDisplayed, source[start].isBlank || source[end - 1].isBlank || after.isDigit {
      copy(1)
    } else {
      copy(end + (isDisplayed ? 2 : 1) - index)
    }
  }

  /// The attributes after a heading or an image: "{#id .class}".
  private mutating func readAttributes() {
    if let next = byte(1), next == UInt8(ascii: "#") || next == UInt8(ascii: "."), byte(2)?.isLetter == true,
      let end = source.firstIndex(of: "}", from: index, within: Reach.label)
    {
      index = end + 1
    } else {
      copy(1)
    }
  }

  private mutating func readStrike() {
    let length = runLength(at: index)
    if length == 2 { index += 2 } else { copy(length) }
  }
}
