import PracticeTests
import Terminal

/// Measures of the library's screen.
enum BankLayout {
  /// From this width of the terminal on the selected question stands whole beside the list.
  static let previewed = 110
  static let previewWidth = 42
  /// The columns that stay to what is searched for, whatever else the line says.
  static let searchWidth = 36
  /// What is worth saying of how the list is narrowed: a few letters of a name.
  static let leastNarrowing = 8

  /// The lines above the list.
  static func header(_ size: Size) -> Int { Frame(size).body.rows > 14 ? 2 : 1 }

  /// The rows that the list shows.
  static func listHeight(_ size: Size) -> Int { max(1, Frame(size).body.rows - header(size)) }

  /// The rows that an open question has.
  static func openedHeight(_ size: Size) -> Int { max(1, Frame(size).body.rows - 2) }
}

extension AppState {
  func drawBank(_ bank: BankState, into canvas: inout Canvas, in area: Rect) {
    if let opened = bank.opened {
      drawOpened(opened, bank, into: &canvas, in: area)
    } else {
      drawSearch(bank, into: &canvas, in: area.line(0))
      drawQuestions(bank, into: &canvas, in: area.droppingTop(BankLayout.header(size)))
    }
    if let filters = bank.filters {
      // What is found stays in sight above them.
      let list = area.droppingTop(BankLayout.header(size))
      filters.draw(into: &canvas, in: canvas.popup(filters.size, title: "Show only", in: list))
    }
    if let field = bank.tagField {
      let inside = canvas.popup(Size(columns: 54, rows: 1), title: "Tags, with commas between them", in: area)
      field.draw(into: &canvas, in: inside, isFocused: true, placeholder: "exam, chapter 3")
    }
  }

  private func drawSearch(_ bank: BankState, into canvas: inout Canvas, in area: Rect) {
    let columns = area.columns - BankLayout.searchWidth - 2
    let total = countText(bank)
    let all = ([total] + narrowing(bank.query)).joined(separator: ", ")
    let isRoomForMore = columns >= TextWidth.of(total) + BankLayout.leastNarrowing
    let count = isRoomForMore ? TextWidth.truncate(all, to: columns, ellipsis: symbols.ellipsis) : total
    let room = area.droppingRight(TextWidth.of(count) + 2)
    let used = canvas.draw("Find: ", at: room.origin, style: .muted)
    bank.search.draw(
      into: &canvas, in: room.droppingLeft(used).left(40), isFocused: bank.isSearching && bank.filters == nil,
      placeholder: bank.isSearching ? "words of a question" : "press / to search")
    canvas.draw(count, in: area, style: .muted, align: .right)
  }

  private func countText(_ bank: BankState) -> String {
    guard bank.entries != nil else { return "reading\(symbols.ellipsis)" }
    return bank.isOverCounted ? "over \(BankPage.mostCounted) questions" : Wording.count(bank.total, "question")
  }

  private func narrowing(_ query: BankQuery) -> [String] {
    [
      query.course, query.topic, query.format?.shownName, query.difficulty?.rawValue,
      query.origin.map { $0 == .model ? "by a model" : $0.shownName }, query.isVerified.map(BankFilters.verification),
      query.tag.map { "tag \($0)" },
    ].compactMap(\.self)
  }

  private func drawQuestions(_ bank: BankState, into canvas: inout Canvas, in area: Rect) {
    guard let entries = bank.entries else { return }
    if entries.isEmpty {
      let none = "No question is like that." + (bank.isTyping ? "" : " Press c to see all questions again.")
      canvas.draw(
        wrapping: bank.isNarrowed ? none : "There is no question yet: make a test first.", in: area, style: .muted)
      return
    }
    guard size.columns >= BankLayout.previewed, let selected = bank.selected else {
      drawList(bank, entries, into: &canvas, in: area)
      return
    }
    let columns = area.splitColumns([.fill, .fixed(3), .fixed(BankLayout.previewWidth)])
    drawList(bank, entries, into: &canvas, in: columns[0])
    canvas.verticalLine(at: columns[1].droppingLeft(1).origin, length: area.rows)
    canvas.draw(rows: previewRows(selected, columns[2].size), in: columns[2])
  }

