/// Blocks of several lines: code, tables, definitions, headings with a line under them.
extension MarkdownParser {
  /// A line of `=` or `-` under a short paragraph makes it a heading.
  mutating func readUnderline(_ line: ArraySlice<UInt8>) -> Bool {
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

  mutating func readFence(_ line: ArraySlice<UInt8>, indent: Int, inQuote: Bool) -> Bool {
    guard let fence = MarkdownLine.fence(line) else { return false }
    close()
    let start = lineNumber
    var code: [ArraySlice<UInt8>] = []
    index += 1
    while index < lines.count {
      let (content, depth) = inQuote ? MarkdownLine.withoutQuoteMarks(lines[index]) : (lines[index], 0)
      if inQuote, depth == 0 { break }
      index += 1
      if let end = MarkdownLine.fence(content.withoutIndent), fence.isClosed(by: end) { break }
      code.append(content.droppingIndent(indent))
    }
    append(code, line: start + 1)
    return true
  }

  mutating func readIndentedCode() {
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

  mutating func readTable(_ line: ArraySlice<UInt8>, inQuote: Bool) -> Bool {
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

  var isDefinitionNext: Bool {
    index + 1 < lines.count && MarkdownLine.isDefinition(lines[index + 1].withoutIndent)
  }

  /// A definition list: a term on a line of its own, then a line that begins with a colon.
  mutating func readDefinition(_ line: ArraySlice<UInt8>) -> Bool {
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
