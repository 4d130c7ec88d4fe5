/// A note of Anki with the HTML of its fields.
struct AnkiNote {
  private let prompt: String
  private let format: QuestionFormat?
  private let front: AnkiField
  private let back: AnkiField
  private let blank: AnkiBlank?

  /// Reads the fields; the blank of a cloze note stands in its front.
  init(front: String, back: String) {
    blank = AnkiBlank(front)
    self.front = AnkiField(blank?.text ?? front)
    self.back = AnkiField(back)
    prompt = self.front[.question].first ?? self.front.plain
    format = self.front.format
  }

  /// The question.
  func question(line: Int) -> WrittenQuestion {
    var question = WrittenQuestion(line: line, prompt: prompt)
    question.format = format
    question.acceptedAnswers = back[.accepted]
    question.keyPoints = back[.points]
    question.rationale = back[.rationale].first
    question.evidence = back[.evidence].first
    if front.hasMedia || back.hasMedia { question.doubt = Doubt("This note shows more than text.") }
    if let blank {
      question.doubt = question.doubt ?? blank.doubt
      question.format = .cloze
      question.answers = [.text(HTMLText.plain(blank.answer))]
      return question
    }
    let answer = back.isMarked ? back[.answer].first ?? "" : back.plain
    let options = front[.options]
    if options.filter({ $0 == answer }).count == 1 {
      question.options = options.map { .init(text: $0, isMarked: $0 == answer) }
    } else {
      question.options = options.map { .init(text: $0) }
      question.answers = answer.isBlank ? [] : [.text(answer)]
    }
    return question
  }
}

/// One field of a note, with the parts that our own export marks in it.
struct AnkiField {
  private var parts: [AnkiPart: [String]] = [:]
  /// The text without markup.
  let plain: String
  let hasMedia: Bool
  private(set) var format: QuestionFormat?

  init(_ html: String) {
    plain = HTMLText.plain(html)
    hasMedia = HTMLText.hasMedia(html)
    var current: AnkiPart?
    for token in HTMLText.tokens(html) {
      switch token {
      case .open("li", _): if let current { parts[current, default: []].append("") }
      case .open("br", _): add("\n", to: current)
      case .open(_, let classes):
        guard let part = classes.first.flatMap(AnkiPart.init) else { continue }
        current = part
        format = format ?? classes.dropFirst().first.flatMap(QuestionFormat.init)
        if !part.isList { parts[part, default: []].append("") }
      case .close("div"), .close("ol"), .close("ul"): current = nil
      case .close: break
      case .text(let text): add(text, to: current)
      }
    }
    parts = parts.mapValues { $0.map(DraftFields.clean) }
  }

  /// Whether the field has parts at all.
  var isMarked: Bool { !parts.isEmpty }

  subscript(part: AnkiPart) -> [String] { parts[part] ?? [] }

  private mutating func add(_ text: String, to part: AnkiPart?) {
    guard let part, let last = parts[part]?.indices.last else { return }
    parts[part]?[last] += text
  }
}

/// The blank of a cloze note: "{{c1::answer}}".
struct AnkiBlank {
  /// The text with our blank in its place.
  let text: String
  let answer: String
  private(set) var doubt: Doubt?

  /// `nil` where the text has none.
  init?(_ html: String) {
    let blanks = html.ranges(of: Self.pattern)
    guard let blank = blanks.first, let start = html[blank].firstRange(of: "::")?.upperBound else { return nil }
    text = "\(html[..<blank.lowerBound])\(Blank.mark)\(html[blank.upperBound...])"
    answer = String(html[start..<blank.upperBound].dropLast(2))
    if blanks.count > 1 { doubt = Doubt("This note has more than one blank.") }
    if answer.contains("::") { doubt = Doubt("The blank has a hint, which would be lost.") }
  }

  private static var pattern: Regex<Substring> { /\{\{c[0-9]+::[^{}]*\}\}/ }
}
