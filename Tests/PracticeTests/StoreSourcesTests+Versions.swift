import Foundation
import Testing

@testable import PracticeTests

/// What is told of notes that were read more than once.
extension StoreSourcesTests {
  /// Keeps notes under one path, and gives the version that holds them.
  private func bring(_ document: NoteDocument) throws -> ImportResult {
    try library.importSource(document, path: "/notes/cells.md", course: "Biology")
  }

  @Test("Each version tells when it was read, what is new in it, and how many tests were made from it")
  func versions() throws {
    let first = try bring(notes(Self.ribosome))
    let gone = try library.createTest(.fixture(slots: 1, versionIDs: [first.versionID]))
    _ = try library.createTest(.fixture(slots: 1, versionIDs: [first.versionID]))
    let second = try bring(notes(Self.ribosome, Self.nucleus))
    _ = try library.importSource(notes(Self.nucleus), path: "/notes/other.md", course: "Biology")
    try library.deleteTest(gone)
    let versions = try library.versions(ofSource: first.sourceID)
    #expect(versions.map(\.id) == [second.versionID, first.versionID])
    #expect(versions.map(\.number) == [2, 1])
    #expect(versions.map(\.passages) == [2, 1])
    #expect(versions.map(\.changed) == [1, 1])
    #expect(versions.map(\.tests) == [0, 1])
    #expect(versions[0].readAt > versions[1].readAt)
    #expect(try library.versions(ofSource: "none").isEmpty)
  }

  @Test("The passages of a version come in their order, each with the questions that rest on it and are not deleted")
  func passages() async throws {
    let document = notes(Self.ribosome, Self.nucleus)
    let version = try bring(document).versionID
    let later = try bring(notes(Self.ribosome)).versionID
    for id in ["kept", "deleted"] {
      var question = Question.fixture(id, key: id)
      question.grounding?.passageID = document.passages[1].id
      try await fixture.fill(try fixture.test(slots: 1), [question])
    }
    try library.setDeleted(true, question: "deleted")
    let passages = try library.passages(ofVersion: version)
    #expect(passages.map(\.passage) == document.passages)
    #expect(passages.map(\.questions) == [0, 1])
    #expect(try library.passages(ofVersion: later).map(\.passage) == notes(Self.ribosome).passages)
    #expect(try library.passages(ofVersion: "none").isEmpty)
  }
}
