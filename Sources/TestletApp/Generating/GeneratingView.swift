import LanguageModels
import PracticeTests
import Terminal

extension AppState {
  func drawGenerating(_ screen: GeneratingState, into canvas: inout Canvas, in area: Rect) {
    guard let generation = generations[screen.testID] else {
      canvas.draw("The test is not there any more.", in: area.line(1), style: .muted)
      return
    }
    let layout = generatingLayout(generation)
    ProgressBar(fraction: generation.fraction, value: Percentage.text(generation.fraction))
      .draw(into: &canvas, in: area.line(0))
    canvas.draw(rows: layout.header, in: area.droppingTop(1))
    let rest = area.bottom(layout.listHeight)
    let list = layout.isWide ? rest.droppingRight(GeneratingLayout.draftWidth + 2) : rest
    let window =
      screen.scroll?.window(total: layout.lines.count, height: list.rows) ?? layout.window(following: generation)
    canvas.draw(rows: layout.lines, window: window, in: list)
    if layout.isWide { drawDraft(generation, into: &canvas, in: rest.right(GeneratingLayout.draftWidth)) }
  }

  /// The lines of a generation, as they are laid out now.
  func generatingLayout(_ generation: GenerationState) -> GeneratingLayout {
    GeneratingLayout(generation, canRetry: canRetry(generation), now: now, size, symbols: symbols)
  }

  /// Whether it may help to try what is missing again: the built-in writer makes the same of the same notes.
  func canRetry(_ generation: GenerationState) -> Bool {
    guard let selected = backends.selected, selected.configuration.kind == .mock else { return true }
    return generation.backend != selected.id
  }

  private func drawDraft(_ generation: GenerationState, into canvas: inout Canvas, in area: Rect) {
    let inside = canvas.box(area, title: "Draft", titleStyle: .muted).inset(columns: 1)
    let lines = generation.draft.isEmpty ? [] : TextWidth.wrap(generation.draft, width: inside.columns)
    canvas.draw(lines: lines.suffix(inside.rows), in: inside, style: .muted)
  }
}
