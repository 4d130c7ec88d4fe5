/// Finds the option that a written answer names: by its text, its label, its place, or a mark on it.
struct WrittenKey {
  private let question: WrittenQuestion
  private let base: IndexBase
  private let texts: [String]
  private let folded: [String]

  init(_ question: WrittenQuestion, _ base: IndexBase) {
    self.question = question
    self.base = base
    texts = question.options.map(\.text)
    folded = texts.map(Self.fold)
  }

  /// The option's index. All that the text says about the key must agree.
  func index() throws(Doubt) -> Int {
    var claims: [Set<Int>] = []
    for answer in question.answers { claims.append(try places(answer)) }
    let marked = texts.indices.filter { question.options[$0].isMarked == true }
    guard marked.count <= 1 else { throw Doubt("More than one option is marked as right.") }
    if !marked.isEmpty { claims.append(Set(marked)) }
    if let index = question.index { claims.append(try indexed(index, claims.first)) }
    guard let first = claims.first else { throw Doubt("No answer is given.") }
    let common = claims.dropFirst().reduce(first) { $0.intersection($1) }
    guard let key = common.first else { throw Doubt("Two answers are given, and they differ.") }
    guard common.count == 1 else { throw Doubt("The answer fits more than one option.") }
    return key
  }

  /// A number that counts from 1 is certain only where the answer's text says the same.
  private func indexed(_ index: Int, _ answer: Set<Int>?) throws(Doubt) -> Set<Int> {
    try checkLabels(for: index)
    let places = base.places(index, isIndex: true).filter(texts.indices.contains)
    if let answer, answer.count == 1, answer.isDisjoint(with: places), answer.contains(index - 1) { return answer }
    guard !places.isEmpty else {
      throw Doubt("The number \(index) names none of the \(texts.count) options for certain.")
    }
    return Set(places)
  }

  private func places(_ answer: WrittenQuestion.Answer) throws(Doubt) -> Set<Int> {
    switch answer {
    case .several: throw Doubt("More than one answer is given.")
    case .bool(let isTrue):
      let places = texts.indices.filter { WrittenQuestion.truth(texts[$0]) == isTrue }
      guard !places.isEmpty else { throw Doubt("The answer \"\(isTrue)\" is none of the options.") }
      return Set(places)
    case .number(let number, let digits, let areOptionsNumbers):
      let equal = texts.indices.filter { texts[$0] == digits }
      if areOptionsNumbers, equal.count == 1 { return Set(equal) }
      let labelled = texts.indices.filter { question.options[$0].label == digits }
      if labelled.isEmpty, equal.isEmpty { try checkLabels(for: number) }
      let counted = labelled.isEmpty ? base.places(number, isIndex: false).filter(texts.indices.contains) : labelled
      return try certain(Set(equal).union(counted), digits)
    case .text(let text): return try places(of: text)
    }
  }

  /// Of options A, C and D, a number may name another one than it seems to.
  private func checkLabels(for number: Int) throws(Doubt) {
    let labels = question.options.compactMap(\.label)
    let isUsual = labels.allSatisfy { $0.count == 1 } && labels.count == texts.count
    guard isUsual, !WrittenQuestion.areInSequence(labels), labels != texts.indices.map(String.init) else { return }
    throw Doubt("The options are labelled \(labels.joined(separator: ", ")), so the number \(number) may name another.")
  }

  private func places(of text: String) throws(Doubt) -> Set<Int> {
    let exact = texts.indices.filter { texts[$0] == text }
    let equal = exact.isEmpty ? folded.indices.filter { folded[$0] == Self.fold(text) } : exact
    var places = Set(equal)
    if let label = AnswerLabel(text), let place = place(of: label.label) {
      if label.rest.isEmpty || folded[place] == Self.fold(label.rest) {
        places.insert(place)
      } else if places.isEmpty {
        throw Doubt("The answer names option \(label.label), and gives a text that is not that option's.")
      }
    }
    return try certain(places, text)
  }

  /// The option with a label; where the options have none, letters count from the first.
  private func place(of label: String) -> Int? {
    let labels = question.options.map(\.label)
    if labels.contains(where: { $0 != nil }) { return labels.firstIndex(of: label) }
    guard let letter = label.unicodeScalars.first, letter.properties.isAlphabetic else { return nil }
    let place = Int(letter.value) - 0x41
    return texts.indices.contains(place) ? place : nil
  }

  private func certain(_ places: Set<Int>, _ answer: String) throws(Doubt) -> Set<Int> {
    guard !places.isEmpty else { throw Doubt("The answer \"\(answer.shortened)\" is none of the options.") }
    // Where an index is given too, it may tell them apart.
    guard places.count == 1 || question.index != nil else {
      throw Doubt("The answer \"\(answer.shortened)\" can be taken for more than one option.")
    }
    return places
  }

  /// Case, white space and a final full stop do not make another answer.
  private static func fold(_ text: String) -> String {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return String(words.lowercased().trimming { $0 == "." })
  }
}
