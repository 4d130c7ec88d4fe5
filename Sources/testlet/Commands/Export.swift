import ArgumentParser
import Foundation
import LanguageModels
import PracticeTests

/// `testlet export TEST --to FORMAT`.
struct Export: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Write one test in another format.")

  /// The formats that a test can be written in.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case json
    case markdown
  }

  @Argument(help: "The test's id, the beginning of it (4 characters or more), or `latest`.")
  var test: String

  @Option(help: "The format.")
  var to: Format

  @Option(name: .shortAndLong, help: ArgumentHelp("Write to this file instead of standard output.", valueName: "file"))
  var output: String?

  @Flag(help: "Leave the answers out (Markdown).")
  var noAnswers = false

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if noAnswers, to == .json {
      throw ValidationError("--no-answers goes with --to markdown: JSON holds the whole test.")
    }
  }

  func run() async throws {
    let library = try Workspace(options).library()
    let test = try library.test(library.resolve(test))
    let text =
      switch to {
      case .json: TestJSON.object(test).text + "\n"
      case .markdown: Output.plain(TestMarkdown.document(test, answers: !noAnswers))
      }
    guard let output else { return Output.text(text) }
    do {
      try Self.write(Data(text.utf8), to: output)
    } catch {
      throw ExportError.cannotWrite(output)
    }
  }

  /// Replaces a file whole, through a link too; a device or a pipe is written to.
  private static func write(_ data: Data, to path: String) throws {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG else {
      return try data.write(to: URL(filePath: path).resolvingSymlinksInPath(), options: .atomic)
    }
    let handle = try FileHandle(forWritingTo: URL(filePath: path))
    try handle.write(contentsOf: data)
    try handle.close()
  }
}

/// Why a test could not be written.
enum ExportError: ReportableError {
  case cannotWrite(String)

  var sentence: String {
    switch self {
    case .cannotWrite(let path):
      "The file \"\(path)\" can't be written: choose a folder that exists and that you may write to."
    }
  }

  var category: FailureCategory { .cannotCreate }
}
