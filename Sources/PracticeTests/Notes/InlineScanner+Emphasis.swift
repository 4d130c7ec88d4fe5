extension InlineScanner {
  mutating func readDelimiter() {
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

extension ArraySlice<UInt8> {
  fileprivate func starts(with needle: [UInt8], at index: Int) -> Bool {
    index >= startIndex && index + needle.count <= endIndex
      && self[index..<(index + needle.count)].elementsEqual(needle)
  }
}
