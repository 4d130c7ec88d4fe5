import Foundation
import LanguageModels
import Testing

@testable import testlet

@Suite("What commands print")
struct OutputTests {
  @Test("Columns begin at one place, whatever signs are in them, and no sign is cut")
  func columns() {
    let lines = Output.aligned([
      ["id", "model", "state"], ["e\u{301}te\u{301}", "\u{1F9EA}", "ready"], ["\u{65E5}\u{672C}", "a", "gone"],
    ])
    // A wide sign takes two columns, an accent none.
    #expect(
      lines == ["id    model  state", "e\u{301}te\u{301}   \u{1F9EA}     ready", "\u{65E5}\u{672C}  a      gone"])
  }

  @Test("Nothing unseen is printed, tabs part words as spaces do, and what joins letters stays")
  func plain() {
    let unseen = "\u{200B}\u{200E}\u{200F}\u{61C}\u{FEFF}\u{E0041}\u{202E}\u{2066}\u{1B}\u{AD}"
    #expect(Output.plain("ribo\(unseen)some") == "ribosome")
    #expect(Output.plain("one\ttwo\r\nthree") == "one two\nthree")
    #expect(Output.plain("\u{645}\u{6CC}\u{200C}\u{62E}") == "\u{645}\u{6CC}\u{200C}\u{62E}")
    #expect(Output.cell("my  notes.md\nb") == "my  notes.md b")
  }
}

@Suite("How the program ends")
struct EndingTests {
  /// What no command throws by intent.
  private struct Fault: Error, CustomStringConvertible {
    var description = "index\n7"
  }

  @Test("A fault of ours is one sentence with code 70, without advice about arguments")
  func fault() {
    let sentence = "Something failed in testlet itself, which is a fault of ours (index 7)."
    #expect(Ending(Fault()) == Ending(sentence: sentence, code: 70))
    #expect(Ending(CocoaError(.fileReadUnknown)).code == 70)
  }

  @Test("Errors that are thought of keep their sentences and codes")
  func others() throws {
    #expect(Ending(UsageError("Name a test.")) == Ending(sentence: "Name a test.", code: 64))
    #expect(Ending(CancellationError()) == Ending(sentence: nil, code: 130))
    let wrong = try #require(throws: (any Error).self) { try Testlet.parseAsRoot(["list", "--nothing"]) }
    let ending = Ending(wrong)
    #expect(ending.code == 64 && ending.sentence?.hasSuffix("(see `testlet --help`)") == true)
  }
}
