/// The tables of questions in a quiz, and what was read in them.
struct QuizTables {
  /// What a line is to the tables.
  enum Part {
    /// It is in none, or in one that can't be read.
    case line
    /// A table begins.
    case begin
    /// It belongs to the table above.
    case row
  }

  private(set) var questions: [WrittenQuestion] = []
  private(set) var unread: [QuestionReading.Unread] = []
  /// The tables by the numbers of their first lines.
  private let tables: [Int: QuestionTable]
  /// The last line of the table that was read last.
  private var end = 0

  init(_ lines: [Substring]) {
    tables = QuestionTable.found(in: lines)
  }

  /// Takes a line by its number, which counts from 1. A table that can't be read is named, and stays text.
  mutating func take(_ number: Int) -> Part {
    guard number > end else { return .row }
    guard let table = tables[number] else { return .line }
    guard table.isReadable else {
      unread.append(.init(line: number, reason: "This table has no column of answers, and is not read."))
      return .line
    }
    let written = table.read()
    questions += written.questions
    unread += written.unread
    end = table.lines.upperBound
    return .begin
  }
}
