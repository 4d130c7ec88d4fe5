import LanguageModels

/// What stands between the braces of a question in GIFT.
struct GIFTAnswers {
  private let answers: ArraySlice<GIFTParagraph.Mark>
  private let feedback: String?
  /// Whether there are braces in the braces, as where two questions stand in one paragraph.
  private let hasBraces: Bool

  init(_ marks: ArraySlice<GIFTParagraph.Mark>) {
    hasBraces = marks.contains { $0 == "{" || $0 == "}" }
    let start = marks.indices.first { index in
      index + 3 < marks.endIndex && marks[index...(index + 3)].allSatisfy { $0 == "#" }
    }
    answers = marks[..<(start ?? marks.endIndex)]
    feedback = start.map { DraftFields.clean(GIFTParagraph.text(marks[($0 + 4)...].drop { $0 == "#" })) }
  }

  /// Whether the answer is true or false; `nil` where it is neither.
  var truth: Bool? {
    let word = GIFTParagraph.text(answers.prefix { !($0 == "#") }).trimming(\.isWhitespace)
    return switch word {
    case "T", "TRUE": true
    case "F", "FALSE": false
    default: nil
    }
  }

  /// Gives a question its options or its answers.
  func fill(_ question: inout WrittenQuestion) throws(Doubt) {
    guard !hasBraces else {
      throw Doubt("There are braces in the braces: part questions by a blank line, or write \\{ for one.")
    }
    question.rationale = feedback.flatMap { $0.isEmpty ? nil : $0 }
    if let truth {
      question.answers = [.bool(truth)]
      let explanations = [question.rationale].compactMap(\.self) + verdicts
      question.rationale = explanations.isEmpty ? nil : explanations.joined(separator: "\n\n")
      return
    }
    guard let first = answers.first(where: { !$0.character.isWhitespace }) else {
      throw Doubt("An essay question gives no answer to check.")
    }
    if first == "#" { return try fillNumber(&question) }
    guard first == "=" || first == "~" else { throw Doubt("The answers are not marked as right (=) or wrong (~).") }
    let pieces = pieces
    // What is told after the right answer explains it, where nothing else does.
    question.rationale =
      question.rationale ?? pieces.first { $0.weight == 100 }.flatMap { WrittenQuestion.explanation($0.feedback) }
    if pieces.contains(where: { !$0.isRight }) {
      let right = pieces.filter { $0.weight > 0 }
      if right.count == 1, right[0].weight < 100 { throw Doubt("An answer is right only in part.") }
      question.options = pieces.map { .init(text: $0.text, isMarked: $0.weight > 0) }
    } else {
      try fillWritten(pieces, &question)
    }
  }

  /// What is told after a wrong and after a right answer to "true or false" ("T#wrong#right"), the right one first:
  /// with us it explains the key whatever was answered. "Well done!" explains nothing, and what was said in general is
  /// said.
  private var verdicts: [String] {
    let texts = answers.split(omittingEmptySubsequences: false) { $0 == "#" }.dropFirst().prefix(2)
      .map { DraftFields.clean(GIFTParagraph.text($0)) }
    var seen = Set([feedback].compactMap(\.self))
    return texts.reversed().compactMap(WrittenQuestion.explanation).filter { seen.insert($0).inserted }
  }
  private func fillWritten(_ pieces: [Piece], _ question: inout WrittenQuestion) throws(Doubt) {
    if pieces.contains(where: { $0.text.contains("->") }) { throw Doubt("Pairs to match can't be read.") }
    guard pieces.allSatisfy({ $0.weight == 100 }) else { throw Doubt("An answer is right only in part.") }
    try question.answerInWriting(pieces.map(\.text))
  }

  private func fillNumber(_ question: inout WrittenQuestion) throws(Doubt) {
    let text = GIFTParagraph.text(answers).trimming { $0.isWhitespace || $0 == "#" || $0 == "=" }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard let number = parts.first, Double(number) != nil, parts.count == 1 || parts.count == 2 && Double(parts[1]) == 0
    else { throw Doubt("A range of numbers can't be read.") }
    try question.answerInWriting([String(number)])
  }

  /// One answer: "=text" is right, "~text" is wrong, unless a weight says otherwise. What stands behind "#" is told who chose it.
  private struct Piece {
    var isRight: Bool
    var weight: Double
    var text: String
    var feedback: String
  }

  private var pieces: [Piece] {
    var pieces: [Piece] = []
    var rest = answers.drop { $0.character.isWhitespace }
    while let sign = rest.first {
      let isRight = sign == "="
      if isRight || sign == "~" { rest = rest.dropFirst() }
      let end = rest.firstIndex { $0 == "=" || $0 == "~" } ?? rest.endIndex
      let written = rest[..<end].prefix { !($0 == "#") }
      let (weight, text) = Self.weighted(String(GIFTParagraph.text(written).trimming(\.isWhitespace)))
      pieces.append(
        Piece(
          isRight: isRight, weight: weight ?? (isRight ? 100 : 0), text: DraftFields.clean(text),
          feedback: DraftFields.clean(GIFTParagraph.text(rest[written.endIndex..<end].dropFirst()))))
      rest = rest[end...]
    }
    return pieces
  }

  /// "%50%text".
  private static func weighted(_ text: String) -> (Double?, String) {
    guard text.hasPrefix("%"), let end = text.dropFirst().firstIndex(of: "%"),
      let weight = Double(text[text.index(after: text.startIndex)..<end])
    else { return (nil, text) }
    return (weight, String(text[text.index(after: end)...]))
  }
}
