import ArgumentParser
import PracticeTests
import Terminal
import TestletApp

/// `testlet review`.
struct Review: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Review the questions that are due, in the app or line by line.")

  @Flag(help: "Ask and answer line by line, for screen readers and terminals that can't place a cursor.")
  var plain = false

  @OptionGroup var options: GlobalOptions

  func run() async throws {
    // In the app settings can be changed, and are saved.
    let workspace = try Workspace(options, makesSettings: !plain)
    guard !plain else { return try reviewPlainly(workspace.library()) }
    do {
      try await TestletApp.run(environment: workspace.app(), start: .review)
    } catch TerminalError.noCursorAddressing {
      Output.note("This terminal can't place a cursor, so the review is done line by line, as with --plain.")
      try reviewPlainly(workspace.library())
    }
  }

  private func reviewPlainly(_ library: Library) throws {
    let time = RunningTime()
    time.keepLooking()
    var review = PlainReview(
      in: library, seconds: { time.seconds }, read: { readLine() }, write: Output.plainLines)
    try review.run()
  }
}
