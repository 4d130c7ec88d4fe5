import ArgumentParser
import LanguageModels
import PracticeTests

/// `testlet import FILE...`.
struct Import: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Bring notes or questions into the library.",
    discussion: """
      Notes: Markdown and plain text; PDF with pdftotext; DOCX, ODT, EPUB and HTML with pandoc. Questions: GIFT, \
      Aiken, Moodle XML, CSV, JSON, Anki text, quizzes in plain text, and the answers of chat models. Questions that \
      pass the gates become a test of their own; the others are listed with their flaws.
      """)

  @Argument(help: "Files of notes or questions; `-` is standard input, for questions.", completion: .file())
  var files: [String]

  @Option(
    help: """
      The course that they belong to. (default: that of a test in JSON, else that which has most of the questions \
      already, else the name of the file's folder)
      """)
  var course: String?

  @Option(help: "The title of the test. (default: that of a test in JSON, else the name of the file)")
  var title: String?

  @Flag(help: "Print JSON, one object a file.")
  var json = false

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    try GivenNames.check(["--course": course, "--title": title])
  }

  func run() async throws {
    let importing = try FileImport(library: Workspace(options).library(), course: course, title: title)
    var (isAnythingKept, areAllKnown) = (false, true)
    for file in files {
      let outcome = try importing.bring(path: file)
      if json {
        Output.json(ImportJSON.object(file: file, outcome))
      } else {
        for line in ImportReport(file: file).lines(outcome) { Output.line(line) }
      }
      switch outcome {
      case .notes: isAnythingKept = true
      case .questions(let questions):
        isAnythingKept = isAnythingKept || questions.testID != nil
        areAllKnown = areAllKnown && questions.areAllKnown
      }
    }
    guard isAnythingKept else { throw NothingKept(files: files, areAllKnown: areAllKnown) }
  }
}

/// No question of any file could be kept.
struct NothingKept: ReportableError {
  var files: [String]
  /// Whether that is because all of them are there already.
  var areAllKnown: Bool

  var sentence: String {
    let names = files.map { SafeText.line($0) }.joined(separator: ", ")
    return areAllKnown
      ? "All questions of \(names) are in the library already: nothing was brought."
      : "No question of \(names) could be kept: `testlet check` names every flaw."
  }

  var category: FailureCategory { .badData }
}
