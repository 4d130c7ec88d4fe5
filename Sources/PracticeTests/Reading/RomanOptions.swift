/// Options with Roman labels: "i) Lyon", "ii) Nice", "iii) Lille". Above options of another kind they are statements that
/// the question is about, and where nothing is asked a list like any other.
struct RomanOptions {
  /// The text above the list.
  private enum Above {
    /// None, or one that is no question any more: it has options of another kind, or its answer.
    case closed
    /// A question, perhaps, and whether it plainly asks.
    case open(asks: Bool)
  }

  private var kinds: [QuizLine]
  private var above = Above.closed
  private var number: Int?
  private var style: String?
  private var isAfterBlank = true
  /// The options so far, with the places of their lines.
  private var list: [(place: Int, option: QuizLine)] = []

  /// The kinds of lines, where those with Roman labels are options.
  static func found(in kinds: [QuizLine], _ lines: [Substring]) -> [QuizLine] {
    var finder = RomanOptions(kinds: kinds)
    for (place, kind) in kinds.enumerated() { finder.take(kind, lines[place], place) }
    finder.end(isAnswered: false)
    return finder.kinds
  }

  private init(kinds: [QuizLine]) {
    self.kinds = kinds
  }

  private mutating func take(_ kind: QuizLine, _ line: Substring, _ place: Int) {
    switch kind {
    case .blank:
      isAfterBlank = true
      return
    case .divider:
      end(isAnswered: false)
      (above, number, style) = (.closed, nil, nil)
      isAfterBlank = true
      return
    case .answer, .answersBelow:
      end(isAnswered: true)
      above = .closed
    case .explanation:
      end(isAnswered: false)
      above = .closed
    case .question(let number, let style, let text):
      if isNext(number, style) { end(isAnswered: false) }
      list = []
      above = .open(asks: QuizPrompt(text).asks)
      (self.number, self.style) = (number, style)
    case .option(_?, _, _):
      list = []
      above = .closed
    case .option(nil, let text, _): take(text, line, place, isBullet: true)
    case .other(let text): take(text, line, place, isBullet: false)
    }
    isAfterBlank = false
  }

  /// Takes a line that may be an option of the list.
  private mutating func take(_ text: String, _ line: Substring, _ place: Int, isBullet: Bool) {
    if let option = QuizLine(roman: line), case .option(let label, _, _) = option {
      takeOption(option, label, place)
    } else if isBullet {
      if !list.isEmpty { above = .closed }
      list = []
    } else if list.isEmpty {
      takeText(text)
    } else if isAfterBlank && QuizNote(text[...])?.isKnown != true || text.hasSuffix("?") {
      // The list was part of the question.
      list = []
      takeText(text)
    }
  }

  private mutating func takeOption(_ option: QuizLine, _ label: String?, _ place: Int) {
    guard case .open = above else { return }
    if label == AnswerLabel.roman(list.count) {
      list.append((place, option))
    } else if label == AnswerLabel.roman(0) {
      list = [(place, option)]
    } else {
      list = []
      above = .closed
    }
  }

  private mutating func takeText(_ text: String) {
    switch above {
    case .open(let asks): above = .open(asks: asks || QuizPrompt(text).asks)
    case .closed:
      let asks = QuizPrompt(text).asks
      if asks || isAfterBlank { above = .open(asks: asks) }
    }
  }

  /// Whether a question comes next, and is no option of the one above.
  private func isNext(_ number: Int?, _ style: String) -> Bool {
    self.style == style && number == self.number.map { $0 + 1 }
  }

  /// Ends the list: with an answer below, or below what asks, it holds options.
  private mutating func end(isAnswered: Bool) {
    defer { list = [] }
    guard list.count > 1, case .open(let asks) = above, asks || isAnswered else { return }
    for (place, option) in list { kinds[place] = option }
  }
}
