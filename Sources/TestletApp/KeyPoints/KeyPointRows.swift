import PracticeTests
import Terminal

/// The key points of a question as they are shown under a written answer.
struct KeyPointRows {
  let item: Item
  /// What is known of the answer's.
  let search: KeyPointSearch?
  let width: Int
  let symbols: Symbols

  /// A line for each point, with what a model made of it, and what that is worth.
  var rows: [Row] {
    switch search {
    case nil: return plain
    case .running(let author):
      return plain + note("\(author?.text ?? "A model") looks for these points in your answer\(symbols.ellipsis)")
    case .failed(let sentence): return plain + note("No model has looked for these points. \(sentence)")
    case .ended(let grading):
      return zip(grading.points, grading.findings).flatMap { point, finding in
        Rows.wrapped(point, width: width, mark: indent + mark(of: finding))
      } + note(verdict(on: grading))
    }
  }

  private var indent: Row { [Span(String(repeating: " ", count: AnswerReview.labelWidth))] }

  private var plain: [Row] {
    item.keyPoints.flatMap { Rows.wrapped($0, width: width, mark: indent + [Span("- ", .muted)]) }
  }

  private func mark(of finding: KeyPointGrading.Finding) -> Row {
    switch finding {
    case .found: [Span("\(symbols.yes) ", .success), Span("found      ", .muted)]
    case .missing: [Span("\(symbols.no) ", .danger), Span("not found  ", .muted)]
    case .unclear: [Span("? ", .warning), Span("your call  ", .muted)]
    }
  }

  private func verdict(on grading: KeyPointGrading) -> String {
    let author = grading.author.text
    if grading.findings.allSatisfy({ $0 == .unclear }) { return "\(author) could not tell: the grade is yours." }
    let count = "\(grading.found) of \(Wording.count(grading.points.count, "point"))"
    return "\(author) found \(count), asked three times; nobody has checked that. Your own grade counts: press y."
  }

  private func note(_ text: String) -> [Row] { Rows.wrapped(text, width: width, style: .muted) }
}
