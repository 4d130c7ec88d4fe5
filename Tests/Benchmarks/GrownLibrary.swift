import ArgumentParser
import GRDB
import LanguageModels
import PracticeTests
import TestSupport
import TestletApp

/// A library of so many questions of one course, half of them due, and the same questions as items and as text.
struct GrownLibrary {
  private static let course = "Course"

  private let size: Int
  private let folder: TemporaryFolder
  private let library: Library
  private let passages: [PassageOutline]
  private let items: [Item]
  private let text: String
  private let screen: DrawnLibrary
  /// A test with an open slot for each round, and what is kept there.
  private let open: StoredTest
  private let added: [Question]

  /// Makes one in which everything can be measured in so many rounds, and once before.
  init(questions size: Int, rounds: Int) throws {
    self.size = size
    folder = try TemporaryFolder()
    library = try Library(path: folder.file("testlet.sqlite"))
    let questions = StockedLibrary.questions(0..<size)
    for start in stride(from: 0, to: size, by: TestRequest.countRange.upperBound) {
      let some = questions[start..<min(size, start + TestRequest.countRange.upperBound)]
      _ = try library.createTest(Self.test(of: some.count), questions: Array(some))
    }
    try DatabaseQueue(path: library.path).write {
      try $0.execute(
        sql: """
          INSERT INTO reviewCard (question, phase, step, stability, difficulty, reviewedAt, due, introducedAt)
          SELECT number, 'review', 0, 10 + number % 90, 5, 1690000000, 1700000000 + number, 1680000000
          FROM bankEntry WHERE number % 2 = 0
          """)
    }
    open = try library.test(library.createTest(Self.test(of: rounds + 1)))
    added = StockedLibrary.questions(size..<(size + rounds + 1))
    passages = (0..<size).map { PassageOutline(passageID: "p\($0)", topic: "Topic \($0 % 30)", capacity: 1 + $0 % 4) }
    items = questions.map(\.item)
    text = Self.json(items)
    screen = DrawnLibrary(try library.questions(limit: size).entries, columns: 100, rows: 40)
  }

  private static func test(of count: Int) throws -> NewTest {
    let blueprint = try TestBlueprint.plan(
      TestRequest(count: count, seed: 1), passages: [PassageOutline(passageID: "p", topic: "Topic", capacity: count)])
    return NewTest(
      title: "Test", course: course, blueprint: blueprint, versionIDs: [], backend: "mock", model: "-",
      allowsFallback: false)
  }

  /// The items as a file has them that somebody brings.
  private static func json(_ items: [Item]) -> String {
    JSONValue.array(
      items.map { item in
        .members([
          ("question", .string(item.prompt)),
          ("options", .array(item.choices.map(JSONValue.string))),
          ("answer", .string("A")),
        ])
      }
    ).text
  }

  // MARK: - Measuring

  /// How long some work takes; of blueprint, gates and reader, the part of one passage or item.
  func microseconds(of work: GrownWork, round: Int) async throws -> Double {
    switch work {
    case .blueprint:
      let request = TestRequest(count: TestRequest.countRange.upperBound, seed: UInt64(round))
      return try Self.time { _ = try TestBlueprint.plan(request, passages: passages) } / Double(size)
    case .gates:
      let context = GateContext(requiresGrounding: false)
      return Self.time { for item in items { _ = Gates.check(item, context) } } / Double(size)
    case .reader:
      var found = 0
      let time = Self.time { found = QuestionReader.read(text).questions.count }
      guard found * 2 > size else { throw ValidationError("\(found) of \(size) questions were read.") }
      return time / Double(size)
    case .store: return try await keep(added[round], in: open.slots[round])
    case .search:
      let query = BankQuery(text: "\(StockedLibrary.word(7)) \(StockedLibrary.word(20 + round))")
      return try Self.time { _ = try library.questions(query) }
    case .due: return try Self.time { _ = try library.reviewQueue() }
    case .render: return Self.time { _ = screen.draw() }
    }
  }

  private static func time(_ body: () throws -> Void) rethrows -> Double {
    try ContinuousClock().measure(body) / .microseconds(1)
  }

  private func keep(_ question: Question, in slot: StoredSlot) async throws -> Double {
    let kept = try await library.withLease(test: open.id) { lease -> Double? in
      let start = ContinuousClock.now
      let acceptance = try library.accept(question, slot: slot.slot.index, generation: slot.generation, lease: lease)
      return acceptance == .kept ? (ContinuousClock.now - start) / .microseconds(1) : nil
    }
    guard let time = kept ?? nil else { throw ValidationError("A question was not kept.") }
    return time
  }
}
