/// Whether the numbers of a text count its options from 0 or from 1, as far as the numbers themselves prove it: for
/// each field alone, as fields of different names may count differently.
struct IndexBase {
  /// How often the numbers of a field speak for counting from 0 or from 1.
  private struct Tally {
    /// Numbers that are 0.
    var zeros = 0
    /// Numbers that are the count of their options.
    var counts = 0
    /// All other numbers.
    var others = 0
    /// Numbers beside a text that is the option they name when counted from 1.
    var agreements = 0
  }

  private enum Proof {
    case zero
    case one
    /// One number out of several says that it counts from 1, which may be a slip.
    case doubtful
    case contradiction
  }

  private var tallies: [String: Tally] = [:]

  /// Looks at every number that names an option.
  init(_ questions: [WrittenQuestion]) {
    for question in questions where !question.options.isEmpty {
      let answers = Set(question.answers)
      if let index = question.index { add(index, question.indexField, question, answers, isIndex: true) }
      for (place, answer) in question.answers.enumerated() {
        guard case .number(let number, _, false) = answer else { continue }
        add(number, question.field(ofAnswer: place), question, answers, isIndex: false)
      }
    }
  }

  private mutating func add(
    _ number: Int, _ field: String, _ question: WrittenQuestion, _ answers: Set<WrittenQuestion.Answer>, isIndex: Bool
  ) {
    let options = question.options
    let labels = options.map(\.label)
    // A number among labels in another order, or among numbers, need count nothing.
    let isLabel = labels.contains("\(number)") && !WrittenQuestion.areInSequence(labels)
    guard isIndex || !isLabel && !options.contains(where: { $0.text == "\(number)" }) else { return }
    var tally = tallies[field] ?? Tally()
    switch number {
    case 0: tally.zeros += 1
    case options.count: tally.counts += 1
    default: tally.others += 1
    }
    if number > 0, number <= options.count, answers.contains(.text(options[number - 1].text)) {
      tally.agreements += 1
    }
    tallies[field] = tally
  }

  /// The places, counted from 0, that a number may name among a count of options.
  ///
  /// - Parameter isIndex: the field says that it is an index, which counts from 0 unless a number proves otherwise.
  func places(_ number: Int, in field: String, of count: Int, isIndex: Bool) -> [Int] {
    switch proof(field, isIndex: isIndex) {
    case .zero: [number]
    case .one: [number &- 1]
    case .doubtful: number == count ? [] : [number &- 1, number]
    case .contradiction: []
    case nil: isIndex ? [number] : [number &- 1, number]
    }
  }

  /// Whether it is certain from where the numbers of a field count.
  func isProven(_ field: String, isIndex: Bool) -> Bool {
    switch proof(field, isIndex: isIndex) {
    case .zero, .one: true
    case .doubtful, .contradiction, nil: false
    }
  }

  /// Whether the numbers of a field certainly count from 0.
  func countsFromZero(_ field: String, isIndex: Bool) -> Bool {
    proof(field, isIndex: isIndex) == .zero
  }

  private func proof(_ field: String, isIndex: Bool) -> Proof? {
    guard let tally = tallies[field] else { return nil }
    if tally.zeros > 0, tally.counts > 0 {
      // One number that is out of range among several that are not is a slip.
      if tally.counts == 1, tally.zeros > 1 { return .zero }
      return tally.zeros == 1 && tally.counts > 1 ? .one : .contradiction
    }
    if tally.zeros > 0 { return .zero }
    if tally.agreements > 1 { return .one }
    guard tally.counts > 0 else { return nil }
    // Of many numbers that count from 0 one would be 0.
    return isIndex && tally.counts == 1 && (2...3).contains(tally.others) ? .doubtful : .one
  }
}
