import GRDB
import Testing

@testable import PracticeTests

/// Notes in the library: sources, and versions of them.
@Suite("Keeping notes")
struct StoreSourcesTests {
  let fixture: LibraryFixture
  var library: Library { fixture.library }

  init() throws {
    fixture = try LibraryFixture()
  }

  static let ribosome = "## Ribosomes\n\nA **ribosome** is a particle that links amino acids into a protein."
  static let nucleus = "## The nucleus\n\nThe **nucleus** is the compartment that holds the chromosomes."

  @Test("A document comes back as it was read, with its file's name")
  func whole() throws {
    let document = notes(Self.ribosome, Self.nucleus, "## Key terms\n\n**ribosome**: a particle")
    let brought = try library.importSource(document, path: "/notes/cells.md", course: "Biology")
    #expect(brought.outcome == .new)
    let kept = try library.documents(ofVersions: [brought.versionID])
    #expect(kept.map(\.name) == ["cells.md"])
    #expect(kept.map(\.document) == [document])
    #expect(!document.glossary.isEmpty && document.passages.count == 2)
  }

  @Test("A passage is found, also when it is not in the newest version any more")
  func passage() throws {
    let document = notes(Self.ribosome, Self.nucleus)
    _ = try library.importSource(document, path: "/notes/cells.md", course: "Biology")
    _ = try library.importSource(notes(Self.ribosome), path: "/notes/cells.md", course: "Biology")
    let nucleus = try #require(document.passages.last)
    #expect(try library.passage(nucleus.id) == nucleus)
    #expect(try library.passage("other") == nil)
  }

  @Test("The same content is kept once, and may change its course")
  func unchanged() throws {
    let first = try library.importSource(notes(Self.ribosome), path: "/notes/cells.md", course: "Biology")
    let second = try library.importSource(notes(Self.ribosome), path: "/notes/cells.md", course: "Cells")
    #expect(second.outcome == .unchanged)
    #expect(second.versionID == first.versionID)
    #expect(try library.sources().map(\.course) == ["Cells"])
    #expect(try library.courses() == ["Cells"])
  }

  @Test("An edited file is a new version that names its changed passages; the old one stays for its tests")
  func edited() throws {
    let before = notes(Self.ribosome, Self.nucleus)
    let after = notes(Self.ribosome, Self.nucleus.replacing("compartment", with: "part of the cell"))
    let first = try library.importSource(before, path: "/notes/cells.md", course: "Biology")
    let test = try library.createTest(.fixture(slots: 1, versionIDs: [first.versionID]))
    let second = try library.importSource(after, path: "/notes/cells.md", course: "Biology")
    #expect(second.sourceID == first.sourceID)
    guard case .newVersion(let changed) = second.outcome else {
      Issue.record("\(second.outcome)")
      return
    }
    #expect(changed == [after.passages[1]])
    #expect(try library.documents(ofTest: test).map(\.document) == [before])
    #expect(try library.sources().map(\.versionID) == [second.versionID])
    // Back to the old text: once more a version of its own.
    let third = try library.importSource(before, path: "/notes/cells.md", course: "Biology")
    #expect(third.outcome == .newVersion(changed: [before.passages[1]]))
    #expect(try library.isWhole())
  }

  @Test("A test's material has the terms of the course's other notes, and none of other courses or of its own old text")
  func material() throws {
    let old = try library.importSource(notes(Self.ribosome), path: "/notes/cells.md", course: "Biology")
    let edited = Self.ribosome.replacing("ribosome", with: "lysosome")
    _ = try library.importSource(notes(edited), path: "/notes/cells.md", course: "Biology")
    _ = try library.importSource(notes(Self.nucleus), path: "/notes/nuclei.md", course: "Biology")
    let star = "## Stars\n\nA **pulsar** is a neutron star that turns many times in every second."
    _ = try library.importSource(notes(star), path: "/notes/stars.md", course: "Astronomy")
    let own = try library.notes(ofVersions: [old.versionID])
    let material = try library.material(of: own, course: "Biology")
    #expect(material.passages.count == 1)
    #expect(Set(material.lexicon.terms.map(\.name.shown)) == ["ribosome", "nucleus"])
    let id = try library.createTest(.fixture(slots: 1, versionIDs: [old.versionID]))
    #expect(try library.material(of: library.test(id)).passages == material.passages)
    // The notes beside it have changed since it was read last.
    _ = try library.importSource(
      notes(Self.nucleus.replacing("nucleus", with: "vacuole")), path: "/notes/nuclei.md", course: "Biology")
    let later = try library.material(of: own, course: "Biology")
    #expect(Set(later.lexicon.terms.map(\.name.shown)) == ["ribosome", "vacuole"])
  }

  @Test("Notes have the same neighbours before they are kept as after, the nearest by their paths first")
  func neighbours() throws {
    for number in 10..<60 {
      _ = try library.importSource(notes(Self.nucleus), path: "/notes/\(number).md", course: "Biology")
    }
    func places() throws -> [String] {
      let paths = Dictionary(uniqueKeysWithValues: try library.sources().map { ($0.versionID, $0.path) })
      return try library.neighbours(of: ["/notes/19b.md", "/notes/30.md"], course: "Biology").compactMap { paths[$0] }
    }
    let before = try places()
    #expect(before.prefix(4) == ["/notes/19.md", "/notes/20.md", "/notes/18.md", "/notes/21.md"])
    #expect(before.count == 40 && before.last == "/notes/50.md" && !before.contains("/notes/30.md"))
    _ = try library.importSource(notes(Self.ribosome), path: "/notes/19b.md", course: "Biology")
    #expect(try places() == before)
  }

