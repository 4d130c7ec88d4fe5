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
    for (place, answer) in question.answers.enumerated() {
      claims.append(try places(answer, in: question.field(ofAnswer: place)))
    }
    let marked = texts.indices.filter { question.options[$0].isMarked == true }
    guard marked.count <= 1 else { throw Doubt("More than one option is marked as right.") }
    if !marked.isEmpty { claims.append(Set(marked)) }
    if let index = question.index { claims.append(try indexed(index)) }
    guard let first = claims.first else { throw Doubt("No answer is given.") }
    let common = claims.dropFirst().reduce(first) { $0.intersection($1) }
    guard let key = common.first else { throw Doubt("Two answers are given, and they differ.") }
    guard common.count == 1 else { throw Doubt("The answer fits more than one option.") }
    for hint in question.hints {
      guard let hinted = try? places(of: hint), hinted.count == 1, hinted != common else { continue }
      throw Doubt("Two answers are given, and they differ.")
    }
    return key
  }

  private func indexed(_ index: Int) throws(Doubt) -> Set<Int> {
    try checkLabels(for: index)
    let places = places(ofIndex: index).filter(texts.indices.contains)
    guard !places.isEmpty else {
      throw Doubt("The number \(index) names none of the \(texts.count) options for certain.")
    }
    return Set(places)
  }

  /// Among options with numbers, an index is either a place or one of these numbers.
  private func places(ofIndex index: Int) -> [Int] {
    let labels = question.options.map(\.label)
    if labels == texts.indices.map({ "\($0)" }) { return [index] }
    let isNumbered =
      labels == texts.indices.map { "\($0 + 1)" } || question.options.contains { $0.beginning == "\(index)" }
    if isNumbered, !base.isProven(question.indexField, isIndex: true) { return [index &- 1, index] }
    return base.places(index, in: question.indexField, of: texts.count, isIndex: true)
  }

  private func places(_ answer: WrittenQuestion.Answer, in field: String) throws(Doubt) -> Set<Int> {
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
      let counted = base.places(number, in: field, of: texts.count, isIndex: false).filter(texts.indices.contains)
      let isCounted = labelled.isEmpty || base.countsFromZero(field, isIndex: false)
      let places = isCounted ? Set(labelled).union(counted) : Set(labelled)
      if labelled.isEmpty, hasBeginnings(where: { Int($0) != nil }) { try checkBeginning(digits, places) }
      return try certain(places.union(equal), digits)
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
    if question.options.contains(where: { $0.whole == text }) {
      throw Doubt("Whether \"\(text.shortened)\" begins with a label or an initial can't be told.")
    }
    let exact = texts.indices.filter { texts[$0] == text }
    let equal = exact.isEmpty ? folded.indices.filter { folded[$0] == Self.fold(text) } : exact
    var places = Set(equal)
    if places.isEmpty, WrittenQuestion.areTrueAndFalse(texts), let isTrue = WrittenQuestion.verdict(text) {
      places = Set(texts.indices.filter { WrittenQuestion.truth(texts[$0]) == isTrue })
    }
    if let label = AnswerLabel(text) {
      let place = place(of: label.label)
      if label.rest.isEmpty, places.isEmpty, question.options.allSatisfy({ $0.label == nil }),
        hasBeginnings(where: { Int($0) == nil })
      {
        try checkBeginning(label.label, place.map { [$0] } ?? [])
      }
      if let place, label.rest.isEmpty || folded[place] == Self.fold(label.rest) {
        places.insert(place)
      } else if place != nil, places.isEmpty {
        throw Doubt("The answer names option \(label.label), and gives a text that is not that option's.")
      }
    }
    return try certain(places, text)
  }

  private func hasBeginnings(where isMeant: (String) -> Bool) -> Bool {
    question.options.contains { $0.beginning.map(isMeant) == true }
  }

  /// Where an option begins with what looks like a label, a letter or a number must name that option by its place too.
  private func checkBeginning(_ label: String, _ places: Set<Int>) throws(Doubt) {
    let named = texts.indices.filter { question.options[$0].beginning == label }
    // Dates and initials are seldom among the first letters and numbers, as labels with a gap are.
    let first = texts.indices.flatMap { [OptionLetter.letter($0), "\($0 + 1)"] }
    let isFree = named.isEmpty && question.options.count { first.contains($0.beginning ?? "") } < 2
    guard isFree || named.count == 1 && places == Set(named) else {
      throw Doubt("Options begin with what may be labels, so \"\(label)\" may name another one.")
    }
  }

  /// The option with a label; where the options have none, letters count from the first.
  private func place(of label: String) -> Int? {
    let labels = question.options.map(\.label)
    let isLetter = label.first?.isLetter == true
    // Numbers in sequence leave letters to their places.
    let isFree = isLetter && labels == texts.indices.map { "\($0 + 1)" }
    if !isFree, labels.contains(where: { $0 != nil }) { return labels.firstIndex(of: label) }
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
