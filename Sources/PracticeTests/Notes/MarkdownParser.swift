/// Reads Markdown line by line into headings and blocks, in time linear in the text.
///
/// Containers are flattened: each list item is a block of its own at whatever depth, and so is each paragraph of a block
/// quote. That is all that passages need, and no nesting can be too deep.
struct MarkdownParser {
  let lines: [ArraySlice<UInt8>]
  let firstLine: Int
  var index = 0
  var elements: [NoteElement] = []
  var open: OpenBlock?
  private var comments: CommentFilter
  private let termLines: TermLines
  /// Whether the lines belong to a list, where an indent does not mean code.
  private var isInList = false
  /// The blocks with terms in bold, and with terms in italics only.
  private var boldBlocks = 0
  private var italicBlocks: [Int] = []
  /// Where as many blocks have terms in bold, and no fewer than have them in italics, italics mark titles and stress.
  private static let enoughBold = 3

  /// A paragraph, list item or quotation whose end is not reached.
  struct OpenBlock {
    var kind: Block.Kind
    var line: Int
    var text: [UInt8]
    var lineCount = 1
  }

  static func parse(_ lines: [ArraySlice<UInt8>], firstLine: Int = 1) -> [NoteElement] {
    var parser = MarkdownParser(lines: lines, firstLine: firstLine, comments: CommentFilter(lines))
    while parser.index < lines.count { parser.step() }
    parser.close()
    if parser.boldBlocks >= max(enoughBold, parser.italicBlocks.count) { parser.leaveOutItalics() }
    return parser.elements
  }

  private init(lines: [ArraySlice<UInt8>], firstLine: Int, comments: CommentFilter) {
    self.lines = lines
    self.firstLine = firstLine
    self.comments = comments
    termLines = TermLines(lines)
  }

  /// Whether a text without a telling name is Markdown: it has a heading with `#`, a fence or a term in bold.
  static func recognises(_ lines: [ArraySlice<UInt8>]) -> Bool {
    lines.contains { line in
      if MarkdownLine.heading(line) != nil || MarkdownLine.fence(line) != nil { return true }
      guard let bold = line.firstIndex(of: "**", from: line.startIndex) else { return false }
      return bold + 2 < line.endIndex && !line[bold + 2].isBlank && line[bold + 2] != UInt8(ascii: "*")
        && line.firstIndex(of: "**", from: bold + 3) != nil
    }
  }

  var lineNumber: Int { firstLine + index }

  private mutating func step() {
    let wasInComment = comments.isInside
    let visible = comments.visible(lines[index], at: index)
    if visible.isBlank {
      // A line that was only a comment does not end a paragraph.
      if lines[index].isBlank, !wasInComment { close() }
      index += 1
      return
    }
    let (content, quoteDepth) = MarkdownLine.withoutQuoteMarks(visible)
    guard !content.isBlank else {
      close()
      index += 1
      return
    }
    if quoteDepth > 0, open?.kind != .quote, open?.kind != .listItem { close() }
    if content.indent >= 4, open == nil, !isInList, quoteDepth == 0 {
      readIndentedCode()
    } else {
      if content.indent == 0, open == nil { isInList = false }
      read(content.withoutIndent, indent: content.indent, inQuote: quoteDepth > 0)
    }
  }

  /// Reads what a line begins or continues; lists within lists are peeled off from the outside.
  private mutating func read(_ line: ArraySlice<UInt8>, indent: Int, inQuote: Bool) {
    var line = line
    if readUnderline(line) || readFence(line, indent: indent, inQuote: inQuote) { return }
    if MarkdownLine.isRule(line) {
      close()
      index += 1
      return
    }
    while let marker = marker(line) {
      close()
      isInList = true
      open = OpenBlock(kind: .listItem, line: lineNumber, text: [], lineCount: 0)
      line = marker.content
      if readFence(line, indent: indent + 2, inQuote: inQuote) { return }
    }
    if let heading = MarkdownLine.heading(line), indent < 4 || isInList {
      close()
      append(heading: heading.text, level: inQuote ? NoteHeading.boldLevel : heading.level)
      index += 1
    } else if readTable(line, inQuote: inQuote) || readDefinition(line) {
      return
    } else {
      // The next term of a definition list.
      if open?.lineCount ?? 0 > 1, isDefinitionNext { close() }
      if indent == 0, isSentenceBelowItem(line) { close() }
      if termLines.beginsItem(index) {
        close()
        open = OpenBlock(kind: .listItem, line: lineNumber, text: [], lineCount: 0)
      }
      if !MarkdownLine.isLeftOut(line) { continueBlock(line, kind: inQuote ? .quote : .paragraph) }
      index += 1
    }
  }

  /// Whether a line right below an item is a sentence of its own: "- Lysis: the bursting of a cell", and below it
  /// "A cell that takes in too much water bursts." A line that was only wrapped ends no sentence that it begins.
  private func isSentenceBelowItem(_ line: ArraySlice<UInt8>) -> Bool {
    guard let open, open.kind == .listItem, open.lineCount == 1, let first = line.first, let last = line.trimmed.last,
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first), ".!?".utf8.contains(last),
      line.wordCount >= Self.shortestSentence
    else { return false }
    let item = open.text[...].trimmed
    let lastWord = item[(item.lastIndex(of: .space).map { $0 + 1 } ?? item.startIndex)...].string
    return lastWord.last?.isLetter == true && !Words.stopWords.contains(lastWord.lowercased())
  }

  private static let shortestSentence = 4

  private func marker(_ line: ArraySlice<UInt8>) -> ListMarker? {
    guard let marker = ListMarker(line) else { return nil }
    // A wrapped line may begin with a year or a dash: within a paragraph only "1." and a bullet with text begin a list.
    guard let open, open.kind != .listItem else { return marker }
    if open.lineCount == 0 { return marker }
    return marker.content.isEmpty || marker.number ?? 1 != 1 && !isInList ? nil : marker
  }

  mutating func continueBlock(_ line: ArraySlice<UInt8>, kind: Block.Kind) {
    if open == nil { open = OpenBlock(kind: kind, line: lineNumber, text: [], lineCount: 0) }
    if open?.text.isEmpty == false { open?.text.append(.space) }
    // A backslash at the end of a line is a line break.
    let trimmed = line.trimmed
    open?.text.append(contentsOf: trimmed.last == UInt8(ascii: "\\") ? trimmed.dropLast() : trimmed)
    open?.lineCount += 1
  }

  mutating func close() {
    guard let block = open else { return }
    open = nil
    let inline = InlineText(markdown: block.text[...])
    guard !inline.text.isEmpty else { return }
    if block.kind != .listItem, inline.isBoldHeading {
      elements.append(.heading(NoteHeading(level: NoteHeading.boldLevel, text: inline.text, line: block.line)))
    } else {
      if inline.isInItalics {
        italicBlocks.append(elements.count)
      } else if !inline.emphasised.isEmpty {
        boldBlocks += 1
      }
      elements.append(
        .block(Block(kind: block.kind, text: inline.text, emphasised: inline.emphasised, line: block.line)))
    }
  }

  private mutating func leaveOutItalics() {
    for index in italicBlocks {
      guard case .block(var block, let rowLines) = elements[index] else { continue }
      block.emphasised = []
      elements[index] = .block(block, rowLines: rowLines)
    }
  }

  private mutating func append(heading: ArraySlice<UInt8>, level: Int) {
    isInList = false
    elements.append(.heading(NoteHeading(level: level, text: InlineText(markdown: heading).text, line: lineNumber)))
  }
}
