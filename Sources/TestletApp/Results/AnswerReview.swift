import PracticeTests
import Terminal

/// A question in lines, with an answer or without: what was given, what is right, why, and where it stands in the notes.
struct AnswerReview {
  private let question: Question
  private let response: Response?
  private let width: Int
  private let symbols: Symbols

  /// Shows a question in a width; without a response, only what is right.
  init(_ question: Question, _ response: Response?, width: Int, symbols: Symbols) {
    self.question = question
    self.response = response
    self.width = width
    self.symbols = symbols
  }

  /// Everything, the question included.
  var rows: [Row] {
    Rows.marked(question.item.prompt, width: width, style: .plain.bold) + [[]] + answers
      + (response == nil ? [] : [[]]) + feedback
  }

  /// How it was graded, and why that is so.
  var feedback: [Row] {
    var rows: [Row] = verdict
    if question.item.choices.isEmpty { rows += written }
    if let rationale = question.item.rationale, !rationale.isEmpty {
      rows += [[]] + Rows.marked(rationale, width: width)
    }
    return rows + evidence + [[], [Span(TestMarkdown.origin(of: question), .muted)]]
  }

  private var verdict: [Row] {
    guard let response else { return [] }
    let outcome = response.outcome ?? Grading.grade(question.item, response.answer)
    let sign = OutcomeSign(outcome, symbols: symbols)
    return [[Span("\(sign.shape) \(sign.sentence)", sign.style)]]
  }

  private var answers: [Row] {
    if question.item.choices.isEmpty {
      guard let response else { return [] }
      guard case .text(let text) = response.answer else { return [[Span("No answer given.", .muted)]] }
      return Rows.wrapped(text, width: width, mark: [label("You wrote")])
    }
    let options = question.item.choices.enumerated().flatMap { index, option in
      Rows.marked(
        option, width: width, mark: mark(of: index), style: index == question.item.correctIndex ? .success : .plain)
    }
    guard let response else { return options }
    return response.answer == nil ? options + [[], [Span("No answer given.", .muted)]] : options
  }

  private func mark(of index: Int) -> Row {
    let isChosen = response?.answer == .choice(index)
    let isKey = index == question.item.correctIndex
    let sign =
      isKey ? Span("(\(symbols.yes))", .success) : isChosen ? Span("(\(symbols.no))", .danger) : Span("( )", .muted)
    return [Span(isChosen ? symbols.pointer + " " : "  ", .accent), sign, Span(" \(Wording.letter(index))  ", .key)]
  }

  private var written: [Row] {
    let key = question.item.format == .explanation ? "A model answer" : "Right is"
    var rows = Rows.marked(question.item.correctAnswer, width: width, mark: [label(key)], style: .success)
    let others = question.item.acceptedAnswers.filter { $0 != question.item.correctAnswer }
    if !others.isEmpty { rows += Rows.marked(others.joined(separator: "; "), width: width, mark: [label("Also")]) }
    for point in question.item.keyPoints {
      rows += Rows.marked(point, width: width, mark: [label(""), Span("- ", .muted)])
    }
    return rows
  }

  private var evidence: [Row] {
    guard let grounding = question.grounding else { return [] }
    let quote = Rows.marked(grounding.quote, width: width - 2).map { [Span("\(symbols.vertical) ", .border)] + $0 }
    let place = [grounding.source, grounding.heading].filter { !$0.isEmpty }.joined(separator: ", ")
    let source = Rows.wrapped("\(place), line \(grounding.line)", width: width - 2, style: .muted)
    return [[]] + quote + source.map { [Span("\(symbols.vertical) ", .border)] + $0 }
  }

  private func label(_ text: String) -> Span { Span(TextWidth.pad(text, to: 15), .muted) }
}

/// How an outcome is shown.
struct OutcomeSign {
  var shape: String
  var word: String
  var sentence: String
  var style: Style

  /// The sign of an outcome.
  init(_ outcome: Outcome, symbols: Symbols) {
    switch outcome {
    case .right: self.init(symbols.yes, "right", "Right.", .success)
    case .wrong: self.init(symbols.no, "wrong", "Not right.", .danger)
    case .close: self.init("~", "close", "Close, maybe a typing error: press y if you were right.", .warning)
    case .selfGradedRight: self.init(symbols.yes, "right, you say", "Right, as you say.", .success)
    case .selfGradedWrong: self.init(symbols.no, "wrong, you say", "Not right, as you say.", .danger)
    case .ungraded:
      self.init("?", "for you to grade", "Compare with the model answer, and press y if you were right.", .warning)
    }
  }

  private init(_ shape: String, _ word: String, _ sentence: String, _ style: Style) {
    (self.shape, self.word, self.sentence, self.style) = (shape, word, sentence, style)
  }
}
