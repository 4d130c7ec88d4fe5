import Assets
import Foundation
import PracticeTests
import TestletApp

extension Workspace {
  /// What the app takes from here.
  func app() throws -> AppEnvironment {
    let database = paths.database
    return AppEnvironment(
      openLibrary: { try Library(path: database) },
      service: try service(ownsTerminal: true),
      generation: try GenerationSettings(settings),
      samples: Assets.samples.map { AppEnvironment.SampleNote(name: $0.name, text: $0.text) },
      homeFolder: ProcessInfo.processInfo.environment["HOME"] ?? "/",
      terminal: .init(errorLog: paths.log))
  }
}
