import LanguageModels
import PracticeTests
import Terminal

/// The lines of the figures, in one column or two.
struct StatsLayout {
  /// A line.
  enum Line {
    case row(Row)
    case bar(BarRow)
  }

  /// From this width on there are two columns.
  static let wide = 100

  /// The columns, each from top to bottom.
  let columns: [[Line]]

  /// Lays figures out on a body of a size.
  init(_ figures: StudyStatistics, about subject: StatsSubject?, _ size: Size, symbols: Symbols) {
    let isWide = size.columns >= Self.wide
    let width = isWide ? (size.columns - 5) / 2 : size.columns - 2
    let lines = StatsLines(figures: figures, width: width, symbols: symbols)
    let title = subject.map { [Line.row([Span("Only \($0.phrase)", .heading)])] } ?? []
    let left = title + lines.summary + lines.overTime + lines.topics + lines.blooms
    let right = lines.forecast + lines.calendar + lines.hardest
    columns = isWide ? [left, Array(right.dropFirst())] : [left + right]
  }

  /// The lines of the longest column.
  var height: Int { columns.map(\.count).max() ?? 0 }
}

/// The parts of the figures in lines; each but the first begins with a blank one.
struct StatsLines {
  let figures: StudyStatistics
  let width: Int
  let symbols: Symbols

  private func heading(_ text: String) -> [StatsLayout.Line] { [.row([]), .row([Span(text, .heading)])] }

  // MARK: - In all

  var summary: [StatsLayout.Line] {
    let share = Percentage.text(Double(figures.right) / Double(max(1, figures.answers)))
    var rows: [Row] = [
      [
        Span(Wording.count(figures.answers, "answer"), .plain.bold), Span(", \(share) right, on "),
        Span(Wording.count(figures.days.count, "day")),
        Span(figures.streak > 1 ? ", \(figures.streak) in a row" : "", .success),
      ]
    ]
    rows += sureness("Sure", figures.sure) + sureness("Unsure", figures.unsure)
    return rows.map(StatsLayout.Line.row)
  }

  private func sureness(_ name: String, _ part: Score.Part) -> [Row] {
    guard part.total > 0 else { return [] }
    return [
      [
        Span(TextWidth.pad(name, to: 8), .muted),
        Span("\(part.right) of \(part.total) right, \(Percentage.text(part.share))"),
      ]
    ]
  }

  var overTime: [StatsLayout.Line] {
    let room = max(0, width - 20)
    let right = Sparkline(figures.days.map { Double($0.right) / Double(max(1, $0.answers)) }, style: .success)
    let answers = Sparkline(counts: figures.days.map(\.answers))
    let last = figures.days.last.map { " \(Percentage.text(Double($0.right) / Double(max(1, $0.answers))))" } ?? ""
    return heading("Over time, by day of study") + [
      .row([Span("Right    ", .muted), right.span(width: room, symbols: symbols), Span(last)]),
      .row([
        Span("Answers  ", .muted), answers.span(width: room, symbols: symbols),
        Span(figures.days.last.map { " \($0.answers)" } ?? ""),
      ]),
    ]
  }

  // MARK: - Mastery

  var topics: [StatsLayout.Line] {
    let legend = "Rating, and right answers; ? = too few to tell."
    return heading("What you know, by topic")
      + Rows.wrapped(legend, width: max(8, width), style: .muted).map(StatsLayout.Line.row) + figures.topics.map(bar)
  }

  var blooms: [StatsLayout.Line] { heading("By Bloom level") + figures.blooms.map(bar) }

  private func bar(_ skill: StudyStatistics.Skill) -> StatsLayout.Line {
    let share = skill.mastery ?? 0
    let value = skill.mastery.map(Percentage.text) ?? "?"
    let count = "\(skill.right) of \(skill.answers)"
    return .bar(
      BarRow(
        label: skill.name, fraction: share,
        value: "\(value) \(TextWidth.pad("", to: max(0, 10 - count.count)))\(count)",
        style: share < 0.5 ? .warning : .success))
  }

  // MARK: - Reviews

  var forecast: [StatsLayout.Line] {
    let most = Double(max(1, figures.forecast.max() ?? 1))
    let suspended = figures.suspended > 0 ? ", \(figures.suspended) put away" : ""
    let days = figures.forecast.prefix(7).enumerated().map { offset, count in
      StatsLayout.Line.bar(
        BarRow(
          label: offset == 0 ? "Today" : offset == 1 ? "Tomorrow" : Wording.day(figures.today + offset),
          fraction: Double(count) / most, value: String(count)))
    }
    let later = figures.forecast.dropFirst(7).reduce(0, +)
    let text = "\(later) in the week after; \(Wording.count(figures.cards, "question")) in review\(suspended)"
    return heading("Reviews to come") + dueNow + days + [.row([Span(text, .muted)])]
  }

  /// The same count, in the same words, as on the first screen, and how many more come up today.
  private var dueNow: [StatsLayout.Line] {
    let later = (figures.forecast.first ?? 0) - figures.due
    let rest =
      (later > 0 ? ", \(later) more later today" : "")
      + (figures.held > 0 ? ", \(figures.held) left for tomorrow" : "")
    let text = [Span(Wording.due(figures.due), figures.due > 0 ? .accent : .muted), Span(rest, .muted)]
    return TextWidth.wrap(text, width: max(8, width)).map(StatsLayout.Line.row)
  }

  var calendar: [StatsLayout.Line] {
    let calendar = StudyCalendar(figures, weeks: max(1, min(26, (width - 5) / 2)), symbols: symbols)
    return heading("Days of study") + calendar.rows.map(StatsLayout.Line.row)
  }

  var hardest: [StatsLayout.Line] {
    guard !figures.hardest.isEmpty else { return [] }
    return heading("Hardest for you")
      + figures.hardest.map { question in
        let prompt = question.prompt.split(whereSeparator: \.isNewline).joined(separator: " ")
        let count = "\(question.right) of \(question.answers)"
        return .row([Span(TextWidth.pad(count, to: 9), .muted), Span(prompt)])
      }
  }
}
