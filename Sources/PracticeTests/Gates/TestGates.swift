/// Rules about a whole test.
public enum TestGates {
  /// Checks accepted questions against each other and the blueprint against its request.
  public static func check(_ questions: [Question], blueprint: TestBlueprint) -> [Violation] {
    crossCue(questions.map(\.item)) + distribution(blueprint)
  }

  /// The key of one question stands in another's stem: a warning for each such pair, with both numbers.
  ///
  /// One-word keys count from five letters on, for shorter ones stand in many stems without giving anything away.
  public static func crossCue(_ items: [Item]) -> [Violation] {
    crossCues(items).map(\.violation)
  }

  /// The same, each with the index of the item that gives the answer away.
  static func crossCues(_ items: [Item]) -> [(item: Int, violation: Violation)] {
    cues(items).map { cue in
      let message = "Question \(cue.from + 1) gives away the answer of question \(cue.to + 1): ask them far apart."
      return (cue.from, Violation(gate: .crossCue, field: "prompt", action: .warn, message: message))
    }
  }

  /// Which item gives away the answer of which, by their indices.
  static func cues(_ items: [Item]) -> [(from: Int, to: Int)] {
    var byFirstWord: [String: [(item: Int, key: [String])]] = [:]
    for (index, item) in items.enumerated() where [.multipleChoice, .cloze, .shortAnswer].contains(item.format) {
      let key = GateText(item.correctAnswer).withoutArticle
      guard let first = key.first, key.joined().filter(\.isLetter).count >= 5 else { continue }
      byFirstWord[first, default: []].append((index, key))
    }
    var cues: [(from: Int, to: Int)] = []
    for (index, item) in items.enumerated() {
      let stem = Words.tokens(item.prompt)
      var cued = Set<Int>()
      for start in stem.indices {
        for candidate in byFirstWord[stem[start]] ?? [] where candidate.item != index {
          if stem[start...].starts(with: candidate.key) { cued.insert(candidate.item) }
        }
      }
      cues += cued.sorted().map { (index, $0) }
    }
    return cues
  }

  /// Key positions, topics, formats, difficulties and Bloom levels as requested. A blueprint is made to keep this, so a
  /// violation is a defect of the planner.
  public static func distribution(_ blueprint: TestBlueprint) -> [Violation] {
    let slots = blueprint.slots
    let request = blueprint.request
    var faults: [(field: String, message: String)] = []
    if slots.count != request.count {
      faults.append(("slots", "The blueprint has \(slots.count) slots for \(request.count) questions."))
    }
    if slots.map(\.index) != Array(slots.indices) {
      faults.append(("slots", "The slots are not numbered from 0 without gaps."))
    }
    let strangers = slots.filter { !request.formats.contains($0.format) }
    if !strangers.isEmpty {
      faults.append(("format", "\(strangers.count) slots have a format that was not asked for."))
    }
    for format in [QuestionFormat.multipleChoice, .trueFalse] {
      let options = format == .trueFalse ? 2 : request.choices
      let positions = slots.filter { $0.format == format }.map(\.keyPosition)
      let counts = (0..<options).map { position in positions.count { $0 == position } }
      if counts.reduce(0, +) != positions.count || (counts.max() ?? 0) - (counts.min() ?? 0) > 1 {
        faults.append(("keyPosition", "The key positions of \(format.rawValue) slots are not balanced: \(counts)."))
      }
    }
    return faults.map { Violation(gate: .distribution, field: $0.field, action: .reject, message: $0.message) }
  }
}
