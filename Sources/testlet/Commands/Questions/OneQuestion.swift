import ArgumentParser
import LanguageModels
import PracticeTests

/// Which question of which test.
struct OneQuestion: ParsableArguments {
  @Argument(help: "The test's id, the beginning of it (4 characters or more), or `latest`.")
  var test: String

  @Argument(help: "The question's number, as `testlet show` prints it.")
  var number: Int

  /// The test, and the slot of the question.
  func find(in library: Library) throws -> (test: StoredTest, slot: StoredSlot) {
    let test = try library.test(library.resolve(test))
    guard let slot = test.slot(ofQuestion: number) else { throw GenerationError.noQuestion }
    return (test, slot)
  }

  /// Prints a question with its answer and the number that it has now.
  static func show(_ question: Question, of test: StoredTest, json: Bool) {
    let number = (test.inReadingOrder.firstIndex { $0.question?.id == question.id } ?? 0) + 1
    if json, let slot = test.slot(ofQuestion: number), let object = TestJSON.question(slot, number: number) {
      Output.json(object)
    } else {
      let text = TestMarkdown.question(question, number: number, answers: true, code: .indented)
      Output.line(Output.plain(text))
    }
  }
}

/// Who writes one more question, and how.
struct WriterOptions: ParsableArguments {
  @Option(help: "The backend that writes, by its id.")
  var backend: String?

  @Option(help: "The model that writes.")
  var model: String?

  @Flag(help: "Do not have the model answer its own question to verify its key.")
  var noVerify = false

  @Flag(help: "Let the backends of backend.fallback stand in, in their order, when the backend is gone.")
  var allowFallback = false

  @Flag(help: "Print JSON.")
  var json = false

  /// Has a generator make a question; prints it.
  func run(
    _ question: OneQuestion, _ options: GlobalOptions,
    _ make: @escaping @Sendable (TestGenerator, _ test: String, _ slot: Int) async throws -> Question
  ) async throws {
    let workspace = try Workspace(options)
    let service = try await workspace.writingService(using: backend, model: model, allowsFallback: allowFallback)
    let library = try workspace.library()
    let (test, slot) = try question.find(in: library)
    var settings = try GenerationSettings(workspace.settings)
    if noVerify { settings.verifies = false }
    let generator = TestGenerator(library: library, service: service, settings: settings, newID: Library.randomID)
    let making = Task { try await make(generator, test.id, slot.slot.index) }
    let interrupt = InterruptSignal()
    interrupt.onSignal { making.cancel() }
    let made = try await making.value
    OneQuestion.show(made, of: try library.test(test.id), json: json)
  }
}
