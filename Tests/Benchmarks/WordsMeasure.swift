import ArgumentParser
import LanguageModels
import PracticeTests
import TestSupport

/// `measure words`: how many requests in plain words become the right action.
struct WordsMeasure: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "words",
    abstract: "Turn the requests of the table into actions, by the grammar alone and with a model.",
    discussion: """
      An action is right when it is the one of the table, wrong when it is another. A request that leads to nothing is \
      right where the table wants nothing. With --url, the model of that server is asked about what the grammar does not \
      understand.
      """)

  @Option(help: "The base URL of an OpenAI-compatible server on this machine.")
  var url: String?

  @Option(help: "The model, where the server has several.")
  var model: String?

  @Flag(help: "Name every request that is not right.")
  var list = false

  func run() async throws {
    await measure("grammar", router: nil)
    guard let url else { return }
    let service = try LocalLLMService.measured(url: url, model: model)
    let router = AIRouter(service: service, mode: .auto, privacy: .localOnly)
    await measure("with the model", router: router)
  }

  private func measure(_ name: String, router: AIRouter?) async {
    let words = PlainWords(Self.knowledge, router: router)
    var (right, wrong, asked) = (0, 0, 0)
    let time = await ContinuousClock().measure {
      for (said, wanted) in PlainRequests.table {
        let understood = try? await words.understand(said)
        let action = understood?.action
        let found = action.map { $0.commandLine ?? $0.sentence } ?? "-"
        asked += understood?.backend == nil ? 0 : 1
        if found == wanted { right += 1 } else if found != "-" { wrong += 1 }
        if list, found != wanted { print("  \(said)\n    wanted \(wanted)\n    found  \(found)") }
      }
    }
    let total = PlainRequests.table.count
    print(name)
    print("  right              \(interval(right, of: total))")
    print("  another action     \(interval(wrong, of: total))")
    print("  by the model       \(asked)")
    print("  seconds a request  \(decimals(time / .seconds(1) / Double(total), 4))")
  }

  private static let knowledge = PlainKnowledge(
    notes: PlainRequests.notes.map {
      PlainKnowledge.Note(path: $0.path, title: $0.title, course: $0.course, topics: $0.topics)
    },
    tests: PlainRequests.tests.map { NamedTest(id: $0.id, title: $0.title, course: $0.course) })
}
