import PracticeTests
import Terminal

/// Measures of the notes' screen.
enum SourcesLayout {
  /// The lines above the list.
  static func header(_ size: Size) -> Int { Frame(size).body.rows > 14 ? 2 : 1 }

  /// The rows that an open source has.
  static func openedHeight(_ size: Size) -> Int { max(1, Frame(size).body.rows - 3) }
}

extension AppState {
  func drawSources(_ state: SourcesState, into canvas: inout Canvas, in area: Rect) {
    guard let sources = state.sources else {
      canvas.draw("reading\(symbols.ellipsis)", in: area.line(0), style: .muted)
      return
    }
    if sources.isEmpty {
      canvas.draw(wrapping: "There are no notes yet: make a test from some first.", in: area, style: .muted)
    } else if let scroll = state.opened, let source = state.selected {
      drawOpened(source, state.files[source.id], scroll, topicRows(of: state), into: &canvas, in: area)
    } else {
      canvas.draw(summary(of: sources, state), in: area.line(0), style: .muted)
      drawList(sources, state, into: &canvas, in: area.droppingTop(SourcesLayout.header(size)))
    }
  }

  private func summary(of sources: [SourceCoverage], _ state: SourcesState) -> String {
    let files = Wording.count(sources.count, "file")
    let counted = sources.compactMap(state.thingsToAsk(in:))
    if counted.count == sources.count {
      let questions = Wording.count(sources.reduce(0) { $0 + $1.questions }, "question")
      return "\(files): \(questions), \(Wording.toAsk(counted.reduce(0, +)))."
    }
    let (covered, passages) = (sources.reduce(0) { $0 + $1.covered }, sources.reduce(0) { $0 + $1.passages })
    return "\(files); \(covered) of \(passages) passages have a question."
  }

  private func drawList(
    _ sources: [SourceCoverage], _ state: SourcesState, into canvas: inout Canvas, in area: Rect
  ) {
    let columns = area.columns - 3
    let isWide = columns >= 68
    let side = isWide ? 46 : 16
    state.list.draw(into: &canvas, in: area, count: sources.count) { index in
      let source = sources[index]
      let name = NoteChoice(storedPath: source.source.path).name
      let width = max(8, columns - side)
      let text = TextWidth.pad(TextWidth.truncate(name, to: width - 2, ellipsis: symbols.ellipsis), to: width)
      let file = FileSign(state.files[source.id], symbols: symbols)
      let questions = TextWidth.pad(Wording.count(source.questions, "question"), to: 15, ellipsis: symbols.ellipsis)
      let things = state.thingsToAsk(in: source).map(Wording.toAsk)
      let covered = things ?? "\(source.covered) of \(source.passages) passages"
      let coverage = TextWidth.pad(covered, to: 24, ellipsis: symbols.ellipsis)
      return [Span(text), Span(questions)] + (isWide ? [Span(coverage, .muted)] : [])
        + [Span(isWide ? file.word : file.shape, file.style)]
    }
  }

  private func drawOpened(
    _ source: SourceCoverage, _ file: SourceFile?, _ scroll: ScrollView, _ rows: [BarRow],
    into canvas: inout Canvas, in area: Rect
  ) {
    let sign = FileSign(file, symbols: symbols)
    let head: Row = [
      Span(source.source.title, .heading), Span("   \(source.source.course)   ", .muted),
      Span("\(sign.shape) \(sign.sentence)", sign.style),
    ]
    canvas.draw(head, at: area.line(0).origin, maxWidth: area.columns)
    let versions = source.versions == 1 ? "as it was first read" : "read in \(source.versions) versions"
    canvas.draw("\(source.source.path), \(versions)", in: area.line(1), style: .muted)
    let rest = area.droppingTop(3)
    let window = scroll.window(total: rows.count, height: rest.rows)
    let room = (rows.count > window.count ? rest.droppingRight(2) : rest).left(100)
    for (line, index) in window.enumerated() {
      rows[index].draw(into: &canvas, in: room.line(line), labelWidth: min(36, room.columns * 2 / 5))
    }
    canvas.scrollIndicator(in: rest, offset: window.lowerBound, visible: window.count, total: rows.count)
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

/// How a file's standing is shown.
private struct FileSign {
  var shape: String
  var word: String
  var sentence: String
  var style: Style

  init(_ file: SourceFile?, symbols: Symbols) {
    switch file {
    case nil: self.init(" ", "", "", .muted)
    case .same: self.init(symbols.yes, "as read", "The file is as it was read.", .success)
    case .changed(let passages):
      self.init(
        "~", "changed", "The file was edited: \(Wording.count(passages, "passage")) new or different.", .warning)
    case .gone: self.init(symbols.no, "gone", "The file is not there any more; its questions stay.", .danger)
    case .sample: self.init(symbols.yes, "sample", "A sample note.", .muted)
    }
  }

  private init(_ shape: String, _ word: String, _ sentence: String, _ style: Style) {
    (self.shape, self.word, self.sentence, self.style) = (shape, word, sentence, style)
  }
}
