/// What became of the slots of a test, in a sentence.
public enum Accounting {
  /// "Asked 10: 8 from the model (7 verified), 1 built in, 1 missing because ...".
  public static func sentence(_ test: StoredTest) -> String {
    let questions = test.questions
    let written = questions.filter { $0.provenance.origin == .model }
    let verified = written.filter { $0.provenance.verified == true }.count
    let builtIn = questions.count - written.count
    var parts: [String] = []
    if !written.isEmpty { parts.append("\(written.count) from the model (\(verified) verified)") }
    if builtIn > 0 { parts.append("\(builtIn) built in") }
    let missing = test.slots.compactMap { slot -> [Violation]? in
      if case .missing(let violations) = slot.state { violations } else { nil }
    }
    if !missing.isEmpty {
      parts.append("\(missing.count) missing because: \(reasons(missing))")
    }
    let open = test.slots.count - questions.count - missing.count
    if open > 0 { parts.append("\(open) not made yet") }
    return "Asked \(test.slots.count): \(parts.joined(separator: ", "))\(missing.isEmpty ? "." : "")"
  }

  /// The last reason of each slot, each once, the commonest first.
  private static func reasons(_ missing: [[Violation]]) -> String {
    let counts = Dictionary(missing.compactMap(\.last).map { ($0.message, 1) }, uniquingKeysWith: +)
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key).joined(separator: " ")
  }
}
