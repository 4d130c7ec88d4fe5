import PracticeTests
import Terminal

/// The days of study as a field of weeks: a column a week, a row a weekday, the fuller the more answers.
struct StudyCalendar {
  private let answers: [Int: Int]
  private let today: Int
  private let weeks: Int
  private let symbols: Symbols

  /// The last weeks up to today.
  init(_ figures: StudyStatistics, weeks: Int, symbols: Symbols) {
    answers = Dictionary(figures.days.map { ($0.number, $0.answers) }) { $1 }
    today = figures.today
    self.weeks = weeks
    self.symbols = symbols
  }

  /// The months, then Monday to Sunday.
  var rows: [Row] {
    let monday = today - Self.weekday(today) - 7 * (weeks - 1)
    return [months(from: monday)]
      + (0..<7).map { weekday -> Row in
        let name = weekday % 2 == 0 ? ["Mon", "", "Wed", "", "Fri", "", "Sun"][weekday] : ""
        return [Span(TextWidth.pad(name, to: 5), .muted)]
          + (0..<weeks).map { week in cell(monday + 7 * week + weekday) }
      }
  }

  /// The name of a month over the week that holds its first day, where there is room.
  private func months(from monday: Int) -> Row {
    var text = "     "
    for week in 0..<weeks {
      let days = monday + 7 * week..<monday + 7 * week + 7
      guard let first = days.first(where: { StudyDays.parts(of: $0).day == 1 }) else { continue }
      let column = 5 + 2 * week
      if text.count <= column, column + 3 <= 5 + 2 * weeks {
        text += String(repeating: " ", count: column - text.count) + Wording.month(first)
      }
    }
    return [Span(text, .muted)]
  }

  private func cell(_ day: Int) -> Span {
    guard day <= today else { return Span("  ") }
    let count = answers[day] ?? 0
    let level = [0, 9, 29, 99].count { count > $0 }
    return Span(symbols.shades[level] + " ", level == 0 ? .muted : .success)
  }

  /// 0 for Monday; the first day of 1970 was a Thursday.
  private static func weekday(_ day: Int) -> Int { ((day + 3) % 7 + 7) % 7 }
}
