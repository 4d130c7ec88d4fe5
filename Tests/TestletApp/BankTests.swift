import PracticeTests
import Terminal
import Testing

@testable import TestletApp

@Suite("Library")
@MainActor
struct BankTests {
  /// The library with the ten questions of a sample test.
  private func open(columns: Int = 100, rows: Int = 30) async throws -> AppDriver {
    let app = try AppDriver(columns: columns, rows: rows)
    try await app.makeSampleTest()
    app.press(.escape, .character("b"))
    try await app.wait(for: "10 questions")
    return app
  }

  @Test("Questions are found as one types, and opened with their answers")
  func search() async throws {
    let app = try await open()
    let prompt = try #require(app.state.bank?.entries?.last?.prompt)
    let word = try #require(prompt.split(separator: " ").max { $0.count < $1.count }).filter(\.isLetter)
    app.press(.character("/"))
    app.type(String(word.prefix(6)))
    try await app.wait { $0.state.bank?.isReading == false && $0.state.bank?.total ?? 10 < 10 }
    #expect(app.state.bank?.entries?.contains { $0.prompt == prompt } == true)
    app.press(.enter, .enter)
    try await app.wait { $0.state.bank?.opened != nil }
    #expect(app.screen.contains("(✓)"))
    #expect(!app.screen.contains("No answer given"))
    app.press(.escape, .escape, .escape)
    try await app.wait(for: "Home")
  }

  @Test("A question is taken out, and put back where it was")
  func undo() async throws {
    let app = try await open()
    app.press(.down, .down)
    let entry = try #require(app.state.bank?.selected)
    app.press(.character("u"))
    #expect(app.screen.contains("There is no deleted question to put back."))
    app.press(.character("d"))
    try await app.wait(for: "9 questions")
    #expect(app.state.bank?.entries?.contains { $0.id == entry.id } == false)
    app.press(.character("u"))
    try await app.wait(for: "10 questions")
    #expect(app.state.bank?.entries?[2] == entry)
  }

  @Test("After a deletion that was taken back the question that came back is the selected one")
  func selectsWhatCameBack() async throws {
    let app = try await open()
    app.press(.end)
    let last = try #require(app.state.bank?.selected)
    app.press(.character("d"))
    try await app.wait(for: "9 questions")
    app.press(.home, .down, .down)
    let other = try #require(app.state.bank?.selected)
    app.press(.character("d"))
    try await app.wait(for: "8 questions")
    app.press(.character("u"))
    try await app.wait(for: "9 questions")
    #expect(app.state.bank?.selected == other)
    app.press(.character("u"))
    try await app.wait(for: "10 questions")
    #expect(app.state.bank?.selected == last)
  }

  @Test("A question that was deleted is put back also after one went elsewhere and came again")
  func laterUndo() async throws {
    let app = try await open()
    app.press(.down, .down)
    let entry = try #require(app.state.bank?.selected)
    app.press(.character("d"), .character("d"))
    try await app.wait(for: "9 questions")
    app.press(.escape, .character("b"))
    try await app.wait { $0.state.bank?.total == 9 }
    app.press(.character("u"))
    try await app.wait { $0.state.bank?.total == 10 }
    #expect(app.state.bank?.selected == entry && app.state.deletedQuestions.isEmpty)
  }

  @Test("A question that was deleted before the app was started is put back too")
  func undoOfEarlier() async throws {
    let app = try await open()
    app.press(.down, .down)
    let entry = try #require(app.state.bank?.selected)
    try Library(path: app.folder.file("testlet.sqlite")).setDeleted(true, question: entry.id)
    app.press(.escape, .character("b"))
    try await app.wait { $0.state.bank?.total == 9 && $0.state.bank?.lastDeleted == entry.id }
    app.press(.character("u"))
    try await app.wait { $0.state.bank?.total == 10 }
    #expect(app.state.bank?.selected == entry)
    app.press(.character("u"))
    #expect(app.screen.contains("There is no deleted question to put back.") && app.effects.isEmpty)
  }

