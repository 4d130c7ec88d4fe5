import ArgumentParser
import PracticeTests

/// `testlet another TEST NUMBER`.
struct Another: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "another", abstract: "Make one more question like one of a test, and add it to the test.")

  @OptionGroup var question: OneQuestion

  @OptionGroup var writer: WriterOptions

  @OptionGroup var options: GlobalOptions

  func run() async throws {
    let allowsFallback = writer.allowFallback
    try await writer.run(question, options) { generator, test, slot in
      try await generator.another(like: slot, in: test, allowsFallback: allowsFallback) { SlotNotes.tell($0) }
    }
  }
}
