import ArgumentParser
import Foundation
import PracticeTests
import Terminal
import TestletApp

/// `testlet take TEST`.
struct Take: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "take", abstract: "Take one test, in the app or line by line.")

  @OptionGroup var test: TestArgument

  @Flag(help: "Ask and answer line by line, for screen readers and terminals that can't place a cursor.")
  var plain = false

  @OptionGroup var options: GlobalOptions

  func run() async throws {
    // In the app settings can be changed, and are saved.
    let workspace = try Workspace(options, makesSettings: !plain)
    let library = try workspace.library()
    let id = try test.resolve(in: library)
    guard !plain else { return try takePlainly(id, library) }
    do {
      try await TestletApp.run(environment: workspace.app(), start: .test(id))
    } catch TerminalError.noCursorAddressing {
      Output.note("This terminal can't place a cursor, so the test is taken line by line, as with --plain.")
      try takePlainly(id, library)
    }
  }

  private func takePlainly(_ id: String, _ library: Library) throws {
    let time = RunningTime()
    time.keepLooking()
    var sitting = try PlainSitting(
      test: id, in: library, isTyped: isatty(STDIN_FILENO) == 1, seconds: { time.seconds }, read: { readLine() },
      write: Output.plainLines)
    try sitting.run()
  }
}