  @Test("The material that was read last is not read again")
  func lastMaterial() throws {
    let (last, material) = (LastMaterial(), TestMaterial([]))
    let own = [(name: "cells.md", document: notes(Self.ribosome))]
    let asked = LastMaterial.Notes(own: own, besides: ["b"])
    var reads = 0
    for asked in [asked, asked, LastMaterial.Notes(own: [], besides: ["b"]), asked] {
      _ = try last.material(of: asked) { () throws(LibraryError) in
        reads += 1
        return material
      }
    }
    #expect(reads == 3)
  }

  @Test("Sources are listed by path, of one course or of all; documents come in the order asked for")
  func lists() throws {
    let b = try library.importSource(notes(Self.nucleus, title: "B"), path: "/n/b.md", course: "One")
    let a = try library.importSource(notes(Self.ribosome, title: "A"), path: "/n/a.md", course: "Two")
    #expect(try library.sources().map(\.path) == ["/n/a.md", "/n/b.md"])
    #expect(try library.sources(course: "One").map(\.id) == [b.sourceID])
    #expect(try library.sources(course: "None").isEmpty)
    #expect(try library.documents(ofVersions: [b.versionID, "gone", a.versionID]).map(\.document.title) == ["B", "A"])
  }

  @Test("Removed notes are not listed, stay whole for the tests made from them, and come back")
  func removal() throws {
    let document = notes(Self.ribosome)
    let cells = try library.importSource(document, path: "/notes/cells.md", course: "Biology")
    let other = try library.importSource(notes(Self.nucleus), path: "/notes/nucleus.md", course: "Other")
    let test = try library.createTest(.fixture(slots: 1, versionIDs: [cells.versionID]))
    try library.setRemoved(true, source: cells.sourceID)
    #expect(try library.sources().map(\.id) == [other.sourceID])
    #expect(try library.sources(course: "Biology").isEmpty && library.coverage().map(\.id) == [other.sourceID])
    #expect(try library.documents(ofTest: test).map(\.document) == [document])
    #expect(try library.passage(document.passages[0].id) == document.passages[0])
    try library.setRemoved(false, source: cells.sourceID)
    #expect(try library.sources().map(\.id) == [cells.sourceID, other.sourceID])
    try library.setRemoved(true, source: other.sourceID)
    #expect(try library.courses() == ["Biology"] && library.isWhole())
  }

  @Test("Notes that were removed are back when their file is brought again, changed or not")
  func broughtAgain() throws {
    let first = try library.importSource(notes(Self.ribosome), path: "/notes/cells.md", course: "Biology")
    try library.setRemoved(true, source: first.sourceID)
    let same = try library.importSource(notes(Self.ribosome), path: "/notes/cells.md", course: "Biology")
    #expect(same == first && first.outcome == .new)
    #expect(try library.sources().map(\.versionID) == [first.versionID])
    try library.setRemoved(true, source: first.sourceID)
    let other = notes(Self.nucleus)
    let changed = try library.importSource(other, path: "/notes/cells.md", course: "Biology")
    #expect(changed.sourceID == first.sourceID && changed.outcome == .newVersion(changed: other.passages))
    #expect(try library.sources().map(\.versionID) == [changed.versionID])
  }

  @Test("Notes are kept with the test that is made of them, or not at all")
  func together() throws {
    _ = try library.importSource(notes(Self.ribosome), path: "/notes/a.md", course: "Biology")
    let documents = [
      (path: "/notes/a.md", document: notes(Self.ribosome, Self.nucleus)),
      (path: "/notes/b.md", document: notes(Self.nucleus)),
    ]
    let preparation = try TestPreparation(
      library: library, documents: documents, course: "Physics", suggestion: "Notes")
    func createTest() throws -> String {
      try preparation.createTest(TestRequest(count: 1, seed: 1), title: nil, writer: .mock, allowsFallback: false)
    }
    let before = try library.sources()
    try library.write {
      try $0.execute(sql: "CREATE TRIGGER refusal BEFORE INSERT ON test BEGIN SELECT RAISE(ABORT, 'refused'); END")
    }
    #expect(throws: LibraryError.self) { try createTest() }
    #expect(try library.sources() == before && library.tests().isEmpty)
    try library.write { try $0.execute(sql: "DROP TRIGGER refusal") }
    let test = try createTest()
    #expect(try library.sources().map(\.course) == ["Physics", "Physics"])
    #expect(try library.documents(ofTest: test).map(\.document) == documents.map(\.document))
  }

  @Test("Text with quotes, control characters and SQL in it goes through unharmed", arguments: hostileTexts)
  func hostile(text: String) throws {
    let document = NoteDocument(
      title: text, contentHash: "h",
      passages: [
        Passage(
          id: text, headings: [text], topic: text, blocks: [Block(kind: .code, text: text, emphasised: [text], line: 1)]
        )
      ], glossary: [GlossaryEntry(term: text, definition: text, line: 1)])
    let brought = try library.importSource(document, path: "/n/\(text)", course: text)
    #expect(try library.documents(ofVersions: [brought.versionID]).map(\.document) == [document])
    #expect(try library.sources(course: text).map(\.path) == ["/n/\(text)"])
    #expect(try library.isWhole())
  }
}

/// Texts that a careless program would choke on.
let hostileTexts = [
  "'; DROP TABLE test; --", "\"quoted\" ? ?1 :name @x $y", "a\u{1}b", "\u{1B}[31mred\u{7}\u{9F}",
  "line\r\nline\u{2028}",
  "\u{202E}dlrow", "e\u{301} é 🧠‍🧑 睡眠", "%s %d \\u0000 \\", "{\"a\": [1]}", " ", "\u{FFFF}",
]
