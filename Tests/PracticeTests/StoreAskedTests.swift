import GRDB
import Testing

@testable import PracticeTests

/// What tests of the same notes ask already.
@Suite("What is asked already")
struct StoreAskedTests {
  private let fixture: LibraryFixture
  private var library: Library { fixture.library }

  init() throws {
    fixture = try LibraryFixture()
  }

  /// A version of notes of a name.
  private func version(_ name: String, _ text: String = "A **ribosome** is a particle of the cell.") throws -> String {
    try library.importSource(notes(text, title: name), path: "/notes/\(name).md", course: "Biology").versionID
  }

  /// A test on versions, with one question about a sentence.
  private func test(on versions: [String], asking quote: String?) throws -> String {
    var question = Question.fixture("about \(quote ?? "nothing")", key: quote ?? "nothing")
    if let quote { question.grounding?.quote = quote } else { question.grounding = nil }
    return try library.createTest(.fixture(slots: 1, versionIDs: versions), questions: [question])
  }

  @Test("Sentences count that older tests of any version of the same notes ask about, and no others")
  func olderTests() throws {
    let (cells, more, plants) = (try version("cells"), try version("more"), try version("plants"))
    let first = try test(on: [cells, more], asking: "first")
    let edited = try version("cells", "A **ribosome** is a small particle of the cell.")
    _ = try test(on: [plants], asking: "elsewhere")
    _ = try test(on: [more], asking: nil)
    let own = try test(on: [edited, more], asking: "own")
    let younger = try test(on: [cells], asking: "younger")
    #expect(try library.evidence(besidesTest: own) == ["first"])
    #expect(try library.evidence(besidesTest: first).isEmpty)
    #expect(try library.evidence(besidesTest: younger) == ["first", "own"])
  }

  @Test("Tests of the same moment are told apart by their ids, so that only one comes after the other")
  func sameMoment() throws {
    let cells = try version("cells")
    let tests = [try test(on: [cells], asking: "one"), try test(on: [cells], asking: "two")].sorted()
    try library.write { try $0.execute(sql: "UPDATE test SET createdAt = 1") }
    #expect(try tests.map { try library.evidence(besidesTest: $0).count } == [0, 1])
  }

  @Test("Tests of the same notes are found by an index")
  func index() throws {
    let plan = try library.read { database in
      try Row.fetchAll(
        database, sql: "EXPLAIN QUERY PLAN \(Library.evidenceOfOlderTests)", arguments: ["test"]
      ).map { $0["detail"] as String }
    }
    #expect(plan.contains { $0.contains("testVersionByVersion") }, "\(plan)")
    #expect(!plan.contains { $0.hasPrefix("SCAN") }, "\(plan)")
  }
}
