import ArgumentParser
import Foundation
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
      let workspace = try Workspace(options)
      let service = try workspace.service(using: id)
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
        try await tellOfDrafting(by: trial.response, service, workspace)
      }
    }

    /// Says how the model is asked when it writes tests, which differs from this one request.
    private func tellOfDrafting(
      by answer: LLMResponse, _ service: LocalLLMService, _ workspace: Workspace
    ) async throws {
      guard answer.kind != .mock else { return }
      let settings = try GenerationSettings(workspace.settings)
      guard settings.drafting == .auto else {
        Output.note("This was asked in one request; generation.drafting is \(settings.drafting.rawValue).")
        return
      }
      let isKept = FileManager.default.fileExists(atPath: workspace.paths.database)
      let model = await service.identity(of: answer)
      let known = try isKept ? workspace.library().draftingCalibration(of: model, votes: settings.votes) : nil
      if let known {
        Output.note(Output.plain(Accounting.sentence(known, of: model.model)))
      } else {
        Output.note(
          "This was asked in one request; tests are drafted in stages, until a first test has measured what suits the model."
        )
      }
    }
  }
}