  @Test("One key clears the search and the filters, and says so where there are none")
  func clearing() async throws {
    let app = try await open()
    app.press(.character("c"))
    #expect(app.screen.contains("There is no search and no filter to clear.") && app.effects.isEmpty)
    let entry = try #require(app.state.bank?.entries?[4])
    app.press(.character("f"), .down, .down, .right, .escape, .character("/"))
    app.type(entry.prompt)
    app.press(.enter)
    try await app.wait { $0.state.bank?.isReading == false }
    let found = try #require(app.state.bank?.selected)
    app.press(.character("c"))
    try await app.wait { $0.state.bank?.isReading == false }
    #expect(app.state.bank?.query == BankQuery() && app.state.bank?.search.isEmpty == true)
    #expect(app.state.bank?.total == 10 && app.state.bank?.selected == found)
    app.press(.character("f"), .down, .down, .down, .down, .right)
    try await app.wait { $0.state.bank?.total == 0 }
    app.press(.character("c"))
    try await app.wait(for: "10 questions")
    #expect(app.state.bank?.filters?.lines.allSatisfy { $0.picker.selection == 0 } == true)
  }

  @Test("What an empty library says is seen whole on the smallest screen")
  func smallAndEmpty() async throws {
    let app = try AppDriver(columns: 40, rows: 12)
    try await app.wait(for: "Welcome to testlet")
    app.press(.character("b"))
    try await app.wait { $0.state.bank?.entries != nil }
    #expect(app.words.contains("There is no question yet: make a test first."))
    app.press(.character("/"))
    app.type("dragons")
    app.press(.enter)
    try await app.wait { $0.state.bank?.isReading == false }
    #expect(app.words.contains("No question is like that. Press c to see all questions again."))
  }

  @Test("Tags are given, shown and filtered by")
  func tags() async throws {
    let app = try await open()
    app.press(.down, .character("t"))
    app.type("exam, week 2")
    app.press(.enter)
    try await app.wait(for: "#exam #week 2")
    try await app.wait { $0.state.bank?.facets.tags == ["exam", "week 2"] }
    app.press(.character("f"), .end, .right)
    try await app.wait { $0.state.bank?.total == 1 }
    #expect(app.screen.contains("1 question, tag exam"))
    app.press(.escape, .character("t"), .control("u"), .enter)
    try await app.wait { $0.state.bank?.total == 0 }
    #expect(app.screen.contains("No question is like that."))
  }

  @Test("Filters by writer and format follow at once")
  func filters() async throws {
    let app = try await open()
    app.press(.character("f"), .down, .down, .down, .down, .right)
    try await app.wait { $0.state.bank?.total == 0 }
    #expect(app.screen.contains("by a model"))
    app.press(.right)
    try await app.wait(for: "10 questions, built in")
  }

  @Test("More of a long list is read before its end is reached")
  func pages() async throws {
    let app = try await open()
    let entries = try #require(app.state.bank?.entries)
    let page = BankPage(entries: entries, total: 1_000, next: .before(entries[9].number))
    app.take(.bank(.read(BankQuery(), page, isMore: false)))
    app.press(.down)
    #expect(app.effects == [.bank(.searchBank(BankQuery(), from: .before(entries[9].number), limit: 200))])
    app.press(.down)
    #expect(app.effects.isEmpty)
  }

  @Test("While the list is read again no more of it is asked for")
  func readingAgain() async throws {
    let app = try await open()
    let entries = try #require(app.state.bank?.entries)
    let page = BankPage(entries: entries, total: 1_000, next: .before(entries[9].number))
    app.take(.bank(.read(BankQuery(), page, isMore: false)))
    app.take(.bank(.changed))
    #expect(app.effects.contains(.bank(.searchBank(BankQuery(), from: nil, limit: 200))))
    app.press(.down)
    #expect(app.effects.isEmpty)
  }

