import Assets
import Foundation
import LanguageModels
import PracticeTests
import TestletApp

extension Workspace {
  /// What the app takes from here.
  func app() throws -> AppEnvironment {
    let database = paths.database
    let service = try service(ownsTerminal: true)
    // A file that can't be read is told of before there is a screen.
    _ = try GenerationSettings(settings)
    return AppEnvironment(
      openLibrary: { try Library(path: database) },
      service: service,
      settings: SettingsDesk(path: paths.config) { [self] file in
        let settings = try Self.backendSettings(file)
        await service.reload(settings, factory: backendFactory(for: settings, logger: service.logger))
      },
      keys: keys,
      samples: Assets.samples.map { AppEnvironment.SampleNote(name: $0.name, text: $0.text) },
      homeFolder: ProcessInfo.processInfo.environment["HOME"] ?? "/",
      terminal: .init(errorLog: paths.log))
  }
}
