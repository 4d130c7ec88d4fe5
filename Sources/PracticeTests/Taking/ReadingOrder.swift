import HeapModule

/// The order in which a student meets the questions of a test: that of the plan, but no question comes before another
/// whose answer it gives away, as far as there is such an order.
public enum ReadingOrder {
  /// The indices of the items in that order. Two that give away each other's answer stay as they were planned.
  public static func order(_ items: [Item]) -> [Int] {
    var queue = Queue(CrossCues(items))
    var order: [Int] = []
    while let next = queue.next() { order.append(next) }
    return order
  }

  /// A warning for each question that still gives away a later one's answer, with the numbers that they have in this
  /// order.
  public static func warnings(_ items: [Item]) -> [Violation] {
    let cues = CrossCues(items)
    return items.indices.flatMap { item in
      cues.givenAway(by: item).filter { $0 > item }.map { later in
        Violation(
          gate: .crossCue, field: "prompt", action: .warn,
          message: "Question \(item + 1) gives away the answer of question \(later + 1)"
            + (cues.givesAway(later, answerOf: item) ? ", and the other way round." : "."))
      }
    }
  }
}

/// Questions that wait for those whose answers they give away.
private struct Queue {
  private let cues: CrossCues
  /// How many questions of each key are still to come.
  private var left: [Int]
  /// For each question, how many keys stand in its stem of which other questions are still to come.
  private var waits: [Int]
  private var isOut: [Bool]
  /// Those that wait for none.
  private var ready: Heap<Int> = []
  /// Before this one all are out.
  private var first = 0

  init(_ cues: CrossCues) {
    self.cues = cues
    left = cues.questions.map(\.count)
    isOut = cues.keysInStem.map { _ in false }
    waits = []
    waits = cues.keysInStem.indices.map { question in
      cues.keysInStem[question].count { isAwaited($0, by: question) }
    }
    ready = Heap(waits.indices.filter { waits[$0] == 0 })
  }

  /// The first that waits for none, else the first.
  mutating func next() -> Int? {
    while first < isOut.count, isOut[first] { first += 1 }
    guard first < isOut.count else { return nil }
    let next = ready.popMin() ?? first
    isOut[next] = true
    if let key = cues.keyOfQuestion[next] { release(key) }
    return next
  }

  private func isAwaited(_ key: Int, by question: Int) -> Bool {
    left[key] > (cues.keyOfQuestion[question] == key ? 1 : 0)
  }

  /// Takes in that one question less of a key is to come: one that has the key itself waits for the others only.
  private mutating func release(_ key: Int) {
    left[key] -= 1
    guard left[key] <= 1 else { return }
    for question in cues.stems[key] where !isOut[question] {
      let isOwn = cues.keyOfQuestion[question] == key
      guard left[key] == (isOwn ? 1 : 0) else { continue }
      waits[question] -= 1
      if waits[question] == 0 { ready.insert(question) }
    }
  }
}
