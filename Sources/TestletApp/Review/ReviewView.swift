import Foundation
import PracticeTests
import Terminal

extension AppState {
  func drawReview(_ review: ReviewState, into canvas: inout Canvas, in area: Rect) {
    guard let queue = review.queue else {
      canvas.draw("Opening the library\(symbols.ellipsis)", in: area.line(0), style: .muted)
      return
    }
    guard let asked = review.asked else {
      canvas.draw(rows: waitingRows(review, queue, width: min(76, area.columns)), in: area)
      return
    }
    drawReviewHeader(review, queue, asked, into: &canvas, in: area.line(0))
    let rest = area.droppingTop(TakingLayout.headerRows(area.rows))
    let verdict = verdictRows(asked, width: TakingLayout.textWidth(area.columns, hasMap: false))
    drawQuestion(asked.display, into: &canvas, in: rest.droppingBottom(verdict.count))
    canvas.draw(rows: verdict, in: rest.bottom(verdict.count))
  }

  /// Where the question on the screen is scrolled to by a key.
  func scroll(of asked: ReviewState.Asked, by key: Key) -> Int {
    scroll(of: asked.display, by: key, height: questionHeight(asked))
  }

  /// Whether the option that is pointed at is on the screen.
  func showsPointed(_ asked: ReviewState.Asked) -> Bool {
    showsPointed(asked.display, height: questionHeight(asked))
  }

  private func questionHeight(_ asked: ReviewState.Asked) -> Int {
    let body = Frame(size).body
    let verdict = verdictRows(asked, width: TakingLayout.textWidth(body.columns, hasMap: false))
    return body.rows - TakingLayout.headerRows(body.rows) - verdict.count
  }

  private func drawReviewHeader(
    _ review: ReviewState, _ queue: ReviewQueue, _ asked: ReviewState.Asked, into canvas: inout Canvas, in area: Rect
  ) {
    let isDue = asked.item.card.map { $0.due <= asked.since } ?? false
    let left = "\(queue.due) due"
    let kind = "   \(asked.item.question.item.format.shownName), \(asked.item.question.topic)"
    var marks = asked.response.namedMarks
    marks += provenanceMark(asked.item.question, in: area)
    marks.append(Span(Wording.count(review.done.count, "answer"), .muted))
    let width = TextWidth.of(marks)
    canvas.draw(
      [Span(isDue ? left : "Practice", .heading), Span(kind, .muted)], at: area.origin,
      maxWidth: max(0, area.columns - width - 2))
    canvas.draw(marks, at: area.right(width).origin, maxWidth: width)
  }

  /// When an answered question comes back.
  private func verdictRows(_ asked: ReviewState.Asked, width: Int) -> [Row] {
    guard asked.isAnswered else { return [] }
    guard let kept = asked.kept, !asked.isKeeping else { return [[Span("Keeping\(symbols.ellipsis)", .muted)]] }
    return [[Span("\(symbols.yes) Kept. ", .muted), Span(kept.sentence(at: now), .accent)]]
  }

  // MARK: - Nothing due

  private func waitingRows(_ review: ReviewState, _ queue: ReviewQueue, width: Int) -> [Row] {
    let nothing = review.isPractising ? "Nothing else to practise" : Wording.due(0)
    var rows: [Row] = [[Span("\(nothing).", .heading)], []]
    if !review.done.isEmpty {
      rows.append([Span("\(Wording.count(review.done.count, "answer")) in this sitting.", .success)])
    }
    rows += queue.later(at: now).flatMap { Rows.wrapped($0, width: width) }
    if queue.suspended > 0 {
      rows += Rows.wrapped("\(Wording.count(queue.suspended, "question")) put away: b brings them back.", width: width)
    }
    rows.append([])
    return rows
      + Rows.wrapped(
        review.practiceHindrance
          ?? "What you miss in a test, or are unsure of, comes back here when you are about to forget it. "
          + "Enter practises other questions until then.",
        width: width, style: .muted)
  }
}

extension ReviewState.Asked {
  /// The question as it is drawn.
  var display: QuestionDisplay {
    var shown = response
    if isWritten, !isAnswered { shown.answer = .text(entry.field.text) }
    // What was half written when the question was given up is no answer.
    let field = isAnswered && response.answer == nil ? TextField() : entry.field
    return QuestionDisplay(
      question: item.question, response: shown, isKept: nil, isLocked: isAnswered, cursor: entry.cursor,
      field: field, isTyping: entry.isInField, scroll: entry.scroll, hasMap: false)
  }
}
