import ArgumentParser
import PracticeTests

/// `testlet replace TEST NUMBER`.
struct Replace: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replace", abstract: "Make another question in the place of one that you do not want.")

  @OptionGroup var question: OneQuestion

  @OptionGroup var writer: WriterOptions

  @OptionGroup var options: GlobalOptions

  func run() async throws {
    let allowsFallback = writer.allowFallback
    try await writer.run(question, options) { generator, test, slot in
      try await generator.replace(slot, of: test, allowsFallback: allowsFallback) { SlotNotes.tell($0) }
    }
  }
}
