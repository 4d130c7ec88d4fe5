import Testing

@testable import PracticeTests

@Suite("Blueprint")
struct BlueprintTests {
  private func outlines(topics: Int, passages: Int, capacity: (Int, Int) -> Int = { _, _ in 3 }) -> [PassageOutline] {
    (0..<topics).flatMap { topic in
      (0..<passages).map { passage in
        PassageOutline(passageID: "p\(topic).\(passage)", topic: "Topic \(topic)", capacity: capacity(topic, passage))
      }
    }
  }

  @Test(
    "Largest remainder gives the floors, then the largest fractions, ties by index",
    arguments: [
      (10, [1, 1, 1], [4, 3, 3]), (10, [60, 30, 10], [6, 3, 1]), (7, [20, 60, 20], [2, 4, 1]),
      (3, [0, 0, 0], [1, 1, 1]),
      (0, [5, 5], [0, 0]), (1, [1, 2, 1], [0, 1, 0]),
    ])
  func largestRemainder(total: Int, weights: [Int], expected: [Int]) {
    #expect(Apportionment.largestRemainder(total, weights: weights) == expected)
  }

  @Test("Every topic gets a slot when there are enough slots")
  func atLeastOne() {
    #expect(Apportionment.atLeastOne(6, weights: [100, 1, 1, 1, 1, 1]) == [1, 1, 1, 1, 1, 1])
    #expect(Apportionment.atLeastOne(3, weights: [1, 1, 1, 1]) == [1, 1, 1, 0])
  }

  @Test("A table keeps its sums, every cell within one of its share", arguments: 0..<300)
  func controlledRounding(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let rows = (0..<(1 + random.index(below: 30))).map { _ in random.index(below: 12) }
    let total = rows.reduce(0, +)
    let columns = Apportionment.largestRemainder(total, weights: (0..<5).map { _ in random.index(below: 50) })
    let table = Apportionment.table(rows: rows, columns: columns)
    #expect(table.map { $0.reduce(0, +) } == rows)
    #expect(columns.indices.map { column in table.reduce(0) { $0 + $1[column] } } == columns)
    for (row, cells) in table.enumerated() {
      for (column, cell) in cells.enumerated() where total > 0 {
        #expect(abs(cell * total - rows[row] * columns[column]) < total)
      }
    }
  }

  @Test("The mixes of the whole test are exact", arguments: Difficulty.allCases, [1, 7, 10, 33, 100, 200])
  func mixes(difficulty: Difficulty, count: Int) throws {
    let request = TestRequest(count: count, difficulty: difficulty, seed: 5)
    let plan = try TestBlueprint.plan(request, passages: outlines(topics: 9, passages: 4))
    #expect(plan.slots.count == count)
    #expect(plan.slots.map(\.index) == Array(0..<count))
    let difficulties = Apportionment.largestRemainder(count, weights: difficulty.difficultyMix)
    #expect(Difficulty.allCases.map { level in plan.slots.filter { $0.difficulty == level }.count } == difficulties)
    let blooms = Apportionment.largestRemainder(count, weights: difficulty.bloomMix)
    #expect(BloomLevel.allCases.map { level in plan.slots.filter { $0.bloom == level }.count } == blooms)
  }

  @Test("Passages of a topic are used evenly before any is used twice")
  func passagesEvenly() throws {
    let plan = try TestBlueprint.plan(TestRequest(count: 10, seed: 1), passages: outlines(topics: 1, passages: 7))
    let uses = Dictionary(grouping: plan.slots, by: \.passageID).mapValues(\.count)
    #expect(uses.count == 7)
    #expect(uses.values.allSatisfy { $0 <= 2 })
  }

  @Test("A passage is not asked more than it holds while others hold more")
  func capacityBinds() throws {
    let passages = outlines(topics: 1, passages: 2) { _, passage in passage == 0 ? 1 : 8 }
    let plan = try TestBlueprint.plan(TestRequest(count: 6, seed: 1), passages: passages)
    #expect(plan.slots.filter { $0.passageID == "p0.0" }.count == 1)
  }

  @Test("Key positions come in blocks, so every position has its share")
  func keyPositions() throws {
    let request = TestRequest(count: 40, formats: [.multipleChoice, .trueFalse], seed: 9)
    let plan = try TestBlueprint.plan(request, passages: outlines(topics: 3, passages: 9))
    let choices = plan.slots.filter { $0.format == .multipleChoice }
    #expect((0..<4).map { position in choices.filter { $0.keyPosition == position }.count } == [5, 5, 5, 5])
    let statements = plan.slots.filter { $0.format == .trueFalse }
    #expect(statements.filter(\.truth).count == 10)
    #expect(plan.faults == [])
  }

  @Test("The same request gives the same plan, another seed another one")
  func deterministic() throws {
    let passages = outlines(topics: 5, passages: 5)
    let one = try TestBlueprint.plan(TestRequest(count: 20, seed: 3), passages: passages)
    #expect(try TestBlueprint.plan(TestRequest(count: 20, seed: 3), passages: passages) == one)
    #expect(try TestBlueprint.plan(TestRequest(count: 20, seed: 4), passages: passages).slots != one.slots)
  }

  @Test("Only the chosen topics are used, whatever their case")
  func chosenTopics() throws {
    let request = TestRequest(count: 4, topics: ["topic 2"], seed: 1)
    let plan = try TestBlueprint.plan(request, passages: outlines(topics: 4, passages: 2))
    #expect(Set(plan.slots.map(\.topic)) == ["Topic 2"])
  }

  @Test(
    "A topic with nothing to ask gets no question while another of those to use has something",
    arguments: [true, false])
  func barrenTopics(areChosen: Bool) throws {
    let passages = outlines(topics: 4, passages: 2) { topic, _ in topic % 2 }
    func planned(_ topics: [String]) throws -> [String] {
      try TestBlueprint.plan(TestRequest(count: 8, topics: topics, seed: 1), passages: passages).topicQuotas.map(\.name)
    }
    #expect(try planned(areChosen ? ["Topic 0", "Topic 1", "Topic 3"] : []) == ["Topic 1", "Topic 3"])
    #expect(try planned(["Topic 0", "Topic 2"]) == ["Topic 0", "Topic 2"])
  }

  @Test("A request that can't be planned says why")
  func refusals() {
    let passages = outlines(topics: 2, passages: 1)
    func failure(_ request: TestRequest, _ passages: [PassageOutline]) -> PlanningError? {
      do {
        _ = try TestBlueprint.plan(request, passages: passages)
        return nil
      } catch { return error }
    }
    #expect(failure(TestRequest(count: 0, seed: 1), passages) == .badCount(0))
    #expect(failure(TestRequest(count: 201, seed: 1), passages) == .badCount(201))
    #expect(failure(TestRequest(choices: 6, seed: 1), passages) == .badChoices(6))
    #expect(failure(TestRequest(formats: [], seed: 1), passages) == .noFormat)
    #expect(
      failure(TestRequest(topics: ["x"], seed: 1), passages) == .unknownTopic("x", known: ["Topic 0", "Topic 1"]))
    #expect(failure(TestRequest(seed: 1), []) == .nothingToAsk)
  }

  @Test("Minutes follow the difficulties")
  func minutes() throws {
    let plan = try TestBlueprint.plan(
      TestRequest(count: 10, difficulty: .easy, seed: 1), passages: outlines(topics: 1, passages: 3))
    #expect(plan.minutes == 6 * 2 + 3 * 3 + 1 * 4)
  }
}
