import PracticeTests
import Terminal
import Testing

@testable import TestletApp

/// What can be taken back in the library, and what can't any more.
@Suite("Taking back in the library")
@MainActor
struct BankUndoTests {
  @Test("A replacement in a test that was deleted can't be taken back, and what was deleted before it can")
  func deletedTest() async throws {
    let app = try await AppDriver.withLibrary()
    let deleted = try #require(app.state.bank?.selected)
    app.press(.character("d"))
    try await app.wait(for: "9 questions")
    app.press(.character("r"))
    try await app.wait(for: "Replaced;")
    app.press(.escape, .character("d"), .tab, .enter, .character("b"))
    try await app.settle()
    app.press(.character("u"))
    try await app.settle()
    #expect(app.words.contains("can't be put back: the one in its place is in no test any more."))
    #expect(app.state.deletedQuestions == [DeletedQuestion(id: deleted.id)])
    app.press(.character("u"))
    #expect(app.effects == [.bank(.setQuestionDeleted(false, deleted.id))])
  }

  @Test("What could not be put back for now can be tried again")
  func again() async throws {
    let app = try await AppDriver.withLibrary()
    let question = DeletedQuestion(id: "old", replacement: "new")
    app.take(.bank(.takingBackFailed(question, "Another program holds the library.")))
    app.press(.character("u"))
    #expect(app.effects == [.bank(.takeBackReplacement(of: "old", by: "new"))])
  }

  @Test("A question that was changed is not taken back, nor are those that stood in its place before")
  func edited() async throws {
    let app = try await AppDriver.withLibrary()
    app.press(.enter)
    try await app.wait { $0.state.bank?.opened != nil }
    let question = try #require(app.state.bank?.opened?.question)
    var state = app.state
    let other = DeletedQuestion(id: "other", replacement: "another")
    state.deletedQuestions = [
      DeletedQuestion(id: "first", replacement: "second"), other,
      DeletedQuestion(id: "second", replacement: question.id),
    ]
    _ = state.update(.bank(.edited(question)))
    #expect(state.deletedQuestions == [other])
  }

  @Test("Only the end of making a question lets another be made; what fails beside it does not")
  func stillMaking() async throws {
    let app = try await AppDriver.withLibrary()
    var state = app.state
    _ = state.update(.bank(.moreAsked(.another)))
    _ = state.update(.bank(.failed("What you wrote is in /tmp/draft.")))
    #expect(state.making != nil)
    #expect(state.update(.keyPressed(.character("r"), at: app.now)).isEmpty)
    #expect(state.notice?.text == "Another question is still being written.")
    _ = state.update(.bank(.makingFailed("There is nothing else to ask.")))
    #expect(state.making == nil && state.notice?.text == "There is nothing else to ask.")
  }

  @Test("When no question can be made because of another, it is said, and the next can be asked for")
  func makingFails() async throws {
    let app = try AppDriver()
    try await app.wait(for: "Welcome to testlet")
    let path = try app.folder.write("What builds proteins? {=ribosomes ~vacuoles ~nuclei}", to: "cells.gift")
    let library = try Library(path: app.folder.file("testlet.sqlite"))
    _ = try FileImport(library: library, course: "Biology", title: nil).bring(path: path)
    app.press(.character("b"))
    try await app.wait { $0.state.bank?.selected != nil }
    app.take(.bank(.moreAsked(.another)))
    #expect(app.state.making != nil)
    try await app.wait { $0.state.making == nil }
    #expect(app.state.notice?.text == GenerationError.brought.sentence)
  }
}

extension AppDriver {
  /// The library with the ten questions of a sample test.
  static func withLibrary() async throws -> AppDriver {
    let app = try AppDriver(columns: 100, rows: 30)
    try await app.makeSampleTest()
    app.press(.escape, .character("b"))
    try await app.wait(for: "10 questions")
    return app
  }
}
