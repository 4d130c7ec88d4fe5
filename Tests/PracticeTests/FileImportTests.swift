import Foundation
import GRDB
import TestSupport
import Testing

@testable import PracticeTests

@Suite("Bringing files into the library")
struct FileImportTests {
  let folder: TemporaryFolder
  let fixture: LibraryFixture
  var library: Library { fixture.library }

  init() throws {
    folder = try TemporaryFolder()
    fixture = try LibraryFixture()
  }

  private func bring(_ path: String, course: String? = "Biology", title: String? = nil) throws -> FileImport.Outcome {
    try FileImport(library: library, course: course, title: title).bring(path: path)
  }

  private func questions(_ outcome: FileImport.Outcome) throws -> ImportedQuestions {
    guard case .questions(let questions) = outcome else { throw POSIXError(.EINVAL) }
    return questions
  }

  private static let gift = """
    $CATEGORY: Cells

    What builds proteins in a cell? {=ribosomes ~vacuoles ~nuclei}

    Which is not an organelle? {=sugar ~vacuole ~all of the above}

    The powerhouse is the {=mitochondrion} of a cell.

    Match these. {=a -> b =c -> d}
    """

  @Test("What passes the gates becomes a test, marked as brought; the rest is listed")
  func questionsOfAFile() throws {
    let brought = try questions(bring(folder.write(Self.gift, to: "02-cell_parts.gift")))
    #expect(brought.checked.map(\.passes) == [true, false, true] && brought.reading.unread.count == 1)
    let test = try library.test(#require(brought.testID))
    #expect(test.title == "Cell parts" && test.course == "Biology" && test.status == .complete)
    #expect(test.questions.map(\.item.correctAnswer) == ["ribosomes", "mitochondrion"])
    #expect(test.questions.allSatisfy { $0.provenance.origin == .imported && $0.provenance.verified == nil })
    #expect(test.questions.allSatisfy { $0.topic == "Cells" && $0.grounding == nil })
    #expect(try library.bank(course: "Biology").count == 2)
    #expect(try library.questions(BankQuery(origin: .imported)).total == 2)
    #expect(try library.questions(BankQuery(text: "vacuoles")).total == 1)
    #expect(TestMarkdown.origin(of: test.questions[0]) == "Brought from a file, not verified")
    #expect(try library.isWhole())
  }

  @Test("What a question gives away of others of its file is told, and it is kept")
  func givenAway() throws {
    let gift =
      "What builds proteins? {=ribosomes ~vacuoles ~nuclei}\n\nWhere are ribosomes made? {=nucleolus ~cytoplasm ~wall}"
    let brought = try questions(bring(folder.write(gift, to: "cells.gift")))
    #expect(brought.checked.map { $0.violations.map(\.gate) } == [[], [.crossCue]])
    let kept = try library.test(#require(brought.testID)).questions
    #expect(kept.map(\.item.correctAnswer) == ["ribosomes", "nucleolus"])
  }

  @Test("A course that is named joins the one that is called so but for capitals and accents")
  func sameCourse() throws {
    let gift = try folder.write(Self.gift, to: "a.gift")
    let notes = try folder.write("# Cells\n\nA **ribosome** is the part of a cell that makes its proteins.", to: "a.md")
    #expect(try questions(bring(gift, course: "Biolog\u{ED}a")).course == "Biolog\u{ED}a")
    _ = try bring(notes, course: "biologia")
    #expect(try library.sources(course: "Biolog\u{ED}a").count == 1)
    #expect(try TestPreparation(library: library, notes: [notes], course: "BIOLOGIA").course == "Biolog\u{ED}a")
    #expect(try TestPreparation(library: library, notes: [], course: "BIOLOGIA").course == "Biolog\u{ED}a")
    #expect(try questions(bring(gift, course: "Chemistry")).course == "Chemistry")
  }

  @Test("The same questions are not kept twice in a course, but in another")
  func twice() throws {
    let path = try folder.write(Self.gift, to: "a.gift")
    #expect(try questions(bring(path)).testID != nil)
    let again = try questions(bring(path))
    #expect(again.testID == nil)
    #expect(
      again.checked.allSatisfy { checked in checked.violations.contains { $0.gate == .duplicate } || !checked.passes })
    #expect(again.areAllKnown == false)
    #expect(try questions(bring(path, course: "Chemistry")).testID != nil)
    #expect(try library.tests().count == 2)
    // Of several courses that have them it is the first by name.
    #expect(try questions(bring(path, course: nil)).course == "Biology")
    #expect(try library.tests().count == 2)
  }

  @Test("Questions are not all known where something beside them could not be read")
  func unreadBesideKnown() throws {
    let known = "What builds proteins in a cell? {=ribosomes ~vacuoles ~nuclei}"
    let path = try folder.write(known, to: "a.gift")
    #expect(try questions(bring(path)).testID != nil)
    #expect(try questions(bring(path)).areAllKnown)
    let more = try questions(bring(folder.write("\(known)\n\nMatch these. {=a -> b =c -> d}", to: "b.gift")))
    #expect(more.testID == nil && more.reading.unread.count == 1 && !more.areAllKnown)
  }

  @Test("Where no course is named, questions go to that which has most of them, else to that of their folder's name")
  func courseOfQuestions() throws {
    let new = try folder.write("What stores water in a plant cell? {=vacuoles}", to: "new.gift")
    let own = URL(filePath: folder.path).lastPathComponent
    #expect(try questions(bring(folder.write(Self.gift, to: "a.gift"))).course == "Biology")
    #expect(try questions(bring(new, course: nil)).course == own)
    let more = "\(Self.gift)\n\nWhat captures light in a leaf? {=chloroplasts}"
    let joined = try questions(bring(folder.write(more, to: "more.gift"), course: nil))
    #expect(joined.course == "Biology" && joined.checked.filter(\.passes).count == 1 && !joined.areAllKnown)
    #expect(try library.course(knowing: []) == nil)
  }

  @Test(
    "A test that was taken away is known when it comes back in whatever format, and not doubled in its course",
    arguments: [ExportFormat.json, .gift, .moodleXML, .csv, .anki], ["Biology", nil] as [String?])
  func known(format: ExportFormat, course: String?) throws {
    let items = [
      choice("What builds proteins in a cell?", "ribosomes", ["vacuoles", "nuclei"], rationale: "They link acids."),
      Item(
        format: .cloze, prompt: "The powerhouse is the ____ of a cell.", correctAnswer: "mitochondrion",
        acceptedAnswers: ["mitochondria"]),
      Item(format: .shortAnswer, prompt: "What pumps blood through the body?", correctAnswer: "heart"),
      Item(
        format: .trueFalse, prompt: "Chloroplasts capture light.", choices: ["True", "False"], correctIndex: 0,
        correctAnswer: "True"),
    ]
    let original = try questions(bring(folder.write(ExportFormat.json.document(.fixture(items)).text, to: "t.json")))
    let test = try library.test(#require(original.testID))
    #expect(test.questions.map(\.item) == items)
    let ending = format == .anki ? "txt" : format.rawValue
    let path = try folder.write(format.document(test).text, to: "back.\(ending)")
    let back = try questions(bring(path, course: course))
    #expect(back.course == "Biology" && back.testID == nil && back.areAllKnown && back.checked.count == items.count)
    #expect(try library.bank(course: "Biology").count == items.count)
    #expect(try library.tests().map(\.id) == [test.id])
  }

  @Test("An exported test is brought back as it was", arguments: [ExportFormat.json, .gift, .moodleXML, .csv, .anki])
  func exported(format: ExportFormat) async throws {
    let items = [
      choice("What builds proteins in a cell?", "ribosomes", ["vacuoles", "nuclei"], rationale: nil),
      Item(
        format: .cloze, prompt: "The powerhouse is the ____ of a cell.", correctAnswer: "mitochondrion",
        acceptedAnswers: ["mitochondria"]),
      Item(
        format: .trueFalse, prompt: "Chloroplasts capture light.", choices: ["True", "False"], correctIndex: 0,
        correctAnswer: "True"),
    ]
    let text = format.document(.fixture(items)).text
    let brought = try questions(bring(folder.write(text, to: "t.\(format == .anki ? "txt" : format.rawValue)")))
    #expect(brought.checked.allSatisfy { $0.passes }, "\(brought.checked.flatMap(\.violations))")
    #expect(try library.test(#require(brought.testID)).questions.map(\.item) == items)
  }

  @Test("A test in JSON comes back under its title and in its course, unless others are named")
  func titleAndCourse() throws {
    let test = StoredTest.fixture([choice("What builds proteins in a cell?", "ribosomes", ["vacuoles", "nuclei"])])
    let text = ExportFormat.json.document(test).text
    let path = try folder.write(text, to: "export.json")
    let own = try questions(bring(path, course: nil))
    #expect(own.course == "Biology")
    #expect(try library.test(#require(own.testID)).title == "Cells / 1")
    #expect(try library.test(#require(own.testID)).course == "Biology")
    let named = try questions(bring(path, course: "Other", title: "Mine"))
    #expect(try library.test(#require(named.testID)).title == "Mine" && named.course == "Other")
    let several = QuestionReader.read("[\(text), \(text)]")
    #expect(several.questions.count == 2 && several.title == nil && several.course == nil)
    #expect(QuestionReader.read("{\"title\": \" \", \"questions\": []}").title == nil)
  }

  @Test("The tags that a file gives its questions are kept, found, and taken away again")
  func tags() throws {
    let xml = """
      <quiz><question type="shortanswer">
      <questiontext format="plain_text"><text>What pumps blood through the body?</text></questiontext>
      <answer fraction="100"><text>heart</text></answer>
      <tags><tag><text>week  2</text></tag><tag><text>bloom::apply</text></tag><tag><text>exam</text></tag></tags>
      </question></quiz>
      """
    let brought = try questions(bring(folder.write(xml, to: "heart.xml")))
    let test = try library.test(#require(brought.testID))
    #expect(test.slots.map(\.tags) == [["exam", "week 2"]] && test.questions.map(\.bloom) == [.apply])
    #expect(try library.bankFacets().tags == ["exam", "week 2"])
    #expect(try library.questions(BankQuery(tag: "week 2")).total == 1)
    for format in [ExportFormat.json, .moodleXML, .csv, .anki] {
      let back = QuestionReader.read(format.document(test).text).questions
      #expect(back.map(\.tags) == [["exam", "week 2"]], "\(format)")
    }
  }

  @Test("Notes stay notes, also with a few questions at their end; a quiz in plain text is one")
  func notesOrQuestions() throws {
    let prose = "# Cells\n\n" + String(repeating: "A **ribosome** is a particle that builds proteins. ", count: 20)
    let quiz = "1. What builds proteins in a cell?\nA) ribosomes\nB) vacuoles\nC) nuclei\nAnswer: A\n"
    guard case .notes(let notes) = try bring(folder.write("\(prose)\n\n## Review\n\n\(quiz)", to: "cells.md")) else {
      Issue.record("Notes were taken for questions")
      return
    }
    #expect(notes.outcome == .new && notes.course == "Biology" && !notes.document.passages.isEmpty)
    #expect(try library.sources(course: "Biology").map(\.title) == ["Cells"])
    #expect(try questions(bring(folder.write(quiz, to: "quiz.md"))).testID != nil)
  }

  @Test("What a chat model wrote is a quiz, with the words around it; a sample in notes is none")
  func chat() throws {
    let quiz = [
      ("What builds proteins in a cell?", "A) Ribosomes"), ("What stores water in a plant cell?", "B) Vacuoles"),
    ]
    .map { asked, key in
      "### Question\n**\(asked)**\n\n- A) Ribosomes\n- B) Vacuoles\n- C) Nuclei\n\n"
        + "**Correct answer:** \(key)\n\n**Explanation:** That is what they do.\n\n---\n"
    }
    let words = "\nLet me know if you want more of them! I can also write short answers, or explain what you missed.\n"
    let answer = try folder.write("Sure! Here are the questions:\n\n\(quiz.joined())\(words)", to: "answer.md")
    #expect(try questions(bring(answer)).checked.filter(\.passes).count == 2)
    let fenced = "Here is the file:\n\n```gift\n\(Self.gift)\n```\n\nSave it as quiz.gift."
    let inFence = try questions(bring(folder.write(fenced, to: "fenced.md"), course: "Other"))
    #expect(inFence.checked.count == 3 && inFence.testID != nil)
    let prose =
      "# Formats\n\n" + String(repeating: "A **table** is a list of rows that share their columns. ", count: 20)
    let sample = "\(prose)\n\n```\nquestion,answer\nWho builds proteins?,the ribosome\n```\n"
    guard case .notes(let notes) = try bring(folder.write(sample, to: "formats.md")) else {
      Issue.record("Notes with a sample in them were taken for questions")
      return
    }
    #expect(notes.questionsInIt == 1)
  }

  @Test("Of several that bring one file at once, one keeps its questions, and the others find them", arguments: 0..<10)
  func atOnce(round: Int) async throws {
    let path = try folder.write(Self.gift, to: "cells.gift")
    let tests = try await withThrowingTaskGroup(of: String?.self) { group in
      for _ in 0..<4 {
        let library = try fixture.reopened()
        group.addTask {
          let outcome = try FileImport(library: library, course: "Biology", title: nil).bring(path: path)
          guard case .questions(let brought) = outcome else { return nil }
          return brought.testID
        }
      }
      return try await group.reduce(into: [String?]()) { $0.append($1) }
    }
    #expect(tests.count { $0 != nil } == 1)
    #expect(try library.tests().count == 1 && library.questions().total == 2)
    #expect(try library.isWhole())
  }

  @Test("A library from before questions could be brought is brought up to date, with all that is in it")
  func migration() async throws {
    let id = try await fixture.filledTest()
    let before = try library.test(id)
    let path = folder.file("older.sqlite")
    try fixture.makeOlder(path, upTo: "answers and reviews")
    let updated = try LibraryFixture.open(path)
    #expect(try updated.test(id) == before)
    #expect(try updated.isWhole())
    let brought = try FileImport(library: updated, course: "Biology", title: nil)
      .bring(path: folder.write(Self.gift, to: "a.gift"))
    #expect(try questions(brought).testID != nil)
    #expect(try updated.questions().total == 5)
    let keys = try updated.read { try String.fetchAll($0, sql: "SELECT correctAnswer FROM bankEntry") }
    #expect(keys.sorted() == ["mitochondrion", "nucleus", "ribosome", "ribosomes", "vacuole"])
  }
}
