extension InlineScanner {
  /// The alternative text of an image is all that is left of it.
  mutating func readImageMark() {
    if byte(1) == UInt8(ascii: "["), byte(2) != UInt8(ascii: "^") { index += 1 } else { copy(1) }
  }

  mutating func readOpenBracket() {
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

  mutating func readCloseBracket() {
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

  mutating func readTag() {
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
