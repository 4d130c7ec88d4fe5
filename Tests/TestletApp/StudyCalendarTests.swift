import Terminal
import Testing

@testable import PracticeTests
@testable import TestletApp

@Suite("Calendar of the days of study")
struct StudyCalendarTests {
  /// Thursday, 5 March 2026.
  private static let thursday = 20_517

  private func calendar(today: Int, weeks: Int, answers: [Int: Int] = [:]) -> StudyCalendar {
    let figures = StudyStatistics(
      today: today, topics: [], blooms: [], hardest: [], sure: Score.Part(name: "", right: 0, total: 0),
      unsure: Score.Part(name: "", right: 0, total: 0),
      days: answers.sorted { $0.key < $1.key }.map { StudyStatistics.Day(number: $0.key, answers: $0.value, right: 0) },
      forecast: [], cards: 0, suspended: 0)
    return StudyCalendar(figures, weeks: weeks, symbols: .ascii)
  }

  private func text(_ row: Row) -> String { row.map(\.text).joined() }

  @Test("Each day stands in its week and on its weekday, the fuller the more answers; days to come are blank")
  func field() {
    let monday = Self.thursday - 3
    let answers = [
      monday: 1, monday + 1: 9, monday + 2: 10, monday + 3: 29, monday - 7: 30, monday - 6: 99, monday - 5: 100,
      monday - 22: 50,
    ]
    let rows = calendar(today: Self.thursday, weeks: 4, answers: answers).rows
    #expect(
      rows.map(text) == [
        "         Mar",
        "Mon  . . * : ",
        "     . . * : ",
        "Wed  . . # + ",
        "     . . . + ",
        "Fri  . . .   ",
        "     . . .   ",
        "Sun  . . .   ",
      ])
    #expect(rows[1].map(\.style) == [.muted, .muted, .muted, .success, .success])
    #expect(rows[5].last == Span("  "))
  }

  @Test("Today is the last day that is shown, whatever weekday it is", arguments: [(20_513, 7), (20_514, 1), (0, 4)])
  func weekdays(today: Int, place: Int) {
    let cells = calendar(today: today, weeks: 1).rows.dropFirst().compactMap(\.last?.text)
    #expect(cells == (1...7).map { $0 <= place ? ". " : "  " })
  }

  @Test("A month is named over the week of its first day, where its name has room")
  func months() {
    // From 5 January on: 1 February is the Sunday of the fourth week, 1 March that of the eighth.
    let whole = calendar(today: Self.thursday, weeks: 9).rows[0]
    #expect(text(whole) == "           Feb     Mar" && whole.map(\.style) == [.muted])
    let sunday = calendar(today: Self.thursday - 4, weeks: 8).rows[0]
    #expect(text(sunday) == "           Feb")
    // A year has its months in their order, the turn of the year among them.
    let year = text(calendar(today: Self.thursday, weeks: 26).rows[0]).split(separator: " ")
    #expect(year == ["Oct", "Nov", "Dec", "Jan", "Feb", "Mar"])
  }
}
