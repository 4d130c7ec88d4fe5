import Foundation

/// A term of one word, and the sentence of a passage that says what it is.
struct TaughtTerm {
  private var name: String
  /// What the sentence says of it, without the full stop.
  private var meaning: String
  private var sentence: String

  /// A whole draft that asks for a term of the passage in a prompt: the first for number 0, then the others in turn.
  static func draft(from prompt: String, number: Int) -> String {
    let terms = terms(in: prompt)
    guard !terms.isEmpty else { return "{}" }
    let term = terms[number % terms.count]
    let others = terms.map(\.name).filter { $0 != term.name && !term.meaning.contains($0) }.prefix(3)
    let distractors = others.map { "\"\($0)\"" }.joined(separator: ", ")
    return """
      {"evidence": "\(term.sentence)", "prompt": "Which of these is \(term.meaning)?", \
      "correctAnswer": "\(term.name)", "distractors": [\(distractors)], \
      "rationale": "Of all these it is the only one that fits: \(term.sentence)"}
      """
  }

  /// The terms of the passage, which stands in a fence, below its topic.
  private static func terms(in prompt: String) -> [TaughtTerm] {
    let parts = prompt.components(separatedBy: "\"\"\"")
    guard parts.count > 2, let topic = parts[1].range(of: "\n\n") else { return [] }
    let text = parts[1][topic.upperBound...].split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return text.components(separatedBy: ". ").compactMap(TaughtTerm.init)
  }

  private init?(_ sentence: String) {
    guard let verb = sentence.range(of: " is ") else { return nil }
    let subject = sentence[..<verb.lowerBound].split(separator: " ").filter { !["A", "An", "The"].contains($0) }
    guard subject.count == 1 else { return nil }
    name = subject[0].lowercased()
    meaning = String(sentence[verb.upperBound...])
    if meaning.hasSuffix(".") { meaning.removeLast() }
    self.sentence = sentence.hasSuffix(".") ? sentence : "\(sentence)."
  }
}
