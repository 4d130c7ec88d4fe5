/// What stands right behind the label of an answer without a mark between them: "B (Methane)", "B, because it is the
/// lightest".
struct AnswerRemark {
  /// The label as it was written.
  private let label: String
  private let text: String
  private let isInBrackets: Bool

  /// Reads an answer; `nil` where it has no such remark, or its label names none of the options.
  init?(_ answer: String, among names: [String]) {
    let name = answer.drop { "([".contains($0) }.prefix(while: \.isLetter)
    let marked = AnswerLabel(answer)
    guard names.contains(name.uppercased()), marked?.label ?? name.uppercased() == name.uppercased() else { return nil }
    let rest = marked.map { $0.rest[...] } ?? answer[name.endIndex...]
    guard marked != nil || name.startIndex == answer.startIndex && rest.first.map({ " ,;".contains($0) }) == true else {
      return nil
    }
    if let inner = Self.inBrackets(rest.trimming(\.isWhitespace)) {
      (text, isInBrackets) = (inner, true)
    } else {
      let reason = rest.trimming { " ,;".contains($0) }
      guard marked == nil || rest.first == ",", Self.isReason(reason) else { return nil }
      (text, isInBrackets) = (String(reason), false)
    }
    label = String(name)
  }

  /// The answer with a mark behind its label: "B) Methane".
  var labelled: String { "\(label.uppercased())) \(text)" }

  /// What it explains; a word or two in brackets explain nothing.
  var explanation: String? { isInBrackets ? WrittenQuestion.explanation(text) : text }

  /// Whether a remark in brackets may name one of the other options: "B (or C)", "B (C is right, too)". The words of the
  /// answer's own option name none.
  func mayName(_ others: Set<String>, besides own: String) -> Bool {
    guard isInBrackets, !Self.isReason(text[...]) else { return false }
    let (words, ownWords) = (Self.words(text), Self.words(own))
    let rest = words.starts(with: ownWords) ? words.dropFirst(ownWords.count) : words[...]
    return rest.contains { word in others.contains(label.first?.isLowercase == true ? word.uppercased() : word) }
  }

  /// Whether a remark in brackets says nothing but what another option says, and not what its own does: "C (carbon)"
  /// where "Carbon (C)" is option A.
  func isOfAnother(_ texts: [String], besides own: String) -> Bool {
    guard isInBrackets, !Self.isReason(text[...]) else { return false }
    let words = Set(Words.tokens(text))
    guard !words.isEmpty, !words.isSubset(of: Words.tokens(own)) else { return false }
    return texts.contains { words.isSubset(of: Words.tokens($0)) }
  }

  private static func words(_ text: String) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// "because it is the lightest".
  private static func isReason(_ text: Substring) -> Bool {
    ["because", "since"].contains(text.prefix(while: \.isLetter).lowercased())
  }

  /// What stands in a pair of brackets around the whole text.
  private static func inBrackets(_ text: Substring) -> String? {
    let text = text.trimming { $0 == "." }
    guard text.first == "(", text.last == ")" else { return nil }
    let inner = text.dropFirst().dropLast()
    var depth = 0
    for character in inner {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if depth < 0 { return nil }
    }
    let plain = inner.trimming(\.isWhitespace)
    return depth == 0 && !plain.isEmpty ? String(plain) : nil
  }
}