  @Test(
    "Opening or going on calls off going to what is put back; so does a failure",
    arguments: [BankAction.opened, .stepped(1), .failed("The disk is full.")])
  func staysWhereOneWent(action: BankAction) async throws {
    let app = try await open()
    for begun in [BankAction.moved(.end), .deletionAsked] { app.take(.bank(begun)) }
    try await app.wait { $0.state.bank?.total == 9 }
    for begun in [BankAction.moved(.home), .undoAsked, action] { app.take(.bank(begun)) }
    let here = try #require(app.state.bank?.selected)
    try await app.wait { $0.state.bank?.total == 10 }
    #expect(app.state.bank?.selected == here)
  }

  @Test("A question is changed in the editor when the gates allow it; else it says why, and where the text is")
  func edited() async throws {
    let app = try await open()
    let old = try #require(app.state.bank?.selected)
    app.editor.willDo {
      $0.replacing(
        /\nExplanation:[\s\S]*?\n\nQuote:/,
        with: "\nExplanation: The notes say so in the sentence that is quoted here.\n\nQuote:")
    }
    app.press(.enter)
    try await app.wait { $0.state.bank?.opened != nil }
    app.press(.character("e"))
    try await app.wait(for: "Changed; its earlier versions are kept.")
    #expect(app.state.bank?.opened?.question.item.rationale?.hasPrefix("The notes say so") == true)
    #expect(app.state.bank?.opened?.question.revision == 2 && app.state.bank?.selected?.id == old.id)
    app.editor.willDo { $0.replacing(/\nQuote:[\s\S]*/, with: "\nQuote: Nowhere in the notes at all.") }
    app.press(.character("e"))
    try await app.wait(for: "What you wrote is in /tmp/draft.")
    app.editor.willDo { "Stray words.\n\($0)" }
    app.press(.character("e"))
    try await app.wait { $0.state.notice?.text.contains("Line 1 can't be read (\"Stray words\")") == true }
    #expect(app.state.notice?.text.hasSuffix("What you wrote is in /tmp/draft.") == true)
    #expect(app.state.bank?.opened?.question.revision == 2)
  }

  /// A text with single blanks.
  private func words(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test(
    "Until an exam is handed in nothing tells what is right of its questions, and why is said",
    arguments: [Size(columns: 100, rows: 30), Size(columns: 40, rows: 12)])
  func inOpenExam(size: Size) async throws {
    let app = try AppDriver(columns: 100, rows: 30)
    let sentence = "Part of an exam you have begun: the answer shows when it is handed in."
    try await app.makeSampleTest()
    app.press(.enter)
    try await app.wait(for: "Question 1 of 10")
    app.press(.character("f"), .escape)
    try await app.wait(for: "0 of 10 answered")
    app.press(.character("b"))
    try await app.wait { $0.state.bank?.entries?.count == 10 }
    app.take(.resized(size))
    app.press(.character("e"))
    #expect(app.effects.isEmpty && app.words.contains(sentence))
    app.press(.enter)
    for _ in 0..<10 {
      try await app.wait { $0.state.bank?.opened?.question.id == $0.state.bank?.selected?.id }
      let bank = try #require(app.state.bank)
      let question = try #require(bank.opened?.question)
      let text = words(app.state.bankRows(bank).map { $0.map(\.text).joined() }.joined(separator: " "))
      #expect(text.contains("( ) A") == !question.item.choices.isEmpty && text.hasSuffix(sentence))
      #expect(!text.contains("✓") && !text.contains("│"))
      let rationale = try #require(question.item.rationale)
      #expect(!text.contains(words(rationale)))
      app.press(.character("e"))
      #expect(app.effects.isEmpty && app.words.contains(sentence))
      app.press(.character("n"))
    }
    app.take(.resized(Size(columns: 100, rows: 30)))
    app.press(.escape, .escape, .enter)
    try await app.wait(for: "Question 1 of 10")
    app.press(.character("s"), .tab, .enter)
    try await app.wait { $0.state.results != nil }
    app.say("library")
    try await app.wait { $0.state.bank?.entries?.count == 10 }
    app.press(.enter)
    try await app.wait { $0.state.bank?.opened != nil }
    #expect(app.state.bank?.inOpenExams.isEmpty == true && !app.words.contains(sentence))
    let bank = try #require(app.state.bank)
    let rationale = try #require(bank.opened?.question.item.rationale)
    #expect(
      words(app.state.bankRows(bank).map { $0.map(\.text).joined() }.joined(separator: " ")).contains(words(rationale)))
  }

