/// The order in which a student meets the questions of a test: that of the plan, but no question comes before another
/// whose answer it gives away, as far as there is such an order.
public enum ReadingOrder {
  /// The indices of the items in that order. Two that give away each other's answer stay as they were planned.
  public static func order(_ items: [Item]) -> [Int] {
    // Whoever is given away comes first.
    var waitsFor = Array(repeating: Set<Int>(), count: items.count)
    for cue in TestGates.cues(items) { waitsFor[cue.from].insert(cue.to) }
    var order: [Int] = []
    var left = Array(items.indices)
    while let fallback = left.first {
      let next = left.first { waitsFor[$0].isDisjoint(with: left) } ?? fallback
      order.append(next)
      left.removeAll { $0 == next }
    }
    return order
  }

  /// A warning for each question that still gives away a later one's answer, with the numbers that they have in this
  /// order.
  public static func warnings(_ items: [Item]) -> [Violation] {
    let cues = TestGates.cues(items)
    return cues.filter { $0.from < $0.to }.map { cue in
      let isMutual = cues.contains { $0.from == cue.to && $0.to == cue.from }
      return Violation(
        gate: .crossCue, field: "prompt", action: .warn,
        message: "Question \(cue.from + 1) gives away the answer of question \(cue.to + 1)"
          + (isMutual ? ", and the other way round." : "."))
    }
  }
}
