import Testing

@testable import PracticeTests

/// Questions that give away each other's answers.
@Suite struct ReadingOrderTests {
  private static func item(_ prompt: String, _ key: String) -> Item { choice(prompt, key, ["x1", "x2", "x3"]) }

  private static let cued = item("What builds proteins?", "the ribosome")
  private static let cueing = item("Where is the ribosome made?", "nucleolus")
  private static let neutral = item("What stores water in plants?", "vacuole")
  private static let back = item("What does the nucleolus make besides membranes?", "ribosome")
  private static let naming = item("Which part of the ribosome is a ribosome, too?", "ribosome")

  @Test(
    "A question comes behind the one whose answer it gives away, and nothing else moves",
    arguments: [
      ([cueing, neutral, cued], [1, 2, 0]), ([cued, neutral, cueing], [0, 1, 2]), ([neutral, cueing], [0, 1]), ([], []),
      // Whoever shares a key with the one that names it comes first, too.
      ([naming, neutral, cued], [1, 2, 0]), ([naming, neutral], [0, 1]), ([cueing, naming, cued], [2, 1, 0]),
      // Two that give away each other stay.
      ([cueing, neutral, back], [1, 0, 2]),
    ] as [([Item], [Int])])
  func order(items: [Item], order: [Int]) {
    #expect(ReadingOrder.order(items) == order)
    let warnings = ReadingOrder.warnings(order.map { items[$0] })
    #expect(warnings.count == (items.count == 3 && items[2] == Self.back ? 1 : 0))
  }

  @Test("The order is that of the rule, whatever gives away what", arguments: 0..<200)
  func rule(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let names = ["ribosome", "nucleolus", "vacuole", "chloroplast", "membrane"]
    let items = (0..<random.index(below: 9)).map { number in
      let named = (0..<random.index(below: 3)).map { _ in names[random.index(below: names.count)] }
      return Self.item("What has number \(number), \(named.joined(separator: " and "))?", names[random.index(below: 5)])
    }
    let cues = CrossCues(items)
    var left = Array(items.indices)
    var expected: [Int] = []
    while let fallback = left.first {
      let next = left.first { item in !left.contains { cues.givesAway(item, answerOf: $0) } } ?? fallback
      expected.append(next)
      left.removeAll { $0 == next }
    }
    #expect(ReadingOrder.order(items) == expected)
  }

  @Test("A sitting follows it, and stays as it was first shown")
  func sitting() async throws {
    let fixture = try LibraryFixture()
    let library = fixture.library
    let id = try fixture.test(slots: 3)
    func accept(_ item: Item, _ slot: Int) async throws {
      let question = Question.fixture("q\(slot)", item: item)
      let done = try await library.withLease(test: id) { lease in
        try library.keeps(question, slot: slot, generation: 1, lease: lease)
      }
      try #require(done == true)
    }
    try await accept(Self.cueing, 0)
    try await accept(Self.cued, 2)
    let first = try library.startAttempt(test: id, mode: .exam)
    #expect(first.items.map(\.slot) == [2, 0])
    try await accept(Self.neutral, 1)
    #expect(try library.extend(attempt: first.id).items.map(\.slot) == [2, 0, 1])
    _ = try library.submit(attempt: first.id)
    #expect(try library.startAttempt(test: id, mode: .exam).items.map(\.slot) == [2, 0, 1])
    #expect(try library.test(id).questionsInReadingOrder.map(\.id) == ["q2", "q0", "q1"])
    #expect(try TestMarkdown.document(library.test(id), answers: false).contains("## 2. Where is the ribosome made?"))
  }

  @Test("A question has one number: in the sitting, as it is shown, in JSON, and where it is named by its number")
  func numbers() async throws {
    let fixture = try LibraryFixture()
    let library = fixture.library
    let id = try fixture.test(slots: 3)
    for (slot, item) in [Self.cueing, Self.neutral, Self.cued].enumerated() {
      let question = Question.fixture("q\(slot)", item: item)
      let done = try await library.withLease(test: id) { lease in
        try library.keeps(question, slot: slot, generation: 1, lease: lease)
      }
      try #require(done == true)
    }
    func check(_ ids: [String]) throws {
      let test = try library.test(id)
      #expect(test.questionsInReadingOrder.map(\.id) == ids)
      #expect((1...3).compactMap { test.slot(ofQuestion: $0)?.question?.id } == ids)
      let json = TestJSON.object(test)["questions"]?.elements ?? []
      #expect(json.compactMap { $0["id"]?.string } == ids && json.compactMap { $0["number"]?.int } == [1, 2, 3])
    }
    try check(["q1", "q2", "q0"])
    let attempt = try library.startAttempt(test: id, mode: .exam)
    #expect(attempt.items.map(\.question.id) == ["q1", "q2", "q0"])
    // What was shown keeps its number; where it is not asked again, it comes last.
    try library.setReported(true, question: "q1")
    try check(["q1", "q2", "q0"])
    _ = try library.submit(attempt: attempt.id)
    #expect(try library.startAttempt(test: id, mode: .exam).items.map(\.question.id) == ["q2", "q0"])
    try check(["q2", "q0", "q1"])
    #expect(try library.test(id).slot(ofQuestion: 4) == nil && library.test(id).slot(ofQuestion: 0) == nil)
  }
}
