import LanguageModels

/// Reads notes of Anki that were written as text with headers ("#separator:tab"). Other notes than our own are a front
/// and a back, or a text with one blank.
struct AnkiText {
  private var separator = UInt8(ascii: "\t")
  private var isHTML = true
  /// The columns, counted from 0, that hold no field.
  private var typeColumn: Int?
  private var tagsColumn: Int?
  private var otherColumns: Set<Int> = []

  /// The questions; `nil` where the text does not begin with a header of Anki's.
  static func read(_ text: String) -> WrittenQuestions? {
    guard text.first(where: { $0 != "\n" }) == "#" else { return nil }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let headers = lines.prefix { $0.isEmpty || $0.hasPrefix("#") }
    guard headers.contains(where: { $0.hasPrefix("#separator:") }) else { return nil }
    var reader = AnkiText()
    for header in headers { reader.takeHeader(header.dropFirst().trimming(\.isWhitespace)) }
    let body = lines.dropFirst(headers.count).joined(separator: "\n")
    return reader.questions(CSVTable(body, separator: reader.separator), firstLine: headers.count)
  }

  private mutating func takeHeader(_ header: Substring) {
    guard let colon = header.firstIndex(of: ":") else { return }
    let (name, value) = (header[..<colon].lowercased(), String(header[header.index(after: colon)...]))
    let column = Int(value).map { $0 - 1 }
    switch name {
    case "separator": separator = Self.separators[value.lowercased()] ?? value.utf8.first ?? separator
    case "html": isHTML = value.lowercased() == "true"
    case "notetype column": typeColumn = column
    case "tags column": tagsColumn = column
    case "deck column", "guid column": otherColumns.formUnion(column.map { [$0] } ?? [])
    default: break
    }
  }

  private static let separators = [
    "tab": UInt8(ascii: "\t"), "comma": UInt8(ascii: ","), "semicolon": UInt8(ascii: ";"), "space": UInt8(ascii: " "),
    "pipe": UInt8(ascii: "|"), "colon": UInt8(ascii: ":"),
  ]

  private func questions(_ table: CSVTable, firstLine: Int) -> WrittenQuestions {
    var written = WrittenQuestions(isCertain: true)
    for row in table.rows {
      let line = row.line + firstLine
      let special = otherColumns.union([typeColumn, tagsColumn].compactMap { $0 })
      let fields = row.cells.indices.filter { !special.contains($0) }.map { row.cells[$0] }
      guard let front = fields.first, !front.isBlank else {
        written.unread.append(.init(line: line, reason: "This note has no front."))
        continue
      }
      let back = fields.count > 1 ? fields[1] : ""
      var question = isHTML ? AnkiNote(front: front, back: back).question(line: line) : plain(front, back, line)
      let tags = tagsColumn.flatMap { row.cells.indices.contains($0) ? row.cells[$0] : nil } ?? ""
      let others = LevelTags.read(tags.split(separator: " ").map(String.init), into: &question)
      question.topic = others.first.map(Self.topic)
      question.tags = others.dropFirst().map(Self.topic)
      written.questions.append(question)
    }
    return written
  }

  private func plain(_ front: String, _ back: String, _ line: Int) -> WrittenQuestion {
    var question = WrittenQuestion(line: line, prompt: DraftFields.clean(front))
    question.answers = back.isBlank ? [] : [.text(DraftFields.clean(back))]
    return question
  }

  /// The topic, or the student's own tag, that a tag names, which holds no spaces.
  static func topic(_ tag: String) -> String { tag.replacing("_", with: " ") }
}
