/// What the plan must know of a passage.
public struct PassageOutline: Sendable, Hashable {
  /// The passage.
  public var passageID: String
  /// Its topic.
  public var topic: String
  /// How many questions it has good material for.
  public var capacity: Int

  /// Makes an outline.
  public init(passageID: String, topic: String, capacity: Int) {
    self.passageID = passageID
    self.topic = topic
    self.capacity = capacity
  }
}

extension TestBlueprint {
  /// Makes the plan: a pure function of the request (with its seed) and the passages.
  ///
  /// Topics weigh as much as they have to ask about. Bloom levels, difficulties and formats have their exact share of
  /// the whole test, and within one of it in every topic.
  ///
  /// - Throws: ``PlanningError``.
  public static func plan(
    _ request: TestRequest, passages: [PassageOutline]
  ) throws(PlanningError) -> TestBlueprint {
    try check(request)
    let topics = try topicOutlines(request, passages)
    let quotas = Apportionment.atLeastOne(request.count, weights: topics.map(\.weight))
    func spread<Value>(_ values: [Value], _ weights: [Int], _ stream: String, sorted: Bool = false) -> [[Value]] {
      let totals = Apportionment.largestRemainder(request.count, weights: weights)
      var random = SeededGenerator(seed: request.seed, stream: stream)
      return Apportionment.table(rows: quotas, columns: totals).map { row in
        let list = zip(values, row).flatMap { value, count in Array(repeating: value, count: count) }
        return sorted ? list : random.shuffled(list)
      }
    }
    // Both lists run from low to high, so that the hard slots get the high levels.
    let difficulties = spread(Difficulty.allCases, request.difficulty.difficultyMix, "difficulty", sorted: true)
    let blooms = spread(BloomLevel.allCases, request.difficulty.bloomMix, "bloom", sorted: true)
    let formats = spread(request.formats, request.formats.map { _ in 1 }, "format")

    var slots: [QuestionSlot] = []
    for (topic, quota) in zip(topics.indices, quotas) {
      var random = SeededGenerator(seed: request.seed, stream: "topic \(topics[topic].name)")
      let passageIDs = topics[topic].draw(quota, using: &random)
      for (within, pair) in random.shuffled(Array(0..<quota)).enumerated() {
        slots.append(
          QuestionSlot(
            index: slots.count, topic: topics[topic].name, passageID: passageIDs[within],
            bloom: blooms[topic][pair], difficulty: difficulties[topic][pair], format: formats[topic][within],
            template: QuestionTemplate.allCases[slots.count % QuestionTemplate.allCases.count],
            choices: request.choices, keyPosition: 0))
      }
    }
    return TestBlueprint(request: request, slots: placeKeys(slots, request))
  }

  private static func check(_ request: TestRequest) throws(PlanningError) {
    guard TestRequest.countRange.contains(request.count) else { throw .badCount(request.count) }
    guard TestRequest.choicesRange.contains(request.choices) else { throw .badChoices(request.choices) }
    guard !request.formats.isEmpty else { throw .noFormat }
  }

  /// The topics to use, in the order of the notes: of those that were chosen, or all, those with something to ask about;
  /// where none has anything that stands out, each of them.
  private static func topicOutlines(
    _ request: TestRequest, _ passages: [PassageOutline]
  ) throws(PlanningError) -> [TopicOutline] {
    var order: [String] = []
    var byTopic: [String: [PassageOutline]] = [:]
    for passage in passages {
      if byTopic[passage.topic] == nil { order.append(passage.topic) }
      byTopic[passage.topic, default: []].append(passage)
    }
    var wanted = order
    if !request.topics.isEmpty {
      let byFoldedName = Dictionary(order.map { (Words.fold($0), $0) }, uniquingKeysWith: { first, _ in first })
      var chosen = Set<String>()
      for topic in request.topics {
        guard let known = byFoldedName[Words.fold(topic)] else { throw .unknownTopic(topic, known: order) }
        chosen.insert(known)
      }
      wanted = order.filter(chosen.contains)
    }
    let outlines = wanted.map { TopicOutline(name: $0, passages: byTopic[$0] ?? []) }
    guard !outlines.isEmpty else { throw .nothingToAsk }
    let rich = outlines.filter { $0.weight > 0 }
    return rich.isEmpty ? outlines : rich
  }

  /// Gives every slot its key position: seeded blocks, each a permutation of the positions, so that none is favoured.
  private static func placeKeys(_ slots: [QuestionSlot], _ request: TestRequest) -> [QuestionSlot] {
    var options = SeededGenerator(seed: request.seed, stream: "key positions")
    var truths = SeededGenerator(seed: request.seed, stream: "truth values")
    var optionBlock: [Int] = []
    var truthBlock: [Int] = []
    return slots.map { slot in
      var slot = slot
      switch slot.format {
      case .multipleChoice:
        if optionBlock.isEmpty { optionBlock = options.shuffled(Array(0..<slot.choices)) }
        slot.keyPosition = optionBlock.removeLast()
      case .trueFalse:
        if truthBlock.isEmpty { truthBlock = truths.shuffled([0, 1]) }
        slot.keyPosition = truthBlock.removeLast()
      case .cloze, .shortAnswer, .explanation:
        break
      }
      return slot
    }
  }
}

/// A topic with its passages, for the time of planning.
private struct TopicOutline {
  var name: String
  var passages: [PassageOutline]

  /// How much there is to ask about.
  var weight: Int { passages.reduce(0) { $0 + $1.capacity } }

  /// Passages for `count` slots, used evenly: each once before any is used twice, and none beyond its capacity until
  /// all are. Repeats of a passage stand next to each other.
  func draw(_ count: Int, using random: inout SeededGenerator) -> [String] {
    let order = random.shuffled(Array(passages.indices))
    let most = passages.map(\.capacity).max() ?? 0
    var uses = Array(repeating: 0, count: passages.count)
    var left = count
    for round in 0..<most where left > 0 {
      for index in order where passages[index].capacity > round && left > 0 {
        uses[index] += 1
        left -= 1
      }
    }
    while left > 0 {
      for index in order where left > 0 {
        uses[index] += 1
        left -= 1
      }
    }
    return zip(passages, uses).flatMap { Array(repeating: $0.passageID, count: $1) }
  }
}
