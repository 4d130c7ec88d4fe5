import ArgumentParser
import LanguageModels
import PracticeTests

/// `testlet summarize NOTES...`.
struct Summarize: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "summarize", abstract: "Write a study sheet from notes, with a model.")

  @Argument(help: "Files of notes (Markdown, plain text, PDF, DOCX, ODT, EPUB or HTML).", completion: .file())
  var notes: [String]

  @Option(help: "The backend that writes, by its id; without it, the best that the settings allow.")
  var backend: String?

  @Option(help: "The model that writes.")
  var model: String?

  @OptionGroup var options: GlobalOptions

  func run() async throws {
    let workspace = try Workspace(options)
    let documents = try notes.map { path in try NoteReader.read(path: path) }
    let service = try workspace.service(using: backend, model: model)
    let writer = try await workspace.router(over: service).assign(AITask(.summarising), backend: backend)
    Output.note(Output.plain("\(writer.provider.configuration.id) writes, because \(writer.choice.reason)."))
    let interrupt = InterruptSignal()
    let writing = Task {
      try await StudySheetWriter(model: writer) { event in
        switch event {
        case .part(let number, let count): Output.note("Reading part \(number) of \(count)")
        case .text(let piece): Output.text(Output.plain(piece))
        }
      }.write(documents)
    }
    interrupt.onSignal { writing.cancel() }
    let sheet = try await writing.value
    if sheet.isCutShort {
      Output.note("A section was cut short: the model wrote too much, or the same again; another model may do better.")
    }
  }
}
