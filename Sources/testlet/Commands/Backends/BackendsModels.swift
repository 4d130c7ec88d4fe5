import ArgumentParser
import LanguageModels

extension Backends {
  /// `testlet backends models ID`.
  struct Models: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "models", abstract: "List the models that a backend offers.")

    @Argument(help: "The backend's id.")
    var id: String

    @OptionGroup var output: JSONOption

    @OptionGroup var options: GlobalOptions

    func run() async throws {
      let models = try await Workspace(options).service(using: id).models(of: id)
      if output.json {
        Output.json(.array(models.map(Self.json)))
      } else if models.isEmpty {
        Output.note("The backend \"\(id)\" lists no models.")
      } else {
        Output.table(models.map(Self.columns))
      }
    }

    private static func columns(_ model: ModelInfo) -> [String] {
      let context = model.contextLength.map { "\($0) tokens of context" }
      return [model.name, model.bytes.map(ByteCount.text) ?? "-", context ?? ""]
    }

    private static func json(_ model: ModelInfo) -> JSONValue {
      .members([
        ("name", .string(model.name)), ("bytes", model.bytes.map { .number(Int($0)) } ?? .null),
        ("contextTokens", model.contextLength.map { .number($0) } ?? .null),
      ])
    }
  }
}
