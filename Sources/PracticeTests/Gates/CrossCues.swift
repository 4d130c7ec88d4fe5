/// Which questions of a set give away the answers of others: the key of one stands in another's stem.
///
/// A key that many questions share is one key here, so that a set takes no more room than its stems.
struct CrossCues: Sendable {
  /// The questions that have a key, by the key's number.
  private(set) var questions: [[Int]] = []
  /// The questions in whose stems a key stands, by the key's number.
  private(set) var stems: [[Int]] = []
  /// The number of each question's key; `nil` where it can't be given away.
  private(set) var keyOfQuestion: [Int?] = []
  /// The keys that stand in each question's stem, its own, too.
  private(set) var keysInStem: [[Int]] = []

  /// Looks through the questions of a set.
  init(_ items: [Item]) {
    var keys = PhraseIndex<Int>()
    for (index, item) in items.enumerated() {
      keyOfQuestion.append(nil)
      guard let words = Self.key(of: item) else { continue }
      let name = words.joined(separator: " ")
      let key = keys[name] ?? questions.count
      if key == questions.count {
        keys.add(words, key)
        questions.append([])
      }
      questions[key].append(index)
      keyOfQuestion[index] = key
    }
    stems = Array(repeating: [], count: questions.count)
    for (index, item) in items.enumerated() {
      let words = Words.tokens(item.prompt)
      let found = Set(words.indices.flatMap { keys.phrases(at: $0, of: words).map(\.value) })
      keysInStem.append(found.sorted())
      for key in found { stems[key].append(index) }
    }
  }

  /// The questions whose answers one gives away, in order.
  func givenAway(by question: Int) -> [Int] {
    keysInStem[question].flatMap { questions[$0] }.filter { $0 != question }.sorted()
  }

  /// The violation of a question that gives away others, counted from 1, the first few by their numbers.
  func violation(of question: Int) -> Violation? {
    let keys = keysInStem[question]
    let count = keys.reduce(0) { $0 + questions[$1].count } - (givesAwayItself(question) ? 1 : 0)
    guard count > 0 else { return nil }
    // Each key's questions are in order, so that the first of all are among the first of each.
    let first = keys.flatMap { questions[$0].prefix(Self.mostNamed + 1) }.filter { $0 != question }.sorted()
    let named = first.prefix(Self.mostNamed).map { String($0 + 1) }
    let more = count - named.count
    let list = (named + (more > 0 ? ["\(more) more"] : [])).listed()
    let answers = count == 1 ? "answer of question \(list)" : "answers of questions \(list)"
    return Violation(
      gate: .crossCue, field: "prompt", action: .warn,
      message: "Question \(question + 1) gives away the \(answers): ask them far apart.")
  }

  private static let mostNamed = 5

  private func givesAwayItself(_ question: Int) -> Bool {
    keyOfQuestion[question].map(keysInStem[question].contains) == true
  }

  /// Whether one gives away the answer of another.
  func givesAway(_ question: Int, answerOf other: Int) -> Bool {
    question != other && keyOfQuestion[other].map(keysInStem[question].contains) == true
  }

  /// Shorter keys stand in many stems without giving anything away.
  private static let fewestLetters = 5
  /// No stem has a longer key by chance.
  private static let mostWords = 20

  private static func key(of item: Item) -> [String]? {
    guard [.multipleChoice, .cloze, .shortAnswer].contains(item.format) else { return nil }
    let words = GateText(item.correctAnswer).withoutArticle
    guard words.count <= mostWords, words.joined().count(where: \.isLetter) >= fewestLetters else { return nil }
    return words
  }
}
