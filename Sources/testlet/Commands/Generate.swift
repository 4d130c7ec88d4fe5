import ArgumentParser
import Foundation
import LanguageModels
import PracticeTests

/// `testlet generate NOTES...`.
struct Generate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate", abstract: "Make a test from notes, keep it, and print it.")

  @Argument(help: "Files of notes (Markdown, plain text, PDF, DOCX, ODT, EPUB or HTML).", completion: .file())
  var notes: [String] = []

  @Option(help: "The course; without notes, make the test from all that was brought to it.")
  var course: String?

  @Option(help: "The test's title.")
  var title: String?

  @Option(name: .customLong("topic"), help: "Only this topic of the notes (repeatable).")
  var topics: [String] = []

  @Option(help: "How many questions, 1 to 200. (default: 10)")
  var count: Int?

  @Option(help: "How hard. (default: medium)")
  var difficulty: Difficulty?

  @Option(name: .customLong("format"), help: "A question format (repeatable).")
  var formats: [QuestionFormat] = []

  @Option(help: "Options of a multiple-choice question, 3 to 5. (default: 4)")
  var choices: Int?

  @Option(help: "The backend that writes, by its id.")
  var backend: String?

  @Option(help: "The model that writes.")
  var model: String?

  @Option(help: "The same request and seed give the same plan, as long as the course asks the same.")
  var seed: UInt64?

  @Flag(help: "Do not have the model answer its own questions to verify their keys.")
  var noVerify = false

  @Flag(help: "When the backend is gone, let the backends of backend.fallback stand in, in their order.")
  var allowFallback = false

  @Option(help: ArgumentHelp("Go on with a test that is not finished.", valueName: "test"))
  var resume: String?

  @Flag(help: "Print JSON.")
  var json = false

  @Flag(help: "Print nothing but errors.")
  var quiet = false

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if resume == nil, notes.isEmpty, course == nil {
      throw ValidationError("Give files of notes, or --course with notes that you brought before.")
    }
    if resume != nil, asksForNewTest {
      throw ValidationError(
        "--resume goes on with a test as it was planned: give no notes and nothing about a new test.")
    }
    try GivenNames.check(["--course": course, "--title": title])
    if json, quiet { throw ValidationError("--json and --quiet can't go together.") }
  }

  private var asksForNewTest: Bool {
    !notes.isEmpty || !topics.isEmpty || !formats.isEmpty || course != nil || title != nil || count != nil
      || difficulty != nil || choices != nil || seed != nil
  }

  func run() async throws {
    let workspace = try Workspace(options)
    let library = try workspace.library()
    let resumed = try resume.map { try library.resolve($0) }
    let service = try await workspace.writingService(using: backend, model: model, allowsFallback: allowFallback)
    let (id, material) =
      if let resumed { (resumed, TestMaterial?.none) } else {
        try await createTest(in: library, service)
      }
    var settings = try GenerationSettings(workspace.settings)
    if noVerify { settings.verifies = false }
    let generator = TestGenerator(library: library, service: service, settings: settings, newID: Library.randomID)
    let changes = service.changes()
    let isQuiet = quiet
    let telling = Task {
      for await change in changes where !isQuiet { SlotNotes.tell(change) }
    }
    defer { telling.cancel() }
    let failure = await follow(generator, id, material)
    let test = try library.test(id)
    // A test without a question is nobody's latest.
    if failure == nil, resume == nil, test.questions.isEmpty { try library.dropTest(id) }
    try report(test, failure)
  }

  private func createTest(in library: Library, _ service: LocalLLMService) async throws -> (String, TestMaterial?) {
    let usual = TestRequest.standard
    let requested = TestRequest(
      count: count ?? usual.count, difficulty: difficulty ?? usual.difficulty,
      formats: formats.isEmpty ? usual.formats : formats, choices: choices ?? usual.choices, topics: topics,
      seed: seed ?? TestRequest.randomSeed())
    let preparation = try TestPreparation(library: library, notes: notes, course: course)
    if !quiet, let doubt = preparation.material.languageDoubt { Output.note(doubt) }
    let writer = await service.selected
    let id = try preparation.createTest(requested, title: title, writer: writer, allowsFallback: allowFallback)
    return (id, preparation.material)
  }

  /// Follows the generation, telling of each slot on standard error, until it ends or stops.
  private func follow(_ generator: TestGenerator, _ id: String, _ material: TestMaterial?) async -> (any Error)? {
    let interrupt = InterruptSignal()
    let (isQuiet, allowsFallback) = (quiet, allowFallback)
    let following = Task {
      try await generator.run(id, material: material, allowsFallback: allowsFallback) { event in
        if !isQuiet { SlotNotes.tell(event) }
      }
    }
    interrupt.onSignal { following.cancel() }
    guard case .failure(let error) = await following.result else { return nil }
    return following.isCancelled ? Interrupted(test: id) : error
  }

  private func report(_ test: StoredTest, _ failure: (any Error)?) throws {
    if let failure, failure is Interrupted || failure is GenerationError { throw failure }
    if test.questions.isEmpty { throw failure ?? NothingMade(test: test) }
    if json {
      Output.json(TestJSON.object(test))
    } else if !quiet {
      Output.line(Output.plain(TestMarkdown.document(test, answers: true, code: .indented)))
    }
    if !quiet || test.questions.count < test.slots.count { Output.note(Output.plain(Accounting.sentence(test))) }
    for warning in ReadingOrder.warnings(test.questionsInReadingOrder.map(\.item)) { Output.note(warning.message) }
    if let failure {
      let sentence = (failure as? any ReportableError)?.sentence ?? "The generation stopped (\(failure))."
      Output.note("testlet: \(Output.plain(sentence)) Go on later with `testlet generate --resume \(test.id)`.")
    }
  }
}

/// The generation was interrupted.
struct Interrupted: ReportableError {
  var test: String
  var sentence: String { "Interrupted; what was made is kept: go on with `testlet generate --resume \(test)`." }
  var category: FailureCategory { .interrupted }
}

/// No question could be made.
struct NothingMade: ReportableError {
  var test: StoredTest

  var sentence: String {
    let missing = test.slots.compactMap(\.whyMissing)
    if missing.joined().contains(where: { $0.gate == .duplicate }) {
      return
        "Nothing was found in these notes that earlier tests of the course do not ask: take one of them again, give more notes, or name another --course."
    }
    let reason = missing.lazy.compactMap { $0.last?.message }.first
    return
      "No question could be made of these notes\(reason.map { " (\($0))" } ?? ""): give more notes, with full sentences that define or explain things."
  }

  var category: FailureCategory { .badData }
}

extension Difficulty: ExpressibleByArgument {}
extension QuestionFormat: ExpressibleByArgument {}
