/// Reads Markdown line by line into headings and blocks, in time linear in the text.
///
/// Containers are flattened: each list item is a block of its own at whatever depth, and so is each paragraph of a block
/// quote. That is all that passages need, and no nesting can be too deep.
struct MarkdownParser {
  private let lines: [ArraySlice<UInt8>]
  private let firstLine: Int
  private var index = 0
  private var elements: [NoteElement] = []
  private var open: OpenBlock?
  private var comments: CommentFilter
  /// Whether the lines belong to a list, where an indent does not mean code.
  private var isInList = false

  /// A paragraph, list item or quotation whose end is not reached.
  private struct OpenBlock {
    var kind: Block.Kind
    var line: Int
    var text: [UInt8]
    var lineCount = 1
  }

  static func parse(_ lines: [ArraySlice<UInt8>], firstLine: Int = 1) -> [NoteElement] {
    var parser = MarkdownParser(lines: lines, firstLine: firstLine, comments: CommentFilter(lines))
    while parser.index < lines.count { parser.step() }
    parser.close()
    return parser.elements
  }

  private init(lines: [ArraySlice<UInt8>], firstLine: Int, comments: CommentFilter) {
    self.lines = lines
    self.firstLine = firstLine
    self.comments = comments
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

  private var lineNumber: Int { firstLine + index }

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
      if !MarkdownLine.isLeftOut(line) { continueBlock(line, kind: inQuote ? .quote : .paragraph) }
      index += 1
    }
  }

  private func marker(_ line: ArraySlice<UInt8>) -> ListMarker? {
    guard let marker = ListMarker(line) else { return nil }
    // A wrapped line may begin with a year or a dash: within a paragraph only "1." and a bullet with text begin a list.
    guard let open, open.kind != .listItem else { return marker }
    if open.lineCount == 0 { return marker }
    return marker.content.isEmpty || marker.number ?? 1 != 1 && !isInList ? nil : marker
  }

  private mutating func continueBlock(_ line: ArraySlice<UInt8>, kind: Block.Kind) {
    if open == nil { open = OpenBlock(kind: kind, line: lineNumber, text: [], lineCount: 0) }
    if open?.text.isEmpty == false { open?.text.append(.space) }
    // A backslash at the end of a line is a line break.
    let trimmed = line.trimmed
    open?.text.append(contentsOf: trimmed.last == UInt8(ascii: "\\") ? trimmed.dropLast() : trimmed)
    open?.lineCount += 1
  }

  private mutating func close() {
    guard let block = open else { return }
    open = nil
    let inline = InlineText(markdown: block.text[...])
    guard !inline.text.isEmpty else { return }
    if block.kind != .listItem, inline.isBoldHeading {
      elements.append(.heading(NoteHeading(level: NoteHeading.boldLevel, text: inline.text, line: block.line)))
    } else {
      elements.append(
        .block(Block(kind: block.kind, text: inline.text, emphasised: inline.emphasised, line: block.line)))
    }
  }

  private mutating func append(heading: ArraySlice<UInt8>, level: Int) {
    isInList = false
    elements.append(.heading(NoteHeading(level: level, text: InlineText(markdown: heading).text, line: lineNumber)))
  }

  // MARK: - Blocks of several lines

  /// A line of `=` or `-` under a short paragraph makes it a heading.
  private mutating func readUnderline(_ line: ArraySlice<UInt8>) -> Bool {
    guard let block = open, block.kind == .paragraph, block.lineCount <= 2, block.text[...].wordCount <= 20 else {
      return false
    }
    let isFirst = line.isRun(of: UInt8(ascii: "="), atLeast: 2)
    guard isFirst || line.isRun(of: UInt8(ascii: "-"), atLeast: 2), !line.trimmed.contains(where: \.isBlank) else {
      return false
    }
    open = nil
    let text = InlineText(markdown: block.text[...]).text
    elements.append(.heading(NoteHeading(level: isFirst ? 1 : 2, text: text, line: block.line)))
    index += 1
    return true
  }

  private mutating func readFence(_ line: ArraySlice<UInt8>, indent: Int, inQuote: Bool) -> Bool {
    guard let fence = MarkdownLine.fence(line) else { return false }
    close()
    let start = lineNumber
    var code: [ArraySlice<UInt8>] = []
    index += 1
    while index < lines.count {
      let (content, depth) = inQuote ? MarkdownLine.withoutQuoteMarks(lines[index]) : (lines[index], 0)
      if inQuote, depth == 0 { break }
      index += 1
      if fence.isClosed(by: content) { break }
      code.append(content.droppingIndent(indent))
    }
    append(code, line: start + 1)
    return true
  }

  private mutating func readIndentedCode() {
    let start = lineNumber
    var code: [ArraySlice<UInt8>] = []
    while index < lines.count, lines[index].isBlank || lines[index].indent >= 4 {
      code.append(lines[index].droppingIndent(4))
      index += 1
    }
    append(code, line: start)
  }

  /// Adds code as it stands, without empty lines around it.
  private mutating func append(_ code: [ArraySlice<UInt8>], line: Int) {
    let leading = code.prefix { $0.isBlank }.count
    var body = code.dropFirst(leading)
    while let last = body.last, last.isBlank { body.removeLast() }
    guard !body.isEmpty else { return }
    elements.append(
      .block(Block(kind: .code, text: body.map(\.string).joined(separator: "\n"), line: line + leading)))
  }

  private mutating func readTable(_ line: ArraySlice<UInt8>, inQuote: Bool) -> Bool {
    let hasEdge = MarkdownTable.beginsRow(line)
    guard hasEdge || MarkdownTable.isRow(line) && open?.lineCount ?? 0 == 0 && isSeparatorNext(inQuote) else {
      return false
    }
    close()
    let start = lineNumber
    var table = MarkdownTable()
    while index < lines.count {
      let row = (inQuote ? MarkdownLine.withoutQuoteMarks(lines[index]).content : lines[index]).trimmed
      // The first row may have stood behind a list marker.
      guard index + firstLine == start || (hasEdge ? MarkdownTable.beginsRow(row) : MarkdownTable.isRow(row)) else {
        break
      }
      table.append(index + firstLine == start ? line.trimmed : row, line: lineNumber)
      index += 1
    }
    if let block = table.block { elements.append(.block(block, rowLines: table.rowLines)) }
    return true
  }

  private func isSeparatorNext(_ inQuote: Bool) -> Bool {
    guard index + 1 < lines.count else { return false }
    let next = lines[index + 1]
    return MarkdownTable.isSeparator((inQuote ? MarkdownLine.withoutQuoteMarks(next).content : next).trimmed)
  }

  private var isDefinitionNext: Bool {
    index + 1 < lines.count && MarkdownLine.isDefinition(lines[index + 1].withoutIndent)
  }

  /// A definition list: a term on a line of its own, then a line that begins with a colon.
  private mutating func readDefinition(_ line: ArraySlice<UInt8>) -> Bool {
    guard MarkdownLine.isDefinition(line) else { return false }
    if open == nil, case .block(let last, _) = elements.last, last.kind == .paragraph,
      last.text.utf8.count <= 80, lineNumber - last.line == 2
    {
      // A blank line may stand between the term and its definition.
      elements.removeLast()
      open = OpenBlock(kind: .paragraph, line: last.line, text: Array(last.text.utf8))
    }
    guard open?.kind == .paragraph else { return false }
    if open?.lineCount == 1, let term = open?.text {
      let isMarked = term.contains(UInt8(ascii: "*"))
      open?.text = (isMarked ? term : Array("**".utf8) + term + Array("**".utf8)) + [UInt8(ascii: ":")]
    }
    continueBlock(line.dropFirst(), kind: .paragraph)
    index += 1
    return true
  }
}
