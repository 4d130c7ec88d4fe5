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
      questions. The tests are made in a library that is thrown away, as `testlet generate` makes them in a course to \
      which all files of the folder were brought. Several ways of \
      asking the model take turns, chapter by chapter. Some of the questions that the model wrote in each way, chosen by \
      the seed too, are written to a file with their passages, to be judged by a person; and to a second file in another \
      order, for a reader who is not to know the first one's verdicts. Only the names of the files tell the ways.
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

  @Option(help: "How the model is asked; repeat it to compare.")
  var method = [DraftingChoice.staged]

  @Option(help: "How many questions are written out of each way.")
  var sample = 40

  @Option(help: "The file for the first reader, without the way's name; the second one's has \"-second\" after it.")
  var out: String?

  func run() async throws {
    let service = try server.service()
    let folder = try TemporaryFolder()
    let library = try Library(path: folder.file("testlet.sqlite"))
    var ways = method.map { MeasuredDrafting($0, in: library, service: service) }
    for way in ways { try way.bring(markdownFiles(in: notes)) }
    for path in try chosen() {
      for index in ways.indices { try await ways[index].make(questions, from: path, seed: seed) }
    }
    for way in ways {
      print("\(way.method.rawValue)\n\(way.tally.text)")
      guard let out else { continue }
      let file = method.count == 1 ? out : SampledQuestion.path(out, suffix: way.method.rawValue)
      try SampledQuestion.write(way.accepted, count: sample, seed: seed, to: file)
    }
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
