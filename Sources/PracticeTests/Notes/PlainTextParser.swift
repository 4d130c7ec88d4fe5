/// Reads plain text into paragraphs, list items and the headings that are clear.
struct PlainTextParser {
  private let lines: [ArraySlice<UInt8>]
  private let termLines: TermLines
  private var elements: [NoteElement] = []
  private var open: (kind: Block.Kind, line: Int, text: [UInt8])?

  static func parse(_ lines: [ArraySlice<UInt8>]) -> [NoteElement] {
    var parser = PlainTextParser(lines: lines)
    var index = 0
    while index < lines.count { index += parser.step(index) }
    parser.close()
    return parser.elements
  }

  private init(lines: [ArraySlice<UInt8>]) {
    self.lines = lines
    termLines = TermLines(lines)
  }

  /// Reads one line, or a heading with its underline, and returns how many lines that were.
  private mutating func step(_ index: Int) -> Int {
    let line = lines[index].trimmed
    if line.isEmpty || MarkdownLine.isRule(line) || line.isRun(of: UInt8(ascii: "="), atLeast: 3) {
      close()
      return 1
    }
    if isBlank(index - 1), let heading = heading(line, at: index) {
      close()
      let text = InlineText(plain: heading.text).text
      elements.append(.heading(NoteHeading(level: heading.level, text: text, line: index + 1)))
      return heading.lineCount
    }
    if let marker = ListMarker(line), open?.kind != .paragraph || marker.number == nil, !marker.content.isEmpty {
      close()
      open = (.listItem, index + 1, Array(marker.content))
    } else if termLines.beginsItem(index) {
      close()
      open = (.listItem, index + 1, Array(line))
    } else if open == nil {
      open = (.paragraph, index + 1, Array(line))
    } else {
      open?.text.append(.space)
      open?.text.append(contentsOf: line)
    }
    return 1
  }

  private mutating func close() {
    guard let block = open else { return }
    open = nil
    let text = InlineText(plain: block.text[...]).text
    if !text.isEmpty { elements.append(.block(Block(kind: block.kind, text: text, line: block.line))) }
  }

  private func isBlank(_ index: Int) -> Bool {
    !lines.indices.contains(index) || lines[index].isBlank || MarkdownLine.isRule(lines[index].trimmed)
  }

  // MARK: - Headings

  private typealias Heading = (level: Int, text: ArraySlice<UInt8>, lineCount: Int)

  private func heading(_ line: ArraySlice<UInt8>, at index: Int) -> Heading? {
    guard line.count <= 120 else { return nil }
    if let level = underlineLevel(index + 1) { return (level, line, 2) }
    if isAllCapitals(line) { return (1, line, 1) }
    guard isBlank(index + 1), let level = numberLevel(line), !continuesCounting(after: index) else { return nil }
    return (level, line, 1)
  }

  private func underlineLevel(_ index: Int) -> Int? {
    guard lines.indices.contains(index) else { return nil }
    let line = lines[index].trimmed
    guard !line.contains(where: \.isBlank) else { return nil }
    if line.isRun(of: UInt8(ascii: "="), atLeast: 3) { return 1 }
    return line.isRun(of: UInt8(ascii: "-"), atLeast: 3) || line.isRun(of: UInt8(ascii: "~"), atLeast: 3) ? 2 : nil
  }

  /// "THE CELL CYCLE": at least four letters, no small one, few words, no full stop.
  private func isAllCapitals(_ line: ArraySlice<UInt8>) -> Bool {
    let text = line.string
    let letters = text.filter(\.isLetter)
    return letters.count >= 4 && letters.allSatisfy(\.isUppercase) && line.wordCount <= 10
      && !".,;!".contains(text.last ?? " ") && ListMarker(line)?.number == nil
  }

  /// "2 Methods", "2.1 Sampling", "Chapter 3: Memory": the depth of the number. Short, a capital, no full stop.
  private func numberLevel(_ line: ArraySlice<UInt8>) -> Int? {
    let words = line.string.split(separator: " ")
    guard words.count >= 2, words.count <= 10, let last = line.last, !".,;:?!".utf8.contains(last) else { return nil }
    if ["chapter", "part", "unit", "lecture", "lesson", "week", "module"].contains(words[0].lowercased()) {
      return words[1].first?.isNumber == true || words[1].allSatisfy { "IVXLC:.".contains($0) } ? 1 : nil
    }
    let parts = words[0].split(separator: ".", omittingEmptySubsequences: true)
    let isNumber = !parts.isEmpty && parts.count <= 4 && parts.allSatisfy { $0.count <= 2 && $0.allSatisfy(\.isNumber) }
    return isNumber && words[1].first?.isUppercase == true ? parts.count + 1 : nil
  }

  /// Whether the next text is numbered at the same depth: then these are the items of a list.
  private func continuesCounting(after index: Int) -> Bool {
    var next = index + 1
    while next < lines.count, next - index < 8, lines[next].isBlank { next += 1 }
    guard next < lines.count else { return true }
    let line = lines[next].trimmed
    return ListMarker(line)?.number != nil && numberLevel(line) == numberLevel(lines[index].trimmed)
  }
}
