import ArgumentParser
import LanguageModels

extension Backends {
  /// `testlet backends test ID`.
  struct Try: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "test", abstract: "Send a backend one prompt and print its answer.")

    @Argument(help: "The backend's id.")
    var id: String

    @Option(help: "What to ask.")
    var prompt = "In one sentence: why do students forget what they do not review?"

    @OptionGroup var options: GlobalOptions

    func run() async throws {
      let service = try Workspace(options).service(using: id)
      let request = LLMRequest(messages: [LLMMessage(.user, prompt)], maxTokens: 256)
      let response = try await service.generate(request) { _ in }
      Output.line(Output.plain(response.text))
      let seconds = (response.usage.seconds * 10).rounded() / 10
      Output.note(
        Output.plain("\(response.backend), \(response.model): \(response.usage.outputTokens) tokens in \(seconds) s"))
    }
  }
}
