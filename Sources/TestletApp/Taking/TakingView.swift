import PracticeTests
import Terminal

/// Measures of a question.
enum TakingLayout {
  /// Longer lines are hard to read.
  static let readingWidth = 88
  /// From this width on the map stands beside the question.
  static let wide = 108
  static let longFieldRows = 6

  /// The columns of a question, of its body's.
  static func textWidth(_ columns: Int) -> Int {
    min(readingWidth, columns >= wide ? columns - MapLayout.width - 4 : columns)
  }

  /// The columns of the field of a written answer.
  static func fieldWidth(_ size: Size) -> Int { textWidth(Frame(size).body.columns) - 2 }
}

extension AppState {
  func drawTaking(_ taking: TakingState, into canvas: inout Canvas, in area: Rect) {
    guard let item = taking.item else {
      canvas.draw("No question is ready yet.", in: area.line(1), style: .muted)
      return
    }
    let isWide = area.columns >= TakingLayout.wide
    if isWide { drawSideMap(taking, into: &canvas, in: area.right(MapLayout.width)) }
    let main = isWide ? area.droppingRight(MapLayout.width + 2) : area
    drawHeader(taking, item, into: &canvas, in: main.line(0))
    drawQuestion(taking, item, into: &canvas, in: main.droppingTop(area.rows > 12 ? 2 : 1))
    if let map = taking.map { drawMap(taking, pointed: map, into: &canvas, in: area) }
  }

  private func drawHeader(_ taking: TakingState, _ item: AttemptItem, into canvas: inout Canvas, in area: Rect) {
    let isNarrow = area.columns < 60
    let place = "\(taking.position + 1) of \(taking.attempt.items.count)"
    let kind = "   \(item.question.item.format.shownName), \(item.question.difficulty.rawValue)"
    let mode = taking.attempt.mode == .study ? ", study" : ""
    canvas.draw(
      [Span(isNarrow ? place : "Question \(place)", .heading), Span(isNarrow ? mode : kind + mode, .muted)],
      at: area.origin, maxWidth: area.columns)
    var marks: Row = []
    if taking.response.isFlagged { marks.append(Span("\(symbols.pointer)flagged  ", .warning)) }
    if taking.response.isUnsure { marks.append(Span("?unsure  ", .warning)) }
    marks.append(Span(Wording.clock(taking.activeSeconds), .muted))
    let width = marks.reduce(0) { $0 + TextWidth.of($1.text) }
    canvas.draw(marks, at: area.right(width).origin, maxWidth: width)
  }

  // MARK: - The question

  private func drawQuestion(_ taking: TakingState, _ item: AttemptItem, into canvas: inout Canvas, in area: Rect) {
    let width = TakingLayout.textWidth(Frame(size).body.columns)
    let content = QuestionRows(taking, item, width: min(width, area.columns - 2), symbols: symbols)
    let start = taking.scroll.map { min($0, max(0, content.rows.count - area.rows)) }
    let window =
      start.map { $0..<min($0 + area.rows, content.rows.count) }
      ?? Rows.window(
        around: content.rows.count > area.rows ? content.focus : 0, count: content.rows.count, height: area.rows)
    canvas.draw(rows: content.rows, window: window, in: area)
    guard let field = content.field else { return }
    let line = field.lowerBound - window.lowerBound
    let visible = area.droppingTop(max(0, line)).top(min(field.count, area.rows - line)).droppingRight(2).left(
      width - 2)
    if line >= 0, !visible.isEmpty {
      taking.field.draw(
        into: &canvas, in: visible, isFocused: taking.isTyping && overlay == nil, placeholder: "Write your answer here."
      )
    }
  }
}

/// The lines of a question, with where its field and its cursor are.
private struct QuestionRows {
  var rows: [Row] = []
  /// The lines that the field of a written answer covers.
  var field: Range<Int>?
  /// The line to keep in view.
  var focus = 0
  private let taking: TakingState
  private let item: AttemptItem
  private let width: Int
  private let symbols: Symbols

  init(_ taking: TakingState, _ item: AttemptItem, width: Int, symbols: Symbols) {
    self.taking = taking
    self.item = item
    self.width = width
    self.symbols = symbols
    rows = Rows.wrapped(item.question.item.prompt, width: width, style: .plain.bold) + [[]]
    if taking.isWritten { addField() } else { addOptions() }
    if taking.isLocked { addFeedback() }
  }

  private mutating func addOptions() {
    for (index, option) in item.question.item.choices.enumerated() {
      if index == taking.cursor { focus = rows.count }
      rows += Rows.wrapped(option, width: width, mark: mark(of: index), style: style(of: index))
    }
  }

  private func mark(of index: Int) -> Row {
    let isKept = item.response.answer == .choice(index) && taking.chosen == index
    let isChosen = taking.chosen == index
    let pointer = index == taking.cursor ? symbols.pointer : " "
    var sign = Span(isChosen ? symbols.chosen : symbols.unchosen, isKept ? .accent : .muted)
    if taking.isLocked, index == item.question.item.correctIndex { sign = Span("(\(symbols.yes))", .success) }
    if taking.isLocked, isChosen, index != item.question.item.correctIndex { sign = Span("(\(symbols.no))", .danger) }
    return [Span(pointer + " ", .accent), sign, Span(" \(Wording.letter(index))  ", .key)]
  }

  private func style(of index: Int) -> Style {
    if taking.isLocked { return index == item.question.item.correctIndex ? .success : .plain }
    return index == taking.cursor ? .plain.bold : .plain
  }

  private mutating func addField() {
    let height = taking.field.isMultiline ? TakingLayout.longFieldRows : 1
    field = rows.count..<rows.count + height
    focus = rows.count
    rows += Array(repeating: [], count: height)
    let isKept = taking.pending[taking.position] == nil
    let text = taking.field.isEmpty ? "" : isKept ? "\(symbols.yes) kept" : "keeping\(symbols.ellipsis)"
    rows.append([Span(text, .muted)])
  }

  private mutating func addFeedback() {
    rows.append([])
    focus = rows.count
    rows += AnswerReview(item.question, taking.response, width: width, symbols: symbols).feedback
  }
}
