import ArgumentParser
import LanguageModels
import PracticeTests
import TestSupport

/// `measure chapters NOTES`: tests made end to end, each from one chapter, and what became of their slots.
struct ChaptersMeasure: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chapters",
    abstract: "Make a test of each of some chapters with a model, and count what became of the slots.",
    discussion: """
      The chapters are Markdown files of a folder, chosen by the seed among those with at least half as many passages as \
      questions. The tests are made in a library that is thrown away, as `testlet generate` makes them. Some of the \
      questions that the model wrote, chosen by the seed too, are written to a file with their passages, to be judged by \
      a person; and to a second file in another order, for a reader who is not to know the first one's verdicts.
      """)

  @Argument(help: "The folder of the chapters.")
  var notes: String

  @OptionGroup var server: MeasuredServer

  @Option(help: "How many chapters.")
  var chapters = 10

  @Option(help: "Questions of each.")
  var questions = 10

  @Option(help: "The seed that chooses chapters and plans tests.")
  var seed: UInt64 = 1

  @Option(help: "How the model is asked.")
  var method = DraftingChoice.staged

  @Option(help: "How many questions are written out.")
  var sample = 40

  @Option(help: "The file for the first reader; the second one's has \"-second\" after its name.")
  var out: String?

  func run() async throws {
    let folder = try TemporaryFolder()
    let library = try Library(path: folder.file("testlet.sqlite"))
    let service = try server.service()
    let generator = TestGenerator(library: library, service: service, settings: settings, newID: Library.randomID)
    var (tally, accepted) = (ChapterTally(), [SampledQuestion]())
    for path in try chosen() {
      let preparation = try TestPreparation(library: library, notes: [path], course: "Chapters")
      let id = try preparation.createTest(
        TestRequest(count: questions, seed: seed), title: nil, writer: await service.selected, allowsFallback: false)
      let watch = CalibrationWatch()
      let start = ContinuousClock.now
      _ = try await generator.run(id, report: watch.note)
      let test = try library.test(id)
      tally.add(test, seconds: (ContinuousClock.now - start - watch.duration) / .seconds(1))
      print((["\(test.title): \(Accounting.sentence(test))"] + watch.sentences).joined(separator: "\n  "))
      accepted += test.questions.compactMap { question in
        guard question.provenance.origin == .model else { return nil }
        let passage = preparation.material.passages.first { $0.id == question.grounding?.passageID }
        return SampledQuestion(question: question, passage: passage?.text ?? "")
      }
    }
    print(tally.text)
    if let out { try SampledQuestion.write(accepted, count: sample, seed: seed, to: out) }
  }

  private var settings: GenerationSettings {
    var settings = GenerationSettings()
    settings.drafting = method
    return settings
  }

  private func chosen() throws -> [String] {
    var generator = SeededGenerator(seed: seed, stream: "chapters")
    var chosen: [String] = []
    for path in try generator.shuffled(markdownFiles(in: notes)) where chosen.count < chapters {
      if try NoteReader.read(path: path).passages.count * 2 >= questions { chosen.append(path) }
    }
    return chosen
  }
}

extension DraftingChoice: ExpressibleByArgument {}
