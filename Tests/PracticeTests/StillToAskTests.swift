import Testing

@testable import PracticeTests

/// What a plan counts of notes in a course that asks something about them already.
@Suite("What there is still to ask")
struct StillToAskTests {
  private static let course = "Geography"

  private let fixture: LibraryFixture
  private let preparation: TestPreparation
  private var library: Library { fixture.library }

  init() throws {
    fixture = try LibraryFixture()
    preparation = try Self.preparation(fixture.library, Self.course)
  }

  private static func preparation(_ library: Library, _ course: String) throws -> TestPreparation {
    let document = NoteReader.document(
      text: """
        # Landscapes

        ## Rivers

        A **meander** is a bend of a river that grows as its outer bank is worn away. A **delta** is a fan of land that \
        a river builds where it meets the sea. A **tributary** is a stream that flows into a larger river. A \
        **floodplain** is the flat land beside a river that is under water when the river rises. An **estuary** is the \
        wide mouth of a river where fresh water mixes with the tide.

        ## Ice

        A **moraine** is a ridge of stones that a glacier has pushed together. A **crevasse** is a deep crack in the \
        moving ice of a glacier. A **cirque** is a round hollow that a glacier has worn into the side of a mountain.
        """, name: "landscapes.md")
    return try TestPreparation(
      library: library, documents: [("/notes/landscapes.md", document)], course: course, suggestion: "Notes")
  }

  /// How many things there are to ask about a topic.
  private func toAsk(
    _ topic: String, _ formats: [QuestionFormat], of preparation: TestPreparation? = nil, hasModel: Bool = false
  ) throws -> Int {
    try (preparation ?? self.preparation).outline(formats: formats, hasModel: hasModel)
      .filter { $0.topic == topic }.reduce(0) { $0 + $1.capacity }
  }

  /// Every question that is made in a format of what the notes say about the rivers.
  private func questions(_ format: QuestionFormat) -> [Question] {
    let lexicon = preparation.material.lexicon
    let rivers = preparation.material.passages.filter { $0.topic == "Rivers" }.map(\.id)
    let candidates = lexicon.candidates.filter { rivers.contains(lexicon.passages[$0.passage].id) }
    let slot = QuestionSlot.fixture(0, format: format)
    var known: Set<String> = []
    return candidates.flatMap { candidate in
      (UInt64(0)..<60).compactMap { seed -> Question? in
        var random = SeededGenerator(seed: seed)
        guard let draft = ItemWriter(lexicon: lexicon).draft(of: candidate, for: slot, using: &random),
          case .success(let item) = Items.assemble(draft: draft, slot: slot),
          known.insert("\(item.prompt) \(item.correctAnswer)").inserted
        else { return nil }
        return .fixture("\(format.rawValue) \(known.count)", item: item)
      }
    }
  }

  /// Keeps questions in the course.
  private func keep(_ questions: [Question]) throws {
    _ = try library.createTest(.fixture(slots: questions.count, course: Self.course), questions: questions)
  }

  @Test(
    "What the course asks does not count, in any format whose questions would repeat it; other courses do not matter")
  func counted() throws {
    let ice = try toAsk("Ice", [.cloze])
    #expect(try toAsk("Rivers", [.cloze]) == 5 && ice > 0)
    try keep(questions(.cloze))
    #expect(try toAsk("Rivers", [.cloze]) == 0 && toAsk("Ice", [.cloze]) == ice)
    #expect(try toAsk("Rivers", [.cloze], hasModel: true) == 0)
    #expect(try toAsk("Rivers", [.cloze], of: Self.preparation(library, "Elsewhere")) == 5)
    // A statement repeats no cloze, and nobody knows what an explanation will ask.
    #expect(try toAsk("Rivers", [.trueFalse]) > 0 && toAsk("Rivers", [.cloze, .trueFalse]) > 0)
    #expect(try toAsk("Rivers", [.explanation]) == 5)
    try keep(questions(.trueFalse))
    #expect(try toAsk("Rivers", [.trueFalse]) == 0)
  }

  @Test("Another question with the same answer takes nothing away, and one that was put away can be asked again")
  func others() throws {
    let wrong = ["meander", "estuary", "tributary"]
    try keep([.fixture("other", item: choice("Where does the Nile drop its mud and slow down?", "delta", wrong))])
    #expect(try toAsk("Rivers", [.multipleChoice]) == 5)
    let all = questions(.multipleChoice)
    try keep(all)
    #expect(try toAsk("Rivers", [.multipleChoice]) == 0)
    for question in all { try library.setDeleted(true, question: question.id) }
    #expect(try toAsk("Rivers", [.multipleChoice]) == 5)
  }

  @Test("A test is planned on the topics of which something is left, and of others what is planned comes out missing")
  func planned() async throws {
    try keep(questions(.cloze))
    func test(_ topics: [String]) throws -> StoredTest {
      let request = TestRequest(count: 2, formats: [.cloze], topics: topics, seed: 5)
      let id = try preparation.createTest(request, title: nil, writer: .mock, allowsFallback: false)
      return try library.test(id)
    }
    #expect(try test([]).blueprint.topicQuotas.map(\.name) == ["Ice"])
    #expect(try test(["Rivers", "Ice"]).blueprint.topicQuotas.map(\.name) == ["Ice"])
    let rivers = try test(["Rivers"])
    #expect(rivers.blueprint.topicQuotas.map(\.name) == ["Rivers"])
    let service = try GenerationFixture.builtIn()
    let generator = TestGenerator(library: library, service: service, settings: .atOnce, newID: Library.randomID)
    #expect(try await generator.run(rivers.id, material: preparation.material) { _ in } == .failed)
    #expect(try library.test(rivers.id).slots.compactMap(\.whyMissing).contains { $0.contains(.askedBefore) })
  }

  @Test("Each thing to ask is known by the answers of its questions", arguments: QuestionFormat.allCases)
  func answers(format: QuestionFormat) {
    let lexicon = preparation.material.lexicon
    #expect(lexicon.candidates.count >= 6)
    let writer = ItemWriter(lexicon: lexicon)
    for candidate in lexicon.candidates {
      for seed in 0..<20 as Range<UInt64> {
        var random = SeededGenerator(seed: seed)
        let slot = QuestionSlot.fixture(0, format: format)
        guard let draft = writer.draft(of: candidate, for: slot, using: &random),
          case .success(let item) = Items.assemble(draft: draft, slot: slot), item.format != .trueFalse
        else { continue }
        #expect(writer.answers(to: candidate).contains(item.correctAnswer), "\(item)")
      }
    }
  }
}
