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
    #expect(coverage.versions == 1 && coverage.questions == 0 && coverage.contentHash == document.contentHash)
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
}
