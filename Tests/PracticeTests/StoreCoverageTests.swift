import Testing

@testable import PracticeTests

@Suite("Coverage of notes")
struct StoreCoverageTests {
  @Test("Passages with and without questions are counted by topic, on the newest version")
  func counted() async throws {
    let fixture = try LibraryFixture()
    let library = fixture.library
    let document = NoteReader.document(
      text: """
        # Cells

        ## Ribosomes

        \(String(repeating: "A ribosome builds proteins from amino acids. ", count: 12))

        ## Vacuoles

        \(String(repeating: "A vacuole stores water and dissolved salts. ", count: 12))
        """, name: "cells.md")
    _ = try library.importSource(document, path: "/notes/cells.md", course: "Biology")
    var coverage = try #require(try library.coverage().first)
    #expect(coverage.questions == 0 && coverage.contentHash == document.contentHash)
    #expect(coverage.topics.map(\.name) == ["Ribosomes", "Vacuoles"])

    var question = Question.fixture("q")
    question.grounding?.passageID = try #require(document.passages.first).id
    let test = try fixture.test(slots: 1)
    _ = try await library.withLease(test: test) { lease in
      try library.accept(question, slot: 0, generation: 1, lease: lease)
    }
    coverage = try #require(try library.coverage().first)
    #expect(coverage.topics.map(\.questions) == [1, 0] && coverage.covered == 1)
    try library.setDeleted(true, question: "q")
    #expect(try library.coverage().first?.questions == 0)
  }

  @Test("A question counts once however many files have its passage, and also when the newest version has it no more")
  func distinct() async throws {
    let fixture = try LibraryFixture()
    let library = fixture.library
    func document(_ word: String) -> NoteDocument {
      let sentence = "A \(word) builds proteins from amino acids. "
      return NoteReader.document(text: "# Cells\n\n\(String(repeating: sentence, count: 12))\n", name: "cells.md")
    }
    let old = document("ribosome")
    for path in ["/notes/a.md", "/notes/b.md"] {
      _ = try library.importSource(old, path: path, course: "Biology")
    }
    var question = Question.fixture("q")
    question.grounding?.passageID = try #require(old.passages.first).id
    let test = try fixture.test(slots: 1)
    _ = try await library.withLease(test: test) { lease in
      try library.accept(question, slot: 0, generation: 1, lease: lease)
    }
    #expect(try library.coverage().map(\.questions) == [1, 1] && library.coverage().map(\.repeated) == [0, 1])
    _ = try library.importSource(document("factory"), path: "/notes/b.md", course: "Biology")
    let coverage = try library.coverage()
    #expect(coverage.map(\.questions) == [1, 1] && coverage.map(\.earlier) == [0, 1])
    #expect(coverage.map(\.repeated) == [0, 1] && coverage.map(\.covered) == [1, 0])
  }

  @Test("What there is to ask about is counted by topic, also where there is nothing")
  func capacity() {
    let document = NoteReader.document(
      text: """
        # Rivers

        ## Parts

        A **meander** is a bend of a river that grows as its outer bank is worn away. A **delta** is a fan of land \
        that a river builds where it meets the sea. A **tributary** is a stream that flows into a larger river.

        ## Outings

        We went there twice, and it rained.
        """, name: "rivers.md")
    let capacity = TestMaterial([("rivers.md", document)]).capacityByTopic(hasModel: true)
    #expect(Set(capacity.keys) == ["Parts", "Outings"])
    #expect(capacity["Outings"] == 0 && (capacity["Parts"] ?? 0) > 1)
  }
}
