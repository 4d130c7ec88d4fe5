import Foundation
import TestSupport
import Testing

@testable import PracticeTests

/// Exports as programs read them that are not ours.
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
