import ArgumentParser
import LanguageModels

/// `testlet backends`.
struct Backends: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the backends: what they run, and whether they can be used now.",
    subcommands: [Use.self, Try.self, Add.self, Remove.self])

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var options: GlobalOptions

  func run() async throws {
    let service = try Workspace(options).service()
    let found = await service.refreshAll()
    let selected = await service.selected.id
    let rows = await service.backends.map { BackendRow($0, found[$0.id] ?? .unknown, isSelected: $0.id == selected) }
    if json {
      Output.json(.array(rows.map(\.json)))
    } else {
      Output.table(rows.map(\.columns))
    }
  }
}

extension BackendKind: ExpressibleByArgument {}
extension ServerProfile: ExpressibleByArgument {}
