import Foundation
import GRDB
import TestSupport
import Testing

@testable import PracticeTests

@Suite("What plain words can mean")
struct PlainKnowledgeTests {
  private static func text(_ title: String, _ topics: String...) -> String {
    let sections = topics.map {
      "## \($0)\n\nA **\($0.lowercased())** is a thing of which these notes tell in one sentence."
    }
    return "# \(title)\n\n" + sections.joined(separator: "\n\n")
  }

  @Test("Names come from the library and the folder; a file that is named is read as it is now")
  func reading() throws {
    let fixture = try LibraryFixture()
    let folder = try TemporaryFolder()
    let path = try folder.write(Self.text("Cells", "Ribosomes", "Vacuoles"), to: "cells.md")
    _ = try folder.write(Self.text("Week 3", "Osmosis", "Diffusion"), to: "week-3.md")
    _ = try folder.write("x", to: "picture.png")
    _ = try fixture.library.importSource(try NoteReader.read(path: path), path: path, course: "Biology")
    _ = try fixture.test(title: "Parts of cells")
    func knowledge(_ text: String) throws -> PlainKnowledge {
      try PlainKnowledge.read(for: text, library: fixture.library, folder: folder.path)
    }
    let known = try knowledge("quiz me on ribosomes")
    #expect(known.notes.map(\.name) == ["cells.md", "week-3.md"])
    #expect(known.notes[0].course == "Biology" && known.topics == ["Ribosomes", "Vacuoles"])
    #expect(known.tests.map(\.title) == ["Parts of cells"] && known.courses == ["Biology"])
    #expect(try knowledge("osmosis from week 3").topics.contains("Osmosis"))
    #expect(
      try PlainGrammar(knowledge("5 on osmosis from week-3.md")).action(for: "5 on osmosis from week-3.md").sentence
        == "Make 5 medium questions about Osmosis from week-3.md: multiple choice.")
    try Self.text("Cells", "Nucleus", "Vacuoles").write(toFile: path, atomically: true, encoding: .utf8)
    #expect(try knowledge("questions from cells.md").topics == ["Nucleus", "Vacuoles"])
    #expect(try knowledge("questions from \(path)").notes.count == 2)
  }

  @Test("Of a word that is no topic it is said which topic and which file write of it")
  func mentioned() async throws {
    let fixture = try LibraryFixture()
    let folder = try TemporaryFolder()
    let text = Self.text("Cells", "Ribosomes", "Vacuoles") + "\n\nTurgor pressures hold a plant upright."
    let path = try folder.write(text, to: "cells.md")
    _ = try fixture.library.importSource(try NoteReader.read(path: path), path: path, course: "Biology")
    let known = try PlainKnowledge.read(for: "", library: fixture.library, folder: folder.path)
    let words = PlainWords(known, router: nil, library: fixture.library)
    let mentions = [NoteMention(topic: "Vacuoles", note: "cells.md")]
    for name in ["turgor pressure", "Turgor"] {
      await #expect(throws: PlainWordsError.onlyMentioned(name, mentions)) {
        try await words.understand("5 questions on \(name)")
      }
    }
    #expect(
      PlainWordsError.onlyMentioned("turgor", mentions).sentence
        == "\"turgor\" is no topic, but notes write of it under \"Vacuoles\" (cells.md): name a topic or a file.")
    for name in ["pressure turgor", "dragons"] {
      await #expect(throws: PlainWordsError.unknownName(name, known: NameFinder(known).known)) {
        try await words.understand("5 questions on \(name)")
      }
    }
    #expect(try fixture.library.mentions(of: "the").isEmpty)
  }

  @Test("A name with accents is found in the notes, however either of them is written")
  func mentionedWithAccents() throws {
    let fixture = try LibraryFixture()
    let folder = try TemporaryFolder()
    let text = """
      # Physics

      ## Waves

      A **wave** obeys an equation that ERWIN SCHR\u{D6}DINGER wrote down.

      ## Atoms

      An **atom** is small, as Schroedinger and Bohr knew.
      """
    let path = try folder.write(text, to: "physics.md")
    _ = try fixture.library.importSource(try NoteReader.read(path: path), path: path, course: "Physics")
    let mentions = [NoteMention(topic: "Waves", note: "physics.md")]
    for name in ["Schr\u{F6}dinger", "Schro\u{308}dinger", "SCHR\u{D6}DINGER", "schrodinger"] {
      #expect(try fixture.library.mentions(of: name) == mentions, "\(name)")
    }
    #expect(try fixture.library.mentions(of: "b\u{F6}hr").map(\.topic) == ["Atoms"])
    #expect(try fixture.library.mentions(of: "schr\u{F6}der").isEmpty)
  }

  @Test("What questions are about that were brought in is known where figures are wanted, and not where a test is")
  func broughtTopics() async throws {
    let fixture = try LibraryFixture()
    let folder = try TemporaryFolder()
    let test = try fixture.test(slots: 3, course: "Geography")
    let topics = ["Rivers", "Rivers", "Deserts"]
    try await fixture.fill(
      test, topics.enumerated().map { Question.fixture("q\($0)", key: "key\($0)", topic: $1) })
    func knowledge(_ text: String) throws -> PlainKnowledge {
      try PlainKnowledge.read(for: text, library: fixture.library, folder: folder.path)
    }
    let said = "how well do I know rivers"
    let known = try knowledge(said)
    #expect(known.subjects == [.course("Geography"), .topic("Deserts"), .topic("Rivers")])
    #expect(known.topics.isEmpty)
    let grammar = PlainGrammar(known)
    #expect(try grammar.action(for: said).commandLine == "testlet stats --topic Rivers")
    #expect(try grammar.action(for: "how am I doing in geography").commandLine == "testlet stats --course Geography")
    #expect(throws: PlainWordsError.unknownName("rivers", known: ["Geography"])) {
      try grammar.action(for: "10 questions about rivers")
    }
    #expect(throws: PlainWordsError.unknownName("lakes", known: ["Geography", "Deserts", "Rivers"])) {
      try grammar.action(for: "how well do I know lakes")
    }
    let answer =
      #"{"action": "stats", "count": "", "difficulty": "", "formats": [], "topics": ["deserts"], "notes": [], "#
      + #""course": "", "test": "", "export": "", "words": ""}"#
    #expect(try PlainAnswer(answer, to: "deserts, any good?", grammar)?.action() == .showStats(.topic("Deserts")))
  }

  @Test("What questions are about is read from an index alone, however many there are")
  func subjectsByIndex() throws {
    let fixture = try LibraryFixture()
    let plan = try fixture.library.read { database in
      try Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN \(Library.subjectsOfQuestions)")
        .map { $0["detail"] as String }
    }
    #expect(plan.count == 1 && plan[0].contains("COVERING INDEX bankEntryBySubject"), "\(plan)")
  }

  @Test("A path outside of the folder is known when it is there")
  func paths() throws {
    let fixture = try LibraryFixture()
    let (here, elsewhere) = (try TemporaryFolder(), try TemporaryFolder())
    let path = try elsewhere.write(Self.text("Cells", "Ribosomes"), to: "cells.md")
    let said = "3 questions from \(path)"
    let known = try PlainKnowledge.read(for: said, library: fixture.library, folder: here.path)
    #expect(try PlainGrammar(known).action(for: said) == .makeTest(WantedTest(notes: [path], count: 3)))
    let gone = "3 questions from \(elsewhere.path)/gone.md"
    let less = try PlainKnowledge.read(for: gone, library: fixture.library, folder: here.path)
    #expect(throws: PlainWordsError.self) { try PlainGrammar(less).action(for: gone) }
  }

  @Test("A course stands for the notes in it that hold the topics")
  func course() {
    let known = PlainKnowledge.fixture
    #expect(known.paths(for: WantedTest(course: "Biology", topics: ["Osmosis"])) == ["/n/biology/week-3.md"])
    #expect(known.paths(for: WantedTest(course: "Physics")) == ["/n/physics/thermo.md"])
    #expect(known.paths(for: WantedTest(notes: ["/x"], course: "Physics")) == ["/x"])
    #expect(known.paths(for: WantedTest()).isEmpty)
  }
}
