import PracticeTests
import Terminal

/// A line of an open source.
private enum SourceLine {
  case row(Row)
  /// A topic or a version, by its place among them.
  case part(Int)
}

extension AppState {
  func drawOpened(
    _ opened: OpenedSource, of source: SourceCoverage, in state: SourcesState, into canvas: inout Canvas,
    in area: Rect
  ) {
    let head = head(of: source, state.files[source.id])
    canvas.draw(rows: head, in: area)
    let lines = lines(of: opened, source)
    let selected = opened.list.selected(of: opened.parts(of: source).count)
    let focus = lines.firstIndex { if case .part(let part) = $0 { part == selected } else { false } }
    let rest = area.droppingTop(head.count)
    let window = Rows.window(around: focus ?? 0, count: lines.count, height: rest.rows)
    let room = lines.count > window.count ? rest.droppingRight(2) : rest
    let bars = topicRows(of: state)
    for (number, index) in window.enumerated() {
      let line = room.line(number)
      switch lines[index] {
      case .row(let row): canvas.draw(row, at: line.origin, maxWidth: line.columns)
      case .part(let part):
        draw(part, of: opened, bars, isSelected: part == selected, into: &canvas, in: line)
        canvas.onClick(line, row: part, selected: selected ?? 0)
      }
    }
    canvas.scrollIndicator(in: rest, offset: window.lowerBound, visible: window.count, total: lines.count)
  }

  /// The rows that an open source's topics and versions have.
  func openedHeight(of source: SourceCoverage, _ file: SourceFile?) -> Int {
    max(1, Frame(size).body.rows - head(of: source, file).count)
  }

  /// The notes, and how their file stands.
  private func head(of source: SourceCoverage, _ file: SourceFile?) -> [Row] {
    let body = Frame(size).body
    let sign = FileSign(file, symbols: symbols)
    let title: Row = [Span(source.source.title, .heading), Span("   \(source.source.course)", .muted)]
    let standing = Rows.wrapped(
      sign.sentence, width: body.columns, mark: [Span("\(sign.shape) ", sign.style)], style: sign.style)
    return [title, [Span(source.source.path, .muted)]] + standing + earlier(of: source, body.columns)
      + (body.rows > 14 ? [[]] : [])
  }

  /// The questions that the topics below do not have.
  private func earlier(of source: SourceCoverage, _ width: Int) -> [Row] {
    guard source.earlier > 0 else { return [] }
    let questions = Wording.count(source.questions, "question")
    return Rows.wrapped("\(questions), \(source.earlier) of them from earlier versions.", width: width, style: .muted)
  }

  private func lines(of opened: OpenedSource, _ source: SourceCoverage) -> [SourceLine] {
    let topics = source.topics.count
    let first = [SourceLine.row([Span("Topics", .heading)])] + (0..<topics).map(SourceLine.part)
    guard !opened.versions.isEmpty else { return first }
    let heading: Row = [Span("Versions", .heading), Span("   when they were read", .muted)]
    return first + [.row([]), .row(heading)] + opened.versions.indices.map { SourceLine.part(topics + $0) }
  }

  private func draw(
    _ part: Int, of opened: OpenedSource, _ bars: [BarRow], isSelected: Bool, into canvas: inout Canvas, in line: Rect
  ) {
    canvas.draw(isSelected ? symbols.pointer : " ", in: line.left(1), style: .accent)
    let room = line.droppingLeft(2).left(100)
    if part < bars.count {
      let values = bars.valueWidth
      let labels = max(8, min(36, room.columns * 2 / 5, room.columns - values - 2))
      bars[part].draw(into: &canvas, in: room, labelWidth: labels, valueWidth: values)
    } else {
      canvas.draw(row(of: opened.versions[part - bars.count]), at: room.origin, maxWidth: room.columns)
    }
    if isSelected { canvas.restyle(line.left(102), .selected) }
  }

  /// A version: when it was read, its passages, and the tests that rest on it.
  private func row(of version: SourceVersion) -> Row {
    let day = StudyDays.date(of: StudyDays().day(of: version.readAt))
    let passages = Wording.count(version.passages, "passage")
    let tests = version.tests == 0 ? "no test" : Wording.count(version.tests, "test")
    guard size.columns >= 80 else { return [Span("\(day)  \(passages)  \(tests)")] }
    let changed = version.number > 1 ? ", \(version.changed) new or different" : ""
    return [
      Span(TextWidth.pad("Version \(version.number)", to: 12) + TextWidth.pad(day, to: 13)),
      Span(TextWidth.pad(passages + changed, to: 34, ellipsis: symbols.ellipsis), .muted), Span(tests),
    ]
  }

  /// A bar for each topic: its questions beside what there is to ask about, though several may ask about one thing;
  /// until that is counted, how many of its passages have a question.
  func topicRows(of state: SourcesState) -> [BarRow] {
    guard let source = state.selected else { return [] }
    let things = state.things[source.source.versionID]
    return source.topics.map { topic in
      guard let things else { return passagesRow(topic) }
      guard let count = things[topic.name], count > 0 else { return BarRow(barren: topic) }
      let toAsk = size.columns < 80 ? Wording.count(count, "thing") : Wording.toAsk(count)
      return BarRow(
        label: topic.name, fraction: min(1, Double(topic.questions) / Double(count)),
        value: "\(Wording.count(topic.questions, "question")), \(toAsk)",
        style: topic.questions == 0 ? .warning : .success)
    }
  }

  private func passagesRow(_ topic: SourceCoverage.Topic) -> BarRow {
    BarRow(
      label: topic.name, fraction: Double(topic.covered) / Double(max(1, topic.passages)),
      value: "\(topic.covered) of \(topic.passages), \(Wording.count(topic.questions, "question"))",
      style: topic.covered == 0 ? .warning : .success)
  }
}

extension BarRow {
  /// The row of a topic in which nothing stands out; it can have questions none the less, such as an earlier version's.
  fileprivate init(barren topic: SourceCoverage.Topic) {
    let value = topic.questions == 0 ? Wording.toAsk(0) : Wording.count(topic.questions, "question")
    self.init(label: topic.name, fraction: topic.questions == 0 ? 0 : 1, value: value, style: .muted)
  }
}
