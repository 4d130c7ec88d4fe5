import PracticeTests
import Terminal

/// Measures of the notes' screen.
enum SourcesLayout {
  /// The lines above the list.
  static func header(_ size: Size) -> Int { Frame(size).body.rows > 14 ? 2 : 1 }
}

extension AppState {
  func drawSources(_ state: SourcesState, into canvas: inout Canvas, in area: Rect) {
    guard let sources = state.sources else {
      canvas.draw("reading\(symbols.ellipsis)", in: area.line(0), style: .muted)
      return
    }
    if sources.isEmpty {
      canvas.draw(wrapping: "There are no notes yet: make a test from some first.", in: area, style: .muted)
    } else if let opened = state.opened, let source = state.selected {
      if let reading = opened.reading {
        drawReading(reading, of: opened, into: &canvas, in: area)
      } else {
        drawOpened(opened, of: source, in: state, into: &canvas, in: area)
      }
    } else {
      canvas.draw(summary(of: sources, state), in: area.line(0), style: .muted)
      drawList(sources, state, into: &canvas, in: area.droppingTop(SourcesLayout.header(size)))
    }
  }

  private func summary(of sources: [SourceCoverage], _ state: SourcesState) -> String {
    let files = Wording.count(sources.count, "file")
    let counted = sources.compactMap(state.thingsToAsk(in:))
    if counted.count == sources.count {
      let questions = Wording.count(sources.reduce(0) { $0 + $1.questions - $1.repeated }, "question")
      return "\(files): \(questions), \(Wording.toAsk(counted.reduce(0, +)))."
    }
    let (covered, passages) = (sources.reduce(0) { $0 + $1.covered }, sources.reduce(0) { $0 + $1.passages })
    return "\(files); \(covered) of \(passages) passages have a question."
  }

  private func drawList(
    _ sources: [SourceCoverage], _ state: SourcesState, into canvas: inout Canvas, in area: Rect
  ) {
    let columns = ListView.columns(in: area, count: sources.count)
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
}
