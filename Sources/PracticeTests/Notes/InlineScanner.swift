/// Walks the inline markup of a block once.
///
/// Every byte of text goes to `output`. Marks go there too, and are blotted out (set to zero, a byte that cleaned text
/// never has) as soon as they turn out to be markup; so marks without a partner stay as text, and nothing moves.
struct InlineScanner {
  private let source: ArraySlice<UInt8>
  private var index: Int
  private(set) var output: [UInt8] = []
  /// Where bold or highlighted text stands in `output`.
  private(set) var strong: [Range<Int>] = []
  /// Where italic text stands in `output`.
  private(set) var light: [Range<Int>] = []

  private var openers: [UInt8: [Delimiter]] = [:]
  private var brackets: [Int] = []
  private var strongTags: [Int] = []
  /// False when a search for the end of embedded data has failed once: it would fail again.
  private var hasEmbeddedData = true
  /// The last place of each length of backtick run, so that no search for a partner is in vain.
  private var lastTicks: [Int: Int] = [:]

  /// A run of `*`, `_` or `=` that may begin an emphasis.
  private struct Delimiter {
    var position: Int
    var count: Int
  }

  /// How far the parts of a link, a tag or a formula may reach.
  private enum Reach {
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

  private mutating func copy(_ count: Int) {
    output.append(contentsOf: source[index..<(index + count)])
    index += count
  }

  private func byte(_ offset: Int) -> UInt8? {
    let position = index + offset
    return position >= source.startIndex && position < source.endIndex ? source[position] : nil
  }

  private func runLength(at position: Int) -> Int {
    source[position...].prefix { $0 == source[position] }.count
  }

  private mutating func blot(_ range: Range<Int>) {
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

// MARK: - Emphasis

extension InlineScanner {
  private mutating func readDelimiter() {
    let mark = source[index]
    var count = runLength(at: index)
    let (before, after) = (side(index - 1), side(index + count))
    let isLeft = after != .blank && (after == .text || before != .text)
    let isRight = before != .blank && (before == .text || after != .text)
    let isWordBound = mark != UInt8(ascii: "_")
    let canOpen = isLeft && (isWordBound || !isRight || before == .mark)
    let canClose = isRight && (isWordBound || !isLeft || after == .mark)
    var position = output.count
    copy(count)
    guard mark != UInt8(ascii: "=") || count == 2 else { return }
    if canClose { (position, count) = closeEmphasis(mark, position, count) }
    if canOpen, count > 0 { openers[mark, default: []].append(Delimiter(position: position, count: count)) }
  }

  /// Pairs a run with the runs before it, and returns what is left of it.
  private mutating func closeEmphasis(_ mark: UInt8, _ position: Int, _ count: Int) -> (position: Int, count: Int) {
    var (position, count) = (position, count)
    while count > 0, var opener = openers[mark]?.popLast() {
      let used = min(2, opener.count, count)
      let inner = (opener.position + opener.count)..<position
      if used == 2 { strong.append(inner) } else { light.append(inner) }
      opener.count -= used
      blot((inner.lowerBound - used)..<inner.lowerBound)
      blot(position..<(position + used))
      position += used
      count -= used
      if opener.count > 0 { openers[mark]?.append(opener) }
    }
    return (position, count)
  }

  private enum Side {
    case blank
    case mark
    case text
  }

  private func side(_ position: Int) -> Side {
    guard position >= source.startIndex, position < source.endIndex else { return .blank }
    let byte = source[position]
    if byte.isBlank { return .blank }
    if byte < 0x80 { return byte.isMark ? .mark : .text }
    // Typographic quotes and dashes (U+2010 to U+203F) begin with the bytes E2 80.
    let start = byte & 0xC0 == 0x80 ? position - 2 : position
    return source.starts(with: [0xE2, 0x80], at: start) ? .mark : .text
  }
}

// MARK: - Links, images, tags

extension InlineScanner {
  /// The alternative text of an image is all that is left of it.
  private mutating func readImageMark() {
    if byte(1) == UInt8(ascii: "["), byte(2) != UInt8(ascii: "^") { index += 1 } else { copy(1) }
  }

  private mutating func readOpenBracket() {
    if byte(1) == UInt8(ascii: "^") || byte(1) == UInt8(ascii: "!"),
      let end = source.firstIndex(of: "]", from: index, within: Reach.label),
      !source[index..<end].contains(where: \.isBlank)
    {
      // A footnote mark, its definition with a colon, or the kind of a call-out.
      index = end + 1
      if byte(0) == UInt8(ascii: ":"), output.isEmpty { index += 1 }
      return
    }
    brackets.append(output.count)
    copy(1)
  }

  private mutating func readCloseBracket() {
    guard let opener = brackets.popLast() else {
      copy(1)
      return
    }
    if byte(1) == UInt8(ascii: "]"), brackets.last == opener - 1, output.count - opener <= Reach.label {
      closeWikiLink(opener)
    } else if let end = linkTargetEnd() {
      blot(opener..<(opener + 1))
      index = end
    } else {
      copy(1)
    }
  }

  /// "[[Page|shown]]".
  private mutating func closeWikiLink(_ opener: Int) {
    brackets.removeLast()
    let bar = output[(opener + 1)...].lastIndex(of: UInt8(ascii: "|"))
    blot((opener - 1)..<((bar ?? opener) + 1))
    index += 2
  }

  /// The end of "(target)" or "[label]" after the closing bracket here.
  private mutating func linkTargetEnd() -> Int? {
    let start = index + 1
    if hasEmbeddedData, source.starts(with: "(data:", at: start) {
      // An embedded image may be of any length; it has no brackets.
      let end = source[start...].firstIndex(of: UInt8(ascii: ")"))
      hasEmbeddedData = end != nil
      return end.map { $0 + 1 }
    }
    if byte(1) == UInt8(ascii: "[") {
      return source.firstIndex(of: "]", from: start, within: Reach.label).map { $0 + 1 }
    }
    guard byte(1) == UInt8(ascii: "("), source.firstIndex(of: ")", from: start, within: Reach.target) != nil else {
      return nil
    }
    var (depth, position) = (0, start)
    while position < source.endIndex, position - start < Reach.target {
      if source[position] == UInt8(ascii: "(") { depth += 1 }
      if source[position] == UInt8(ascii: ")") { depth -= 1 }
      position += 1
      if depth == 0 { return position }
    }
    return nil
  }

  private mutating func readTag() {
    guard let next = byte(1), next.isLetter || next == UInt8(ascii: "/"),
      let end = source.firstIndex(of: ">", from: index, within: Reach.tag)
    else {
      copy(1)
      return
    }
    let content = source[(index + 1)..<end]
    if content.starts(with: "http", at: content.startIndex) || content.starts(with: "mailto:", at: content.startIndex) {
      output.append(contentsOf: content)
    } else if let tag = HTMLTag(content) {
      apply(tag)
    } else {
      copy(1)
      return
    }
    index = end + 1
  }

  private mutating func apply(_ tag: HTMLTag) {
    if tag.breaksLine { output.append(.space) }
    guard tag.isStrong else { return }
    if !tag.isClosing {
      strongTags.append(output.count)
    } else if let start = strongTags.popLast() {
      strong.append(start..<output.count)
    }
  }
}

extension ArraySlice<UInt8> {
  fileprivate func starts(with needle: [UInt8], at index: Int) -> Bool {
    index >= startIndex && index + needle.count <= endIndex
      && self[index..<(index + needle.count)].elementsEqual(needle)
  }
}
