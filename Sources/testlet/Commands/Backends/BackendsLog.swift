import ArgumentParser
import LanguageModels

extension Backends {
  /// `testlet backends log`.
  struct Log: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "log", abstract: "Show which backends were chosen for tasks, and why.")

    @OptionGroup var output: JSONOption

    @OptionGroup var options: GlobalOptions

    func run() async throws {
      let entries = ChoiceLog(path: try Paths(options).choices).latest()
      if output.json {
        Output.json(.array(entries))
      } else if entries.isEmpty {
        Output.note("Nothing was chosen yet: questions are written by the selected backend, see `testlet backends`.")
      } else {
        Output.table(entries.map(Self.row))
      }
    }

    private static func row(_ entry: JSONValue) -> [String] {
      func text(_ name: String) -> String { SafeText.line(entry[name]?.string ?? "-") }
      let passedOver = (entry["passedOver"]?.elements ?? []).map { other in
        "not \(other["backend"]?.string ?? "-"): \(other["reason"]?.string ?? "-")"
      }
      let why = SafeText.line(([text("reason")] + passedOver).joined(separator: "; "), limit: 2000)
      return [text("time"), text("task"), text("backend"), text("model"), text("place"), why]
    }
  }
}
