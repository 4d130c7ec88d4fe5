import ArgumentParser
import LanguageModels
import PracticeTests

extension Backends {
  /// `testlet backends test ID`.
  struct Try: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "test",
      abstract: "Ask a backend one real question about a sample passage, and show prompt, answer, time and gates.")

    @Argument(help: "The backend's id.")
    var id: String

    @Option(help: "Send this prompt instead, and print the answer.")
    var prompt: String?

    @OptionGroup var output: JSONOption

    @OptionGroup var options: GlobalOptions

    func run() async throws {
      let service = try Workspace(options).service(using: id)
      if let prompt {
        let request = LLMRequest(messages: [LLMMessage(.user, prompt)], maxTokens: 256)
        let response = try await service.generate(request) { _ in }
        if output.json { return Output.json(TrialReport.object(response)) }
        Output.line(Output.plain(response.text))
        Output.note(TrialReport.accounting(response))
      } else {
        let trial = try await QuestionTrial.ask(service)
        if output.json { return Output.json(TrialReport.object(trial)) }
        Output.line(Output.plain(TrialReport.text(trial)))
        Output.note(TrialReport.accounting(trial.response))
        Output.note("This was asked in one request; tests are drafted in stages, unless generation.drafting says else.")
      }
    }
  }
}
