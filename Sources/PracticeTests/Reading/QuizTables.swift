/// The tables of questions in a quiz, and what was read in them.
struct QuizTables {
  /// What a line is to the tables.
  enum Part {
    /// It is in none, or in one that is not read.
    case line
    /// A table begins that is part of the question above.
    case asked
    /// A table begins.
    case begin
    /// It belongs to the table above.
    case row
  }

  /// What a table belongs to.
  enum Place {
    case itself
    /// The text of a question that has nothing else yet.
    case question
    /// Itself or what stands above, which can't be told; it is named, and its first line is taken as this.
    case doubtful(Part)
  }

  private(set) var questions: [WrittenQuestion] = []
  private(set) var unread: [QuestionReading.Unread] = []
  /// What is to be said of the tables of questions in the text of others, where those come to nothing.
  private(set) var asked: [QuestionReading.Unread] = []
  /// The tables by the numbers of their first lines.
  private let tables: [Int: QuestionTable]
  /// The last line of the table that was read last.
  private var end = 0

  init(_ lines: [Substring]) {
    tables = QuestionTable.found(in: lines)
  }

  /// Takes a line by its number, which counts from 1. A table that can't be read is named, and stays text; that of a
  /// question only stays text.
  ///
  /// - Parameter place: what a table that begins on the line belongs to.
  mutating func take(_ number: Int, _ place: Place) -> Part {
    guard number > end else { return .row }
    guard let table = tables[number] else { return .line }
    let doubt = "Whether this table belongs to what stands above it can't be told, and it is not read."
    switch place {
    case .itself:
      guard let fault = table.fault else {
        read(table)
        return .begin
      }
      unread.append(.init(line: number, reason: fault))
      return .line
    case .question:
      if table.fault == nil { asked.append(.init(line: number, reason: doubt)) }
      return .asked
    case .doubtful(let part):
      unread.append(.init(line: number, reason: table.fault ?? doubt))
      if case .line = part { return part }
      end = table.lines.upperBound
      return part
    }
  }

  private mutating func read(_ table: QuestionTable) {
    let written = table.read()
    questions += written.questions
    unread += written.unread
    end = table.lines.upperBound
  }
}
