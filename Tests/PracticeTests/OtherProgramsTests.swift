import Foundation
import TestSupport
import Testing

@testable import PracticeTests

/// Exports as programs read them that are not ours, or that are built as another program is.
@Suite("Exports in other programs", .enabled(if: PythonServer.isWanted, "\(PythonServer.skipReason)"))
struct OtherProgramsTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private struct GIFTQuestion: Decodable {
    struct Option: Decodable, Equatable {
      var text: String
      var weight: Double
    }
    var text: String
    var kind: String
    var options: [Option]
  }

  @Test("A GIFT parser reads every question and its key")
  func gift() throws {
    // It knows no feedback on essays, and leaves backslashes in answers as they are; braces in feedback end it.
    let items = items(with: "two: three").filter { $0.format != .explanation }
    let path = try folder.write(ExportFormat.gift.document(.fixture(items)).text, to: "t.gift")
    let read = try JSONDecoder().decode([GIFTQuestion].self, from: PythonScript.output("gift-questions.py", path))
    #expect(read.map(\.text) == items.map { "[plain]\($0.prompt)" })
    #expect(read.map(\.kind) == ["MultipleChoiceRadio", "TrueFalse", "TrueFalse", "Short", "Short"])
    for (item, question) in zip(items, read) where item.format == .multipleChoice {
      let texts = question.options.map { $0.text.replacing("\\:", with: ":") }
      #expect(texts == item.choices && question.options.map(\.weight) == [0, 1, 0, 0])
    }
    #expect(read[1].options.map(\.text) == ["False"] && read[2].options.map(\.text) == ["True"])
    #expect(read[3].options.count == 3 && read[3].options.allSatisfy { $0.weight == 1 })
  }

  private struct MoodleQuestion: Decodable {
    struct Answer: Decodable, Equatable {
      var text: String
      var fraction: Double
      var feedback = ""
    }
    var type: String
    var category: [String]
    var name: String
    var text: String
    var format: String
    var feedback: String
    var single: Bool?
    var shuffle: Bool?
    var caseMatters: Bool?
    var answers: [Answer]
    var graderInfo: String
    var tags: [String]
  }

  /// What Moodle grades by: the options or the accepted answers with what each is worth, in percent.
  private func answers(_ item: Item) -> [MoodleQuestion.Answer] {
    switch item.format {
    case .multipleChoice:
      item.choices.enumerated().map { .init(text: $1, fraction: $0 == item.correctIndex ? 100 : 0) }
    case .trueFalse:
      ["true", "false"].map { .init(text: $0, fraction: $0 == item.correctAnswer.lowercased() ? 100 : 0) }
    case .cloze, .shortAnswer:
      ([item.correctAnswer] + item.acceptedAnswers).map { .init(text: $0, fraction: 100) }
    case .explanation: []
    }
  }

  @Test("A reader with the structure of Moodle's importer takes every question of every format as it is")
  func moodle() throws {
    var test = StoredTest.fixture(trickyTexts.flatMap(items))
    for index in test.slots.indices.prefix(3) { test.slots[index].tags = ["exam", "week 2 & <3>"] }
    let path = try folder.write(ExportFormat.moodleXML.document(test).text, to: "t.xml")
    let read = try JSONDecoder().decode([MoodleQuestion].self, from: PythonScript.output("moodle-questions.py", path))
    #expect(read.count == test.questions.count)
    for (slot, question) in zip(test.inReadingOrder, read) {
      let written = try #require(slot.question)
      let item = written.item
      #expect(question.type == Self.moodleTypes[item.format], "\(item)")
      #expect(question.category == ["Cells / 1", written.topic])
      #expect(question.text == item.prompt && question.format == "plain_text", "\(item)")
      #expect(question.feedback == item.rationale ?? "" && question.answers == answers(item), "\(item)")
      let isChoice = item.format == .multipleChoice
      #expect(question.single == (isChoice ? true : nil) && question.shuffle == (isChoice ? false : nil))
      #expect(question.caseMatters == (question.type == "shortanswer" ? false : nil))
      let points = item.keyPoints.map { "- \($0.replacing("\n", with: " "))" }
      #expect(
        question.graderInfo == (points.isEmpty ? "" : ([item.correctAnswer, ""] + points).joined(separator: "\n")))
      #expect(question.tags == ["bloom::analyze", "difficulty::hard"] + slot.tags)
    }
  }

  private static let moodleTypes: [QuestionFormat: String] = [
    .multipleChoice: "multichoice", .trueFalse: "truefalse", .cloze: "shortanswer", .shortAnswer: "shortanswer",
    .explanation: "essay",
  ]

  private struct AnkiNoteRead: Decodable {
    var type: String
    var fields: [String]
    var tags: [String]
    var deck: String
    var question: String
  }

  @Test("Anki's own library brings in every note, with its type, its tag and its deck")
  func anki() throws {
    let items = trickyTexts.flatMap(items)
    let path = try folder.write(ExportFormat.anki.document(.fixture(items, title: "My cells")).text, to: "t.txt")
    let notes = try JSONDecoder().decode([AnkiNoteRead].self, from: PythonScript.output("anki-notes.py", path))
    #expect(notes.map(\.type) == items.map { $0.format == .cloze ? "Cloze" : "Basic" })
    #expect(notes.allSatisfy { $0.deck == "My cells" && $0.fields.count == 2 })
    let tags = [["Cells"], ["Tissue_/_skin"]].map { Set($0 + ["bloom::analyze", "difficulty::hard"]) }
    #expect(notes.prefix(2).map { Set($0.tags) } == tags)
    // Anki keeps notes in an order of its own.
    let shown = notes.map { HTMLText.plain($0.question) }
    for item in items {
      let isThere = shown.contains { text in
        item.format == .cloze
          ? text.contains("[...] now.") : text.contains(item.prompt) && item.choices.allSatisfy(text.contains)
      }
      #expect(isThere, "\(item.prompt)")
    }
    let clozes = zip(notes, shown).filter { $0.0.type == "Cloze" }
    #expect(clozes.allSatisfy { $1.contains("[...]") })
  }
}
