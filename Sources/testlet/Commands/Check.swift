import ArgumentParser
import LanguageModels
import PracticeTests

/// `testlet check FILE...`.
struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Read questions that a person or a chat model wrote, and name their flaws.",
    discussion: """
      Reads JSON in any of the usual shapes, broken or wrapped in prose, GIFT, Aiken, Moodle XML, CSV, Anki text, and \
      quizzes in plain text and Markdown. Stores nothing.
      """)

  @Argument(help: "Files of questions; `-` is standard input.", completion: .file())
  var files: [String]

  @Option(help: ArgumentHelp("The notes that the questions are about.", valueName: "file"), completion: .file())
  var notes: String?

  @Flag(help: "Print JSON, one object a file.")
  var json = false

  @OptionGroup var options: GlobalOptions

  func run() async throws {
    let check = QuestionCheck(notes: try notes.map { try NoteReader.read(path: $0) })
    // All files are read before anything is printed: what is missing ends the command.
    let readings = try files.map { (file: $0, reading: try QuestionFile.read(path: $0)) }
    for (index, (file, reading)) in readings.enumerated() {
      let checked = check.check(reading)
      if json {
        Output.json(CheckJSON.object(file: file, reading: reading, checked: checked))
      } else {
        if index > 0 { Output.line("") }
        for line in CheckReport(reading, checked).lines(file: file) { Output.line(line) }
      }
    }
    let isReadable = readings.contains { !$0.reading.questions.isEmpty }
    guard isReadable else { throw NoQuestions(paths: files) }
  }
}
