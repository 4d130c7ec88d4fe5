/// What one line of a quiz in plain text or Markdown is.
enum QuizLine {
  case blank
  /// A heading or a rule, which ends what stands before it.
  case divider
  /// "3. ...", "Q3: ...", "Question 3"; the style tells "1." from "1)" and from "Q1.".
  case question(number: Int?, style: String, text: String)
  /// "B) ...", "(b) ...", "- B. ..."; and "- ..." without a label.
  case option(label: String?, text: String, isMarked: Bool?)
  /// "Answer: B".
  case answer(String)
  /// "Explanation: ...".
  case explanation(String)
  /// "Answers" or "Answer key" alone on a line, or with the first answers.
  case answersBelow(String)
  case other(String)

  /// Reads a line.
  init(_ line: some StringProtocol) {
    var text = QuizMarkup.plain(line)
    if text.isEmpty {
      self = .blank
      return
    }
    if text.count >= 3, text.allSatisfy({ "-*=".contains($0) }) {
      self = .divider
      return
    }
    let isHeading = QuizMarkup.removeHeading(&text)
    if let line = Self.answerLine(text) ?? Self.question(text) {
      self = line
    } else if isHeading {
      self = .divider
    } else {
      self = Self.option(text) ?? .other(String(text))
    }
  }

  // MARK: - Answers and explanations

  private static let answerWords = [
    "answer", "answers", "ans", "show answer", "correct answer", "the answer", "the correct answer", "right answer",
    "correct option", "correct choice", "correct", "key", "answer is", "the answer is", "the correct answer is",
    "correct answer is", "the right answer is",
  ]
  private static let explanationWords = ["explanation", "rationale", "reason", "why", "feedback", "justification"]
  private static let listHeads: Set<String> = [
    "answers", "answer key", "answer", "show answer", "show answers", "key", "correct answers", "solutions",
    "answers key",
  ]

  private static func answerLine(_ text: Substring) -> QuizLine? {
    let (head, rest) = label(text)
    guard let head else {
      let whole = text.lowercased().trimming { $0 == ":" || $0 == "." }
      return listHeads.contains(String(whole)) ? .answersBelow("") : answerSentence(text)
    }
    if listHeads.contains(head) {
      let isList = head == "answer key" || head == "answers"
      if rest.isEmpty || AnswerList.holds(rest, several: !isList) { return .answersBelow(rest) }
    }
    if rest.isEmpty, head == "options" || head == "choices" { return .blank }
    if answerWords.contains(head) { return .answer(rest) }
    return explanationWords.contains(head) ? .explanation(rest) : nil
  }

  /// "Ans. B" and "The correct answer is B.": only a label is an answer for certain.
  private static func answerSentence(_ text: Substring) -> QuizLine? {
    let small = text.lowercased()
    for head in answerWords.filter({ $0.hasSuffix(" is") }) + ["ans."] where small.hasPrefix("\(head) ") {
      let rest = text.dropFirst(head.count).trimming(\.isWhitespace)
      let label = String(rest.last == "." ? rest.dropLast() : rest)
      let isLabel = AnswerLabel(label).map { $0.rest.isEmpty || $0.label.first?.isLetter == true }
      return isLabel == true ? .answer(label) : nil
    }
    return nil
  }

  /// The words before a colon, or before a dash or an equals sign with spaces around it, in small letters; and what
  /// follows.
  private static func label(_ text: Substring) -> (String?, String) {
    let limit = text.index(text.startIndex, offsetBy: 24, limitedBy: text.endIndex) ?? text.endIndex
    guard let mark = text[..<limit].firstIndex(where: { ":=-\u{2013}\u{2014}".contains($0) }) else { return (nil, "") }
    let before = text[..<mark]
    guard text[mark] == ":" || before.last == " " else { return (nil, "") }
    // A sign such as a tick may stand before the words.
    let head = before.drop { !$0.isASCII && !$0.isLetter || $0 == " " }.trimming(\.isWhitespace).lowercased()
    return (head, String(text[text.index(after: mark)...].trimming(\.isWhitespace)))
  }

  // MARK: - Questions

