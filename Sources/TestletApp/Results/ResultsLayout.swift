import LanguageModels
import PracticeTests
import Terminal

/// The lines of the results, and where they stand.
struct ResultsLayout {
  /// A line of the summary.
  enum Line {
    case row(Row)
    case bar(BarRow)
  }

  /// From this width on the summary stands beside the questions.
  static let wide = 100
  static let summaryWidth = 52
  /// The lines above an open question.
  static let reviewHeader = 2

  /// The summary, from top to bottom.
  let summary: [Line]
  /// The rows of the body.
  let height: Int
  /// Whether the summary stands beside the questions.
  let isWide: Bool
  private let count: Int

  init(_ results: ResultsState, _ size: Size) {
    let body = Frame(size).body
    summary = Self.place(results) + Self.summary(results.attempt)
    height = body.rows
    isWide = body.columns >= Self.wide
    count = results.attempt.items.count
  }

  /// The columns of the longest name beside a bar; the bars take the rest, and half of a line at least.
  var labelWidth: Int {
    bars.map { TextWidth.of($0.label) }.max() ?? 0
  }

  /// The columns of the longest value beside a bar.
  var valueWidth: Int { bars.valueWidth }

  private var bars: [BarRow] {
    summary.compactMap { if case .bar(let bar) = $0 { bar } else { nil } }
  }

  /// The lines that each question has: as many as there is room for, where the summary is beside all of them.
  var linesOfQuestion: Int { isWide ? min(3, max(1, height / max(1, count))) : 1 }

  /// The line of a question, counted from the top of the column that it is in.
  func row(of question: Int) -> Int { isWide ? 0 : summary.count + 2 + question }

  /// All lines of the column that the questions are in.
  var total: Int { isWide ? count : summary.count + 2 + count }

  /// Whether a question is in the window that begins at a line.
  func isVisible(_ question: Int, _ offset: Int) -> Bool {
    isWide || (offset..<offset + height).contains(row(of: question))
  }

  /// Which attempt it is, where there are several.
  private static func place(_ results: ResultsState) -> [Line] {
    guard results.attempts.count > 1 else { return [] }
    let count = "Attempt \(results.shown + 1) of \(results.attempts.count)"
    let day = results.attempt.submittedAt.map { ", \(Wording.day(StudyDays().day(of: $0)))" } ?? ""
    let scope = results.attempt.scope == .whole ? "" : ", only what was missed"
    return [.row([Span(count, .heading), Span(scope + day, .muted)]), .row([])]
  }

  private static func summary(_ attempt: Attempt) -> [Line] {
    let score = Score(attempt)
    var lines: [Line] = [
      .bar(BarRow("Score", score.overall, and: ", \(Percentage.text(score.overall.share))")),
      .row([Span("Time ", .muted), Span(Wording.clock(attempt.activeSeconds))]),
    ]
    lines += sureness("Sure", score.sure) + sureness("Unsure", score.unsure)
    if score.open > 0 { lines.append(.row([Span("\(score.open) left open", .warning)])) }
    if score.ungraded > 0 {
      lines.append(
        .row([Span("\(Wording.count(score.ungraded, "answer")) for you to grade: open it and press y.", .warning)]))
    }
    if score.reported > 0 {
      lines.append(.row([Span("\(Wording.count(score.reported, "bad question")) left out.", .muted)]))
    }
    lines += [.row([]), .row([Span("By topic", .heading)])] + score.byTopic.map(Self.bar)
    return lines + [.row([]), .row([Span("By Bloom level", .heading)])] + score.byBloom.map(Self.bar)
  }

  private static func bar(_ part: Score.Part) -> Line { .bar(BarRow(part.name, part)) }

  private static func sureness(_ name: String, _ part: Score.Part) -> [Line] {
    part.total == 0 ? [] : [.row([Span("\(name) ", .muted), Span("\(part.right) of \(part.total) right")])]
  }
}

extension BarRow {
  /// How a part of the questions went.
  fileprivate init(_ label: String, _ part: Score.Part, and more: String = "") {
    self.init(
      label: label, fraction: part.share, value: "\(part.right) of \(part.total)\(more)",
      style: part.share < 0.5 ? .warning : .success)
  }
}
