import PracticeTests
import Terminal

/// A question on the screen with what the student does with it.
struct QuestionDisplay: Equatable {
  /// The question.
  var question: Question
  /// The response as it will be once it is kept.
  var response: Response
  /// Whether the answer is kept; `nil` where that is told elsewhere.
  var isKept: Bool?
  /// Whether it is graded, so that the feedback is shown and the answer stays.
  var isLocked: Bool
  /// The option that Enter chooses.
  var cursor: Int
  /// The written answer.
  var field: TextField
  /// Whether keys go to the written answer.
  var isTyping: Bool
  /// The first line shown of a long question; `nil` follows the cursor, or what is written.
  var scroll: Int?
  /// Whether there is a map of questions, which stands beside it where there is room.
  var hasMap: Bool

  /// Whether it is answered in words.
  var isWritten: Bool { question.item.choices.isEmpty }

  /// The chosen option.
  var chosen: Int? {
    if case .choice(let index) = response.answer { index } else { nil }
  }
}

extension AppState {
  /// A question with its options or its field, and how it was graded.
  func drawQuestion(_ display: QuestionDisplay, into canvas: inout Canvas, in area: Rect) {
    let content = content(of: display)
    let window = content.window(height: area.rows)
    let place = area.top(window.count)
    canvas.draw(rows: content.rows, window: window, in: place)
    if window.count < content.rows.count { drawMore(content, window, into: &canvas, in: area.bottom(1)) }
    for (index, rows) in content.options.enumerated() {
      for row in rows where window.contains(row) {
        canvas.onClick(place.line(row - window.lowerBound), press: .character(Wording.key(index)))
      }
    }
    guard let field = content.field else { return }
    let line = field.lowerBound - window.lowerBound
    let visible = place.droppingTop(max(0, line)).top(min(field.count, place.rows - line)).droppingRight(2).left(
      TakingLayout.fieldWidth(size, hasMap: display.hasMap))
    if line >= 0, !visible.isEmpty {
      display.field.draw(
        into: &canvas, in: visible, isFocused: display.isTyping && overlay == nil,
        placeholder: display.isLocked ? "No answer given." : "Write your answer here.")
    }
  }

  /// Where a question that is longer than its lines is scrolled to by a key.
  func scroll(of display: QuestionDisplay, by key: Key, height: Int) -> Int {
    let content = content(of: display)
    let window = content.window(height: height)
    var scroll = ScrollView(offset: window.lowerBound)
    _ = scroll.handle(key, total: content.rows.count, height: window.count)
    return scroll.offset
  }

  /// Whether the option that is pointed at can be seen; an answer in words points at none.
  func showsPointed(_ display: QuestionDisplay, height: Int) -> Bool {
    let content = content(of: display)
    guard content.options.indices.contains(display.cursor) else { return true }
    return content.window(height: height).contains(content.options[display.cursor].lowerBound)
  }

  private func content(of display: QuestionDisplay) -> QuestionRows {
    let columns = Frame(size).body.columns
    return QuestionRows(
      display, keyPoints: keyPointSearch(of: display.question, display.response),
      width: min(TakingLayout.textWidth(columns, hasMap: display.hasMap), columns - 2), symbols: symbols)
  }

  /// Says that there is more than is shown, and how to see it.
  private func drawMore(
    _ content: QuestionRows, _ window: Range<Int>, into canvas: inout Canvas, in area: Rect
  ) {
    let isAtEnd = window.upperBound == content.rows.count
    let key: Key = isAtEnd ? .pageUp : .pageDown
    let text: Row = [Span(key.description, .key), Span(isAtEnd ? " more above" : " more below", .muted)]
    canvas.draw(text, at: area.origin, maxWidth: area.columns)
    canvas.onClick(area, press: key)
  }
}

/// The lines of a question, with where its field and its cursor are.
private struct QuestionRows {
  var rows: [Row] = []
  /// The lines of each option.
  var options: [Range<Int>] = []
  /// The lines that the field of a written answer covers.
  var field: Range<Int>?
  /// The line to keep in view.
  var focus = 0
  private let display: QuestionDisplay
  private let keyPoints: KeyPointSearch?
  private let item: Item
  private let width: Int
  private let symbols: Symbols

  init(_ display: QuestionDisplay, keyPoints: KeyPointSearch?, width: Int, symbols: Symbols) {
    self.display = display
    self.keyPoints = keyPoints
    item = display.question.item
    self.width = width
    self.symbols = symbols
    rows = Rows.marked(item.prompt, width: width, style: .plain.bold) + [[]]
    if display.isWritten { addField() } else { addOptions() }
    if display.isLocked { addFeedback() }
  }

  /// The rows that so many lines show; where there are more, the last line is left for the sign that there are.
  func window(height: Int) -> Range<Int> {
    guard rows.count > height else { return 0..<rows.count }
    let height = max(1, height - 1)
    return display.scroll.map { ScrollView(offset: $0).window(total: rows.count, height: height) }
      ?? Rows.window(around: focus, count: rows.count, height: height)
  }

  private mutating func addOptions() {
    for (index, option) in item.choices.enumerated() {
      if index == display.cursor { focus = rows.count }
      let lines = Rows.marked(option, width: width, mark: mark(of: index), style: style(of: index))
      options.append(rows.count..<rows.count + lines.count)
      rows += lines
    }
  }

  private func mark(of index: Int) -> Row {
    let isChosen = display.chosen == index
    let pointer = index == display.cursor ? symbols.pointer : " "
    var sign = Span(isChosen ? symbols.chosen : symbols.unchosen, isChosen && display.isKept == true ? .accent : .muted)
    if display.isLocked, index == item.correctIndex { sign = Span("(\(symbols.yes))", .success) }
    if display.isLocked, isChosen, index != item.correctIndex { sign = Span("(\(symbols.no))", .danger) }
    return [Span(pointer + " ", .accent), sign, Span(" \(OptionLetter.letter(index))  ", .key)]
  }

  private func style(of index: Int) -> Style {
    if display.isLocked { return index == item.correctIndex ? .success : .plain }
    return index == display.cursor ? .plain.bold : .plain
  }

  private mutating func addField() {
    let height = display.field.isMultiline ? TakingLayout.longFieldRows : 1
    field = rows.count..<rows.count + height
    focus = rows.count
    rows += Array(repeating: [], count: height)
    let text = display.isKept.map { $0 ? "\(symbols.yes) kept" : "keeping\(symbols.ellipsis)" } ?? ""
    rows.append([Span(display.field.isEmpty ? "" : text, .muted)])
  }

  private mutating func addFeedback() {
    rows.append([])
    focus = rows.count
    rows +=
      AnswerReview(
        display.question, display.response, keyPoints: keyPoints, width: width, symbols: symbols
      ).feedback
  }
}
