/// A table in Markdown whose columns have the names that tables of questions have: "| Question | A | B | Answer |" above
/// "|---|---|---|---|".
struct QuestionTable {
  /// Its lines, counted from 1.
  let lines: ClosedRange<Int>
  /// The names of the columns, and the rows below them.
  private let rows: [CSVTable.Row]

  /// Why its columns tell no questions with their answers; `nil` where they do.
  var fault: String? {
    let names = rows.first?.cells ?? []
    guard CSVQuestions.isHead(names) else { return "This table has no column of answers, and is not read." }
    if GivenAnswers.areTold(by: names) { return GivenAnswers.fault }
    let answers = GivenAnswers.hasOptions(names) ? [] : names.indices.filter { FieldName.named(names[$0]) == .answer }
    return haveOnlyVerdicts(answers)
      ? "The answers of this table only say right or wrong, and it is not read." : nil
  }

  /// Whether one of some columns holds nothing but marks that say whether something is right.
  private func haveOnlyVerdicts(_ columns: [Int]) -> Bool {
    // Each cell is looked at once, however many columns there are.
    var (open, marked) = (Set(columns), Set<Int>())
    for row in rows.dropFirst() where !open.isEmpty {
      for (column, cell) in row.cells.enumerated() where !cell.isBlank && open.contains(column) {
        if GivenAnswers.isVerdict(cell) { marked.insert(column) } else { open.remove(column) }
      }
    }
    return !open.isDisjoint(with: marked)
  }

  /// The tables among lines, by the numbers of their first lines.
  static func found(in lines: [Substring]) -> [Int: QuestionTable] {
    var tables: [Int: QuestionTable] = [:]
    var index = 0
    while index + 1 < lines.count {
      if let table = QuestionTable(lines, at: index) {
        tables[index + 1] = table
        index = table.lines.upperBound
      } else {
        index += 1
      }
    }
    return tables
  }

  private init?(_ lines: [Substring], at start: Int) {
    guard lines[start].contains("|"), Self.isRule(lines[start + 1]) else { return nil }
    let names = Self.cells(lines[start])
    guard names.count == Self.cells(lines[start + 1]).count,
      CSVQuestions.isHead(names) || names.contains(where: { FieldName.plain($0) == "question" })
    else { return nil }
    let below = lines[(start + 2)...].prefix { $0.contains("|") }
    self.lines = (start + 1)...below.endIndex
    rows =
      [CSVTable.Row(line: start + 1, cells: names)]
      + below.indices.map { CSVTable.Row(line: $0 + 1, cells: Self.cells(lines[$0])) }
  }

  /// Its questions. A row that only numbers one is none: the table may be a key.
  func read() -> WrittenQuestions {
    var written = CSVQuestions.read(rows)
    let numbered = written.questions.filter { QuestionHeading.isHeading($0.prompt) }
    written.questions.removeAll { QuestionHeading.isHeading($0.prompt) }
    written.unread += numbered.map {
      .init(line: $0.line, reason: "This line only has the number of a question, and is not read.")
    }
    return written
  }

  /// "|---|:--:|".
  private static func isRule(_ line: Substring) -> Bool {
    line.contains("|") && line.contains("-") && line.allSatisfy { "|-: ".contains($0) }
  }

  /// The cells of a line, without the marks of Markdown. A bar behind a backslash parts none.
  private static func cells(_ line: Substring) -> [String] {
    var cells = [""]
    var isEscaped = false
    for character in line.trimming(\.isWhitespace) {
      if character == "|", isEscaped {
        cells[cells.count - 1].removeLast()
        cells[cells.count - 1].append(character)
      } else if character == "|" {
        cells.append("")
      } else {
        cells[cells.count - 1].append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    if cells.first?.isBlank == true { cells.removeFirst() }
    if cells.count > 1, cells.last?.isBlank == true, line.trimming(\.isWhitespace).last == "|" { cells.removeLast() }
    return cells.map(plain)
  }

  private static func plain(_ cell: String) -> String {
    let text = ["<br>", "<br/>", "<br />"].reduce(cell) { $0.replacing($1, with: "\n") }
    return QuizEscapes.removed(BoldMarks.removed(text.trimming(\.isWhitespace)))
  }
}
