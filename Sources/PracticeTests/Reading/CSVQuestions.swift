import LanguageModels

/// Reads questions from a table whose first line names the columns as JSON names its fields: "question", "option a",
/// "answer" ...
enum CSVQuestions {
  /// The questions; `nil` where the first line names no columns of a question and its answer.
  static func read(_ text: String) -> WrittenQuestions? {
    // Of a long text only the beginning is looked at for the names.
    let start = String(decoding: text.utf8.prefix(1 << 16), as: UTF8.self)
    for separator in [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")] {
      let head = CSVTable(start, separator: separator, limit: 1).rows.first?.cells ?? []
      guard isHead(head) else { continue }
      guard !GivenAnswers.areTold(by: head) else {
        return WrittenQuestions(unread: [.init(line: 1, reason: GivenAnswers.fault)], isCertain: true)
      }
      return read(CSVTable(text, separator: separator))
    }
    return nil
  }

  /// Whether names are those of columns with a question and its answer.
  static func isHead(_ names: [String]) -> Bool {
    let fields = names.map { FieldName.named($0) }
    return fields.contains(.prompt) && (fields.contains(.answer) || fields.contains(.index))
  }

  private static func read(_ table: CSVTable) -> WrittenQuestions {
    var written = read(table.rows)
    if let line = table.openQuote {
      written.unread.append(.init(line: line, reason: "A quotation mark is opened here and never closed."))
    }
    return written
  }

  /// The questions of rows, the first of which names the columns.
  static func read(_ rows: [CSVTable.Row]) -> WrittenQuestions {
    var written = WrittenQuestions(isCertain: true)
    let names = rows.first?.cells ?? []
    for row in rows.dropFirst() {
      guard row.cells.count <= names.count else {
        written.unread.append(.init(line: row.line, reason: "This line has more cells than the first has names."))
        continue
      }
      let members = zip(names, row.cells).filter { !$1.isBlank }.map { JSONMember($0, value($1, of: $0)) }
      if let question = QuestionShape.question(members, line: row.line, repairs: []) {
        written.questions.append(question)
      } else {
        written.unread.append(.init(line: row.line, reason: "This line has no question, or no answer."))
      }
    }
    return written
  }

  private static func value(_ cell: String, of column: String) -> JSONValue {
    let text = SpreadsheetFormula.plain(cell)
    switch FieldName.named(column) {
    case .index: return Int(text.trimming(\.isWhitespace)).map { .number($0) } ?? .string(text)
    case .acceptedAnswers, .keyPoints, .distractors, .options:
      return .strings(text.split(whereSeparator: \.isNewline).map(String.init))
    default: return .string(text)
    }
  }
}
