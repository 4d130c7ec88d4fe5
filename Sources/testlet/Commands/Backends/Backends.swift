import ArgumentParser
import LanguageModels

/// `testlet backends`.
struct Backends: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backends", abstract: "List the backends: what they run, and whether they can be used now.",
    subcommands: [Use.self, Try.self, Models.self, Pull.self, Add.self, Remove.self, Key.self, Log.self])

  @OptionGroup var output: JSONOption

  @OptionGroup var options: GlobalOptions

  func run() async throws {
    let service = try Workspace(options).service()
    let found = await service.refreshAll()
    let selected = await service.selected.id
    let rows = await service.backends.map { BackendRow($0, found[$0.id] ?? .unknown, isSelected: $0.id == selected) }
    Output.list(rows, asJSON: output.json)
  }
}

extension BackendKind: ExpressibleByArgument {}
extension ServerProfile: ExpressibleByArgument {}
