import ArgumentParser
import Foundation
import LanguageModels

/// `testlet doctor`.
struct Doctor: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Say what is installed, reachable and writable, and what to do about what is not.")

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var options: GlobalOptions

  func run() async throws {
    var findings = FileCheck(paths: try Paths(options), hasNamedSettings: options.config != nil).findings()
    // Broken settings are a finding; what depends on them is left out.
    let workspace = try? Workspace(options)
    let settings = workspace.flatMap { try? BackendSettings($0.settings) }
    if let workspace, let settings {
      findings += try await BackendCheck(workspace: workspace, settings: settings).findings()
    }
    findings += ToolCheck(environment: ProcessInfo.processInfo.environment).findings()
    Output.list(findings, asJSON: json)
    let broken = findings.filter { $0.state == .broken }.map(\.subject)
    if !broken.isEmpty { throw SomethingBroken(subjects: broken) }
  }
}

/// Something that testlet needs does not work.
struct SomethingBroken: ReportableError {
  var subjects: [String]

  var sentence: String { "testlet can't work as it is: mend \(subjects.joined(separator: " and "))." }
  var category: FailureCategory { .readOrWrite }
}