  private func drawList(_ bank: BankState, _ entries: [BankEntry], into canvas: inout Canvas, in area: Rect) {
    let window = bank.list.window(count: entries.count, height: area.rows)
    let columns = ListView.columns(in: area, count: entries.count)
    // The prompts take what the longest topic on the screen leaves.
    let side = columns < 70 ? 0 : min(columns / 3, entries[window].map { TextWidth.of(remarks(on: $0)) }.max() ?? 0)
    let isSignInWords = columns >= 90
    let signWidth = isSignInWords ? ProvenanceSign.width : 1
    let width = max(8, columns - signWidth - 2 - (side == 0 ? 0 : side + 2))
    bank.list.draw(into: &canvas, in: area, count: entries.count, isFocused: !bank.isTyping) { index in
      let entry = entries[index]
      let sign = ProvenanceSign(entry.origin, verified: entry.verified, symbols: symbols)
      let mark = isSignInWords ? TextWidth.pad(sign.text, to: signWidth, ellipsis: symbols.ellipsis) : sign.shape
      let row = [
        Span(TextWidth.pad(MarkedText.line(entry.prompt), to: width, ellipsis: symbols.ellipsis)), Span("  "),
        Span(mark, sign.style),
      ]
      return side == 0 ? row : row + [Span("  ")] + remarks(on: entry)
    }
  }

  /// What stands beside a question: its tags and its topic.
  private func remarks(on entry: BankEntry) -> Row {
    [Span(entry.tags.map { "#\($0) " }.joined(), .accent), Span(entry.topic, .muted)]
  }

  /// The selected question, without what is right of it.
  private func previewRows(_ entry: BankEntry, _ size: Size) -> [Row] {
    let sign = ProvenanceSign(entry.origin, verified: entry.verified, symbols: symbols)
    let tags = entry.tags.map { "#\($0)" }.joined(separator: " ")
    let about =
      Rows.wrapped(entry.topic, width: size.columns, style: .muted) + [[Span(sign.text, sign.style)]]
      + (tags.isEmpty ? [] : Rows.wrapped(tags, width: size.columns, style: .accent))
    let prompt = Rows.marked(entry.prompt, width: size.columns)
    let height = max(1, size.rows - about.count - 1)
    return Rows.cut(prompt, to: height, width: size.columns, ellipsis: symbols.ellipsis) + [[]] + about
  }

  // MARK: - One question

  func bankRows(_ bank: BankState) -> [Row] {
    guard let question = bank.opened?.question else { return [] }
    let width = min(TakingLayout.readingWidth, Frame(size).body.columns - 2)
    let review = AnswerReview(question, nil, width: width, symbols: symbols)
    guard let hindrance = bank.examHindrance(of: question.id) else { return review.rows }
    return review.asked + [[]] + Rows.wrapped(hindrance, width: width, style: .warning)
  }

  private func drawOpened(
    _ opened: BankState.Opened, _ bank: BankState, into canvas: inout Canvas, in area: Rect
  ) {
    let question = opened.question
    let kind = "\(question.item.format.shownName), \(question.difficulty.rawValue), \(question.bloom.rawValue)"
    let tags = bank.selected.map { $0.tags.map { " #\($0)" }.joined() } ?? ""
    let sign = ProvenanceSign(question, symbols: symbols)
    let mark = area.line(0).right(TextWidth.of(sign.text))
    canvas.draw(
      [
        Span(place(in: bank), .muted), Span(question.topic, .heading), Span("   \(kind)", .muted),
        Span("  \(tags)", .accent),
      ],
      at: area.line(0).origin, maxWidth: max(0, area.columns - mark.columns - 2))
    canvas.draw([Span(sign.text, sign.style)], at: mark.origin, maxWidth: mark.columns)
    let rows = bankRows(bank)
    let rest = area.droppingTop(2)
    canvas.draw(rows: rows, window: opened.scroll.window(total: rows.count, height: rest.rows), in: rest)
  }

  /// Where the open question stands among those that are listed.
  private func place(in bank: BankState) -> String {
    let total = bank.isOverCounted ? "over \(BankPage.mostCounted)" : String(bank.total)
    return bank.list.selected(of: bank.entries?.count ?? 0).map { "\($0 + 1) of \(total)   " } ?? ""
  }
}
