import PracticeTests
import Terminal

/// A question in lines, with an answer or without: what was given, what is right, why, and where it stands in the notes.
struct AnswerReview {
  /// The columns before a written answer.
  static let labelWidth = 15

  private let question: Question
  private let response: Response?
  private let isReported: Bool
  private let keyPoints: KeyPointSearch?
  private let width: Int
  private let symbols: Symbols

  /// Shows a question in a width; without a response, only what is right.
  ///
  /// - Parameters:
  ///   - isReported: whether the question was reported as bad, so that it does not count how it was answered.
  ///   - keyPoints: what is known of the key points in the answer.
  init(
    _ question: Question, _ response: Response?, isReported: Bool = false, keyPoints: KeyPointSearch? = nil, width: Int,
    symbols: Symbols
  ) {
    self.question = question
    self.response = response
    self.isReported = isReported
    self.keyPoints = keyPoints
    self.width = width
    self.symbols = symbols
  }

  /// Everything, the question included.
  var rows: [Row] {
    Rows.marked(question.item.prompt, width: width, style: .plain.bold) + [[]] + answers
      + (response == nil ? [] : [[]]) + feedback
  }

  /// The question as it is asked, with nothing that tells what is right.
  var asked: [Row] {
    let options = question.item.choices.enumerated().flatMap { index, option in
      Rows.marked(
        option, width: width, mark: [Span("  ( )", .muted), Span(" \(OptionLetter.letter(index))  ", .key)])
    }
    return Rows.marked(question.item.prompt, width: width, style: .plain.bold) + [[]] + options
  }

  /// The question, what was given, what is right and why, without what nobody chose and what the notes say.
  var brief: [Row] {
    Rows.marked(question.item.prompt, width: width, style: .plain.bold) + [[]]
      + (question.item.choices.isEmpty ? answers + written : options { isKey($0) || isChosen($0) })
      + rationale
  }

  /// How it was graded, and why that is so.
  var feedback: [Row] {
    var rows: [Row] = verdict
    if question.item.choices.isEmpty { rows += written }
    return rows + rationale + evidence + [[], [Span(TestMarkdown.origin(of: question), .muted)]]
  }

  private var verdict: [Row] {
    guard let response else { return [] }
    let outcome = response.outcome ?? Grading.grade(question.item, response.answer)
    let sign = isReported ? .reported : OutcomeSign(outcome, of: response.answer, symbols: symbols)
    return [[Span("\(sign.shape) \(sign.sentence)", sign.style)]]
  }

  private var answers: [Row] {
    if question.item.choices.isEmpty {
      guard let response else { return [] }
      guard case .text(let text) = response.answer else { return [[Span("No answer given.", .muted)]] }
      return Rows.wrapped(text, width: width, mark: [label("You wrote")])
    }
    let options = options { _ in true }
    guard let response else { return options }
    return response.answer == nil ? options + [[], [Span("No answer given.", .muted)]] : options
  }

  private func options(_ isShown: (Int) -> Bool) -> [Row] {
    question.item.choices.indices.filter(isShown).flatMap { index in
      Rows.marked(
        question.item.choices[index], width: width, mark: mark(of: index), style: isKey(index) ? .success : .plain)
    }
  }

  private func isKey(_ index: Int) -> Bool { index == question.item.correctIndex }

  private func isChosen(_ index: Int) -> Bool { response?.answer == .choice(index) }

  private func mark(of index: Int) -> Row {
    let isChosen = isChosen(index)
    let sign =
      isKey(index)
      ? Span("(\(symbols.yes))", .success) : isChosen ? Span("(\(symbols.no))", .danger) : Span("( )", .muted)
    let letter = Span(" \(OptionLetter.letter(index))  ", .key)
    return [Span(isChosen ? symbols.pointer + " " : "  ", .accent), sign, letter]
  }

  private var written: [Row] {
    let key = question.item.isAnsweredInSentences ? "A model answer" : "Right is"
    var rows = Rows.marked(question.item.correctAnswer, width: width, mark: [label(key)], style: .success)
    let others = question.item.acceptedAnswers.filter { $0 != question.item.correctAnswer }
    if !others.isEmpty { rows += Rows.marked(others.joined(separator: "; "), width: width, mark: [label("Also")]) }
    return rows + KeyPointRows(item: question.item, search: keyPoints, width: width, symbols: symbols).rows
  }

  private var rationale: [Row] {
    guard let rationale = question.item.rationale, !rationale.isEmpty else { return [] }
    return [[]] + Rows.marked(rationale, width: width)
  }

  private var evidence: [Row] {
    guard let grounding = question.grounding else { return [] }
    let quote = Rows.marked(grounding.quote, width: width - 2).map { [Span("\(symbols.vertical) ", .border)] + $0 }
    let source = Rows.wrapped(grounding.place, width: width - 2, style: .muted)
    return [[]] + quote + source.map { [Span("\(symbols.vertical) ", .border)] + $0 }
  }

  private func label(_ text: String) -> Span { Span(TextWidth.pad(text, to: Self.labelWidth), .muted) }
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
    case .modelGradedRight:
      self.init(
        symbols.yes, "right, a model says", "Right: a model found every key point. Press y if you were not.", .success)
    case .ungraded:
      self.init("?", "for you to grade", "Compare with the model answer, and press y if you were right.", .warning)
    }
  }

  /// The sign of how an answer was graded, or that none was given, as the map of a test shows it.
  init(_ outcome: Outcome, of answer: Answer?, symbols: Symbols) {
    if answer == nil {
      self.init(symbols.shades[0], "left open", "Left open: it counts as missed.", .warning)
    } else {
      self.init(outcome, symbols: symbols)
    }
  }

  /// The sign of a question that was reported as bad, in the place of how it was answered.
  static let reported = OutcomeSign("-", "reported", "Reported as bad: it does not count.", .muted)

  private init(_ shape: String, _ word: String, _ sentence: String, _ style: Style) {
    (self.shape, self.word, self.sentence, self.style) = (shape, word, sentence, style)
  }
}
