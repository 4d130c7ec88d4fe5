import PracticeTests
import Terminal

/// Measures of the library's screen.
enum BankLayout {
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
      drawList(bank, into: &canvas, in: area.droppingTop(BankLayout.header(size)))
    }
    if let filters = bank.filters {
      filters.draw(into: &canvas, in: canvas.popup(filters.size, title: "Only", in: area))
    }
    if let field = bank.tagField {
      let inside = canvas.popup(Size(columns: 54, rows: 1), title: "Tags, with commas between them", in: area)
      field.draw(into: &canvas, in: inside, isFocused: true, placeholder: "exam, chapter 3")
    }
  }

  private func drawSearch(_ bank: BankState, into canvas: inout Canvas, in area: Rect) {
    let count = countText(bank)
    let room = area.droppingRight(TextWidth.of(count) + 2)
    let used = canvas.draw("Find: ", at: room.origin, style: .muted)
    bank.search.draw(
      into: &canvas, in: room.droppingLeft(used).left(40), isFocused: bank.isSearching && bank.filters == nil,
      placeholder: bank.isSearching ? "words of a question" : "press / to search")
    canvas.draw(count, in: area, style: .muted, align: .right)
  }

  private func countText(_ bank: BankState) -> String {
    guard bank.entries != nil else { return "reading\(symbols.ellipsis)" }
    let query = bank.query
    let narrowing = [
      query.course, query.format?.shownName, query.origin.map { $0 == .model ? "by a model" : $0.shownName },
      query.tag.map { "tag \($0)" },
    ]
    let isMore = !query.text.isEmpty && bank.total > BankPage.mostCounted
    let count = isMore ? "over \(BankPage.mostCounted) questions" : Wording.count(bank.total, "question")
    return ([count] + narrowing.compactMap(\.self)).joined(separator: ", ")
  }

  private func drawList(_ bank: BankState, into canvas: inout Canvas, in area: Rect) {
    guard let entries = bank.entries else { return }
    if entries.isEmpty {
      let none = "No question is like that." + (bank.isTyping ? "" : " Press c to see all questions again.")
      canvas.draw(
        wrapping: bank.isNarrowed ? none : "There is no question yet: make a test first.", in: area, style: .muted)
      return
    }
    let columns = area.columns - 3
    let isWide = columns >= 70
    let side = isWide ? min(44, columns / 3) : 0
    let signWidth = columns >= 90 ? ProvenanceSign.width : isWide ? 1 : 0
    bank.list.draw(into: &canvas, in: area, count: entries.count, isFocused: !bank.isTyping) { index in
      let entry = entries[index]
      let prompt = MarkedText.line(entry.prompt)
      let width = max(8, columns - side - (isWide ? signWidth + 4 : 0))
      let text = TextWidth.pad(prompt, to: width, ellipsis: symbols.ellipsis)
      guard isWide else { return [Span(text)] }
      let tags = entry.tags.map { "#\($0) " }.joined()
      let sign = ProvenanceSign(entry.origin, verified: entry.verified, symbols: symbols)
      let mark = signWidth == 1 ? sign.shape : TextWidth.pad(sign.text, to: signWidth, ellipsis: symbols.ellipsis)
      return [
        Span("\(text)  "), Span("\(mark)  ", sign.style), Span(tags, .accent), Span(entry.topic, .muted),
      ]
    }
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
      [Span(question.topic, .heading), Span("   \(kind)", .muted), Span("  \(tags)", .accent)],
      at: area.line(0).origin, maxWidth: max(0, area.columns - mark.columns - 2))
    canvas.draw([Span(sign.text, sign.style)], at: mark.origin, maxWidth: mark.columns)
    let rows = bankRows(bank)
    let rest = area.droppingTop(2)
    canvas.draw(rows: rows, window: opened.scroll.window(total: rows.count, height: rest.rows), in: rest)
  }
}
