import Assets
import Foundation
import LanguageModels
import PracticeTests
import TestletApp

extension TextEditor {
  /// What the student makes of a text.
  fileprivate func edited(_ text: String) throws -> EditedText {
    let draft = try open(text)
    return EditedText(text: try draft.text(), path: draft.path, remove: draft.remove)
  }
}

extension Workspace {
  /// What the app takes from here.
  func app() throws -> AppEnvironment {
    let (database, config) = (paths.database, paths.config)
    let service = try service(ownsTerminal: true)
    // A file that can't be read is told of before there is a screen.
    _ = try GenerationSettings(settings)
    let review = try ReviewSettings(settings)
    let interface = try InterfaceSettings(settings, environment: ProcessInfo.processInfo.environment)
    return AppEnvironment(
      openLibrary: {
        try Library(path: database, reviewSettings: { (try? ReviewSettings(SettingsFile(path: config))) ?? review })
      },
      service: service,
      settings: SettingsDesk(path: paths.config) { [self] file in
        let settings = try Self.backendSettings(file)
        await service.reload(settings, factory: backendFactory(for: settings, logger: service.logger))
      },
      choices: ChoiceLog(path: paths.choices),
      history: LogFile(path: paths.commands, limit: 32 << 10, kept: 1),
      keys: keys,
      edit: { [self] text in
        // The settings of this moment say which variables hold keys.
        let editor = textEditor(for: try Self.backendSettings(SettingsFile(path: paths.config)))
        return try await withCheckedThrowingContinuation { continuation in
          // The editor is waited for, which no thread of the program's own should do.
          DispatchQueue.global().async { continuation.resume(with: Result { try editor.edited(text) }) }
        }
      },
      samples: Assets.samples.map { AppEnvironment.SampleNote(name: $0.name, text: $0.text) },
      homeFolder: ProcessInfo.processInfo.environment["HOME"] ?? "/",
      terminal: .init(theme: interface.theme, mouse: interface.usesMouse, errorLog: paths.log), interface: interface,
      tell: { Output.note($0) })
  }
}
