import LanguageModels
import PracticeTests
import Terminal

extension AppState {
  func drawHome(_ home: HomeState, into canvas: inout Canvas, in area: Rect) {
    guard let tests = home.tests else {
      canvas.draw("Opening the library\(symbols.ellipsis)", in: area.line(1), style: .muted)
      return
    }
    if tests.isEmpty {
      drawWelcome(home, into: &canvas, in: area)
    } else if home.due > 0 {
      let text: Row = [
        Span("\(symbols.dot) ", .accent), Span(Wording.due(home.due), .accent.bold), Span(": press "), Span("r", .key),
      ]
      canvas.draw(text, at: area.origin, maxWidth: area.columns)
      drawTests(home, into: &canvas, in: area.droppingTop(1))
    } else {
      drawTests(home, into: &canvas, in: area)
    }
  }

  // MARK: - The list

  private enum Line {
    case blank
    case heading(String)
    case test(TestSummary)
  }

  private func drawTests(_ home: HomeState, into canvas: inout Canvas, in area: Rect) {
    let lines = home.groups.flatMap { group in
      [Line.blank, .heading(group.name)] + group.tests.map(Line.test)
    }
    let selected = lines.firstIndex { if case .test(let test) = $0 { test.id == home.selected?.id } else { false } }
    let window = Rows.window(around: selected ?? 0, count: lines.count, height: area.rows)
    let places = Dictionary(home.listed.enumerated().map { ($1.id, $0) }) { first, _ in first }
    let selectedPlace = home.selection
    let hasBars = home.listed.contains { standing(of: $0, isWide: true).share != nil }
    let room = lines.count > window.count ? area.droppingRight(2) : area
    for (row, index) in window.enumerated() {
      switch lines[index] {
      case .blank: break
      case .heading(let name): canvas.draw(name, in: room.line(row), style: .heading)
      case .test(let test):
        draw(test, isSelected: index == selected, hasBars: hasBars, into: &canvas, in: room.line(row))
        canvas.onClick(room.line(row), row: places[test.id] ?? 0, selected: selectedPlace)
      }
    }
    canvas.scrollIndicator(in: area, offset: window.lowerBound, visible: window.count, total: lines.count)
  }

  private func draw(_ test: TestSummary, isSelected: Bool, hasBars: Bool, into canvas: inout Canvas, in area: Rect) {
    let isWide = area.columns >= 70
    let details = area.columns >= Self.detailed ? details(of: test) : ""
    let bar = isWide && hasBars ? 10 : 0
    let parts = area.splitColumns([
      .fixed(2), .fill, .fixed(2), .fixed(bar), .fixed(bar == 0 ? 0 : 2), .fixed(isWide ? 24 : 17),
      .fixed(TextWidth.of(details)),
    ])
    let standing = standing(of: test, isWide: isWide)
    canvas.draw(isSelected ? symbols.pointer : " ", in: parts[0], style: .accent)
    let mark = home.mark(of: test).map { " \($0)" } ?? ""
    let title = parts[1].droppingRight(TextWidth.of(mark))
    canvas.draw(
      [Span(TextWidth.truncate(test.title, to: title.columns, ellipsis: symbols.ellipsis)), Span(mark, .muted)],
      at: parts[1].origin, maxWidth: parts[1].columns)
    if let share = standing.share {
      canvas.bar(at: parts[3].origin, width: parts[3].columns, fraction: share, style: standing.style)
    }
    canvas.draw(standing.text, in: parts[5], style: standing.style)
    canvas.draw(details, in: parts[6], style: .muted)
    if isSelected { canvas.restyle(area, .selected) }
  }

  /// From this width on a test says how many questions it has, how often it was taken, and when it was made.
  private static let detailed = 100

  private func details(of test: TestSummary) -> String {
    let attempts = test.attempts == 0 ? "" : Wording.count(test.attempts, "attempt")
    return "  " + TextWidth.pad(Wording.count(test.accepted, "question"), to: 15) + TextWidth.pad(attempts, to: 13)
      + TextWidth.pad(StudyDays.date(of: StudyDays().day(of: test.createdAt)), to: 10)
  }

  private struct Standing {
    var text: String
    var style: Style
    var share: Double?
  }

  private func standing(of test: TestSummary, isWide: Bool) -> Standing {
    if let open = test.openAttempt {
      return Standing(
        text: text(of: open, isWide: isWide), style: .accent,
        share: open.total == 0 ? 0 : Double(open.answered) / Double(open.total))
    }
    if let generation = generations[test.id], generation.isRunning {
      return Standing(
        text: "\(generation.accepted) of \(test.count) made", style: .accent, share: generation.fraction)
    }
    switch test.status {
    case .failed: return Standing(text: "no question made", style: .danger)
    case .generating: return Standing(text: "\(test.accepted) of \(test.count) made", style: .warning)
    case .complete, .incomplete: break
    }
    if let last = test.lastScore, let best = test.bestScore {
      let text =
        last == best
        ? "score \(Percentage.text(last))" : "score \(Percentage.text(last)), best \(Percentage.text(best))"
      return Standing(text: text, style: .plain, share: last)
    }
    let questions = Wording.count(test.accepted, "question")
    return Standing(text: test.missing == 0 ? questions : "\(questions), \(test.missing) missing", style: .success)
  }

  private func text(of open: TestSummary.OpenAttempt, isWide: Bool) -> String {
    guard open.isPaused else { return "\(open.answered) of \(open.total) answered" }
    guard let seconds = open.remainingSeconds else { return "paused, \(open.answered) of \(open.total)" }
    return "paused, \(Wording.span(seconds))" + (isWide ? " left" : "")
  }
}