  @Test("Of a question that was brought in it is said at once that no other can be made; it is edited as others are")
  func brought() async throws {
    let app = try AppDriver(columns: 100, rows: 30)
    try await app.wait(for: "Welcome to testlet")
    let path = try app.folder.write(
      "What builds proteins in a cell? {=ribosomes ~vacuoles ~nuclei}", to: "cells.gift")
    let library = try Library(path: app.folder.file("testlet.sqlite"))
    _ = try FileImport(library: library, course: "Biology", title: nil).bring(path: path)
    app.press(.character("b"))
    try await app.wait { $0.state.bank?.entries?.count == 1 }
    func refuses(_ key: Key) -> Bool {
      app.press(key)
      return app.effects.isEmpty && app.state.notice?.text == GenerationError.brought.sentence
    }
    #expect(refuses(.character("r")) && refuses(.character("+")))
    app.press(.enter)
    try await app.wait { $0.state.bank?.opened != nil }
    #expect(refuses(.character("r")) && refuses(.character("+")) && app.state.making == nil)
    app.editor.willDo { $0.replacing("What builds proteins in a cell?", with: "What builds the proteins of a cell?") }
    app.press(.character("e"))
    try await app.wait(for: "Changed; its earlier versions are kept.")
    #expect(app.state.bank?.opened?.question.item.prompt == "What builds the proteins of a cell?")
  }

  @Test("Another question is made in the place of one, or beside it")
  func oneMore() async throws {
    let app = try await open()
    let old = try #require(app.state.bank?.selected)
    app.press(.character("r"))
    try await app.wait(for: "Replaced;")
    try await app.wait {
      $0.state.bank?.isReading == false && $0.state.bank?.entries?.contains { $0.id == old.id } == false
    }
    #expect(app.state.bank?.total == 10)
    app.press(.character("+"))
    try await app.wait(for: "11 questions")
  }

  @Test("A question that was made in the place of one is seen whatever was searched for, and a key swaps them back")
  func replacementTakenBack() async throws {
    let app = try await open()
    let old = try #require(app.state.bank?.selected)
    app.press(.character("/"))
    app.type(old.prompt)
    app.press(.enter)
    try await app.wait { $0.state.bank?.isReading == false && $0.state.bank?.selected?.id == old.id }
    app.press(.enter)
    try await app.wait { $0.state.bank?.opened != nil }
    app.press(.character("r"))
    try await app.wait(for: "Replaced;")
    try await app.wait { $0.state.bank?.isReading == false && $0.state.bank?.selected?.id != old.id }
    let new = try #require(app.state.bank?.opened?.question.id)
    #expect(app.state.bank?.selected?.id == new && app.state.bank?.total == 10 && app.state.bank?.isNarrowed == false)
    app.press(.character("u"))
    try await app.wait { $0.state.bank?.isReading == false && $0.state.bank?.selected?.id == old.id }
    #expect(app.state.bank?.opened?.question.id == old.id && app.state.bank?.total == 10)
    #expect(app.state.bank?.entries?.contains { $0.id == new } == false && app.state.deletedQuestions.isEmpty)
  }
}