  private static func question(_ text: Substring) -> QuizLine? {
    for word in ["question", "q"] where text.prefix(word.count).lowercased() == word {
      var rest = text.dropFirst(word.count).drop { $0 == " " || $0 == "#" }
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      rest = rest.dropFirst(digits.count)
      guard digits.count <= 4, let after = afterMark(rest, mayEnd: !digits.isEmpty) else { continue }
      return .question(number: Int(digits), style: word, text: after)
    }
    let isOpened = text.first == "("
    var rest = isOpened ? text.dropFirst() : text
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    rest = rest.dropFirst(digits.count)
    guard (1...3).contains(digits.count), let mark = rest.first, mark == ")" || mark == "." && !isOpened else {
      return nil
    }
    rest = rest.dropFirst()
    guard rest.isEmpty || rest.first == " " else { return nil }
    return .question(
      number: Int(digits), style: isOpened ? "()" : String(mark), text: String(rest.trimming(\.isWhitespace)))
  }

  /// What follows ". ", ") ", ": " or " - ".
  private static func afterMark(_ text: Substring, mayEnd: Bool) -> String? {
    let rest = text.drop { $0 == " " }
    guard let mark = rest.first else { return mayEnd ? "" : nil }
    guard ":.)-\u{2013}\u{2014}".contains(mark) else { return nil }
    return String(rest.dropFirst().trimming(\.isWhitespace))
  }

  // MARK: - Options

  private static let marks = [
    "(correct)", "[correct]", "(correct answer)", "\u{2713}", "\u{2714}", "\u{2705}", "<- correct", "<-- correct",
    "\u{2190} correct", "\u{2713}\u{FE0F}", "\u{2714}\u{FE0F}", "\u{2705}\u{FE0F}",
  ]
  private static let wrongMarks = [
    "(incorrect)", "[incorrect]", "(wrong answer)", "\u{2717}", "\u{2718}", "\u{274C}", "\u{274C}\u{FE0F}",
  ]

  private static func option(_ text: Substring) -> QuizLine? {
    var rest = text
    var isMarked: Bool?
    let hasBullet = rest.first.map { "-*+\u{2022}".contains($0) } == true && rest.dropFirst().first == " "
    if hasBullet { rest = rest.dropFirst(2).trimming(\.isWhitespace) }
    if let box = checkBox(rest) {
      isMarked = box
      rest = rest.dropFirst(3).trimming(\.isWhitespace)
    } else if rest.first == "*" || rest.first == "\u{2713}" || rest.first == "\u{2705}",
      AnswerLabel(String(rest.dropFirst())) != nil
    {
      isMarked = true
      rest = rest.dropFirst().trimming(\.isWhitespace)
    }
    if let marked = mark(behind: &rest), marked || hasBullet || AnswerLabel(String(rest)) != nil { isMarked = marked }
    if let label = AnswerLabel(String(rest)), label.label.first?.isLetter == true, "ABCDEFGH".contains(label.label),
      !label.rest.isEmpty || hasBullet && rest.hasSuffix("."), !rest.dropFirst().hasPrefix(" ")
    {
      return .option(label: label.label, text: label.rest, isMarked: isMarked)
    }
    return hasBullet || isMarked != nil ? .option(label: nil, text: String(rest), isMarked: isMarked) : nil
  }

  /// Takes the marks behind an option off, and says whether they mark it as right; where nothing but a label would be
  /// left, they are the option.
  private static func mark(behind text: inout Substring) -> Bool? {
    var isRight: Bool?
    for (sign, right) in marks.map({ ($0, true) }) + wrongMarks.map({ ($0, false) })
    where text.count > sign.count && text.suffix(sign.count).lowercased() == sign {
      let rest = text.dropLast(sign.count).trimming(\.isWhitespace)
      if let last = rest.last, ").:]".contains(last), AnswerLabel(String(rest))?.rest.isEmpty == true { continue }
      text = rest
      isRight = right
    }
    return isRight
  }

  /// "[x]" and "(*)" are ticked, "[ ]" and "( )" are not.
  private static func checkBox(_ text: Substring) -> Bool? {
    let box = text.prefix(3)
    guard box.count == 3, let open = box.first, let close = box.last,
      open == "[" && close == "]" || open == "(" && close == ")",
      text.dropFirst(3).first == " "
    else { return nil }
    switch box.dropFirst().first {
    case " ": return false
    case "x", "X", "*", "\u{2713}": return open == "(" && box.dropFirst().first != "*" ? nil : true
    default: return nil
    }
  }
}
