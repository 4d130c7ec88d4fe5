/// Holds simpler words against the explanation that they stand for. It can't tell whether they say the same; it sees
/// what models most often lose.
enum SimplificationCheck {
  /// What is wrong with them; `nil` where nothing is.
  ///
  /// - Parameter terms: what has to stay as it is called.
  static func fault(in wording: String, of original: String, keeping terms: [String]) -> SimplificationFault? {
    if WrittenAnswer(wording) == WrittenAnswer(original) { return .unchanged }
    if Words.count(wording) > 2 * Words.count(original) { return .tooLong }
    let (before, after) = (numbers(original), numbers(wording))
    if let lost = before.subtracting(after).min() { return .numberLost(lost) }
    if let added = after.subtracting(before).min() { return .numberAdded(added) }
    if Negation.count(in: wording) != Negation.count(in: original) { return .negationsDiffer }
    return terms.first { !holds(wording, $0) }.map(SimplificationFault.termLost)
  }

  /// The terms of a question that stand in an explanation: its key, and what its passage sets in bold.
  static func terms(of question: Question, passage: Passage?, in explanation: String) -> [String] {
    let isTerm = question.item.format != .explanation && question.item.format != .trueFalse
    let terms = (isTerm ? [question.item.correctAnswer] : []) + (passage?.blocks.flatMap(\.emphasised) ?? [])
    var seen: Set<String> = []
    return terms.filter { holds(explanation, $0) && seen.insert(Words.fold($0)).inserted }
  }

  /// Numbers in digits and in words, but for "one", which mostly counts nothing.
  private static func numbers(_ text: String) -> Set<String> {
    Set(
      WrittenAnswer(text).words.compactMap { word in
        if word.contains(where: \.isNumber) { return word }
        guard word != "one", let value = NumberWords.value(word) else { return nil }
        return String(Int(value))
      })
  }

  /// Whether a term stands in a text, in whatever form its words have there.
  private static func holds(_ text: String, _ term: String) -> Bool {
    let (stems, wanted) = (Words.tokens(text).map(Words.stem), Words.tokens(term).map(Words.stem))
    guard !wanted.isEmpty, stems.count >= wanted.count else { return false }
    return (0...stems.count - wanted.count).contains { stems[$0...].starts(with: wanted) }
  }
}
