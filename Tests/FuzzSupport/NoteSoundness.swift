import PracticeTests

/// What holds of a document that was read from notes, whatever they are.
package enum NoteSoundness {
  /// What does not hold of one, in words.
  package static func problems(_ document: NoteDocument, of text: String) -> [String] {
    let lines = text.unicodeScalars.count { $0 == "\n" || $0 == "\r" } + 1
    var problems = document.passages.flatMap { self.problems($0, lines) }
    if Set(document.passages.map(\.id)).count < document.passages.count { problems.append("an id twice") }
    if document.title.isEmpty { problems.append("no title") }
    for entry in document.glossary
    where entry.term.isEmpty || entry.definition.isEmpty || !(1...lines).contains(entry.line) {
      problems.append("\(entry)")
    }
    return problems
  }

  private static func words(of block: Block) -> Int { block.text.split(whereSeparator: \.isWhitespace).count }

  private static func problems(_ passage: Passage, _ lines: Int) -> [String] {
    var problems: [String] = []
    if passage.blocks.isEmpty || passage.topic.isEmpty { problems.append("no blocks or no topic") }
    if !passage.headings.allSatisfy({ !$0.isEmpty && isClean($0, layout: "") }) { problems.append("bad heading") }
    let isProse = passage.blocks.allSatisfy { $0.kind != .code && $0.kind != .table }
    let definitions = passage.blocks.filter { $0.kind == .definition }
    let words = passage.blocks.reduce(0) { $0 + Self.words(of: $1) }
    if isProse, words > 300 + min(150, definitions.reduce(0) { $0 + Self.words(of: $1) }) {
      problems.append("too many words")
    }
    for block in passage.blocks {
      if !(1...lines).contains(block.line) { problems.append("line \(block.line)") }
      let layout = block.kind == .code ? "\n\t" : block.kind == .table ? "\n" : ""
      if block.text.isEmpty || !isClean(block.text, layout: layout) { problems.append("bad text") }
      if !block.emphasised.allSatisfy({ !$0.isEmpty && isClean($0, layout: "") }) { problems.append("bad term") }
    }
    return problems
  }

  /// Whether a text has no control or direction characters but the named ones.
  private static func isClean(_ text: String, layout: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      layout.unicodeScalars.contains(scalar)
        || scalar.properties.generalCategory != .control && !(0x202A...0x202E).contains(scalar.value)
          && !(0x2066...0x2069).contains(scalar.value)
    }
  }
}
