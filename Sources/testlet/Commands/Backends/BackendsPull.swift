import ArgumentParser
import Foundation
import LanguageModels

extension Backends {
  /// `testlet backends pull ID MODEL`.
  struct Pull: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "pull",
      abstract: "Bring a model to the machine of a backend; Ctrl-C stops, and what has come is kept.")

    @Argument(help: "The backend's id.")
    var id: String

    @Argument(help: "The model's name.")
    var model: String

    @OptionGroup var options: GlobalOptions

    func run() async throws {
      let service = try Workspace(options).service(using: id)
      let interrupt = InterruptSignal()
      let report = PullReport(isTerminal: isatty(STDERR_FILENO) == 1)
      let (id, model) = (id, model)
      let pulling = Task { try await service.pull(model, to: id, onProgress: report.tell) }
      interrupt.onSignal { pulling.cancel() }
      let result = await pulling.result
      report.end()
      if case .failure(let error) = result {
        throw pulling.isCancelled ? PullInterrupted(backend: id, model: model) : error
      }
      Output.note("\"\(id)\" has the model \(Output.plain(model)).")
    }
  }
}

/// The pull of a model was interrupted.
private struct PullInterrupted: ReportableError {
  var backend: String
  var model: String

  var sentence: String {
    "Interrupted; what has come is kept: `testlet backends pull \(backend) \(model)` goes on from there."
  }

  var category: FailureCategory { .interrupted }
}
