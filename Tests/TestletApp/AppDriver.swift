import Assets
import Foundation
import LanguageModels
import PracticeTests
import Synchronization
import Terminal
import TestSupport
import Testing

@testable import TestletApp

/// The app without a terminal: keys go in, effects run on a real library, and the screen is read as text.
@MainActor
final class AppDriver {
  private(set) var state: AppState
  /// The effects that the last action asked for.
  private(set) var effects: [AppEffect] = []
  let folder: TemporaryFolder
  let runner: EffectRunner
  private let events: AsyncStream<EffectRunner.Event>
  private var saved: Saved
  /// The editor that texts are opened in.
  let editor = Editor()

  /// What a student does to a text in an editor; by default nothing.
  final class Editor: Sendable {
    private let change = Mutex<@Sendable (String) -> String>({ $0 })
    func willDo(_ new: @escaping @Sendable (String) -> String) { change.withLock { $0 = new } }
    func edit(_ text: String) -> String { change.withLock { $0 }(text) }
  }
  private let clock = Clock()

  /// The choice of a backend that was saved last.
  final class Saved: Sendable {
    private let id = Mutex<String?>(nil)
    var value: String? { id.withLock { $0 } }
    func save(_ new: String) { id.withLock { $0 = new } }
  }

  /// The time that the app and its library live in.
  final class Clock: Sendable {
    private let seconds = Mutex(1_000_000.0)
    var now: Date { Date(timeIntervalSince1970: seconds.withLock { $0 }) }
    func pass(_ count: Double) { seconds.withLock { $0 += count } }
  }

  /// What tests are drawn by. With this one the sample's questions all have options.
  nonisolated static let seed: UInt64 = 11

  init(
    columns: Int = 80, rows: Int = 24, backends: [LLMBackendConfig] = [.mock],
    factory: LLMBackendFactory = AppDriver.noServers, days: StudyDays = StudyDays(), keyring: SecretToolStandIn? = nil
  ) throws {
    let folder = try TemporaryFolder()
    var settings = try BackendSettings(SettingsFile(path: "/nonexistent/config.toml"))
    (settings.backends, settings.selected) = (backends, LLMBackendConfig.mock.id)
    let saved = Saved()
    let service = LocalLLMService(settings: settings, factory: factory) { saved.save($0) }
    let path = folder.file("testlet.sqlite")
    let desk = SettingsDesk(path: folder.file("config.toml")) { file in
      await service.reload(try BackendSettings(file), factory: factory)
    }
    let clock = clock
    let environment = AppEnvironment(
      openLibrary: { try Library(path: path, clock: { clock.now }, days: days) }, service: service, settings: desk,
      choices: ChoiceLog(path: folder.file("choices.jsonl")),
      history: LogFile(path: folder.file("commands.txt")),
      keys: KeyStore(folder: folder.file("keys"), environment: keyring.map { ["PATH": $0.searchPath] } ?? [:]),
      edit: { [editor] text in
        EditedText(text: editor.edit(text), path: "/tmp/draft", remove: {})
      },
      samples: Assets.samples.map { .init(name: $0.name, text: $0.text) }, currentFolder: folder.path,
      homeFolder: folder.path, clock: { clock.now }, newSeed: { Self.seed }, variables: [:])
    let (events, continuation) = AsyncStream.makeStream(of: EffectRunner.Event.self)
    state = AppState(size: Size(columns: columns, rows: rows), now: clock.now)
    runner = EffectRunner(environment: environment, leavingScreen: { try await $0() }) { continuation.yield($0) }
    (self.folder, self.events, self.saved) = (folder, events, saved)
    take(.started(.home))
  }

  /// The mock, and no server anywhere.
  nonisolated static let noServers = LLMBackendFactory { configuration -> any LLMBackend in
    guard configuration.kind == .mock else {
      let url = configuration.url ?? ""
      return MockLLMBackend(configuration: configuration, availability: .unavailable(.notRunning(url: url))) { _ in
        throw LLMError.notRunning(url: url)
      }
    }
    return MockLLMBackend(configuration: configuration) { BuiltInResponder.respond(to: $0) }
  }

  /// What the screen shows.
  var screen: String { state.view().lines.joined(separator: "\n") }

  /// The words that the screen shows, however they are broken into lines.
  var words: String {
    screen.filter { !"│┃".contains($0) }.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The settings file as it is now.
  var settingsText: String { (try? String(contentsOfFile: folder.file("config.toml"), encoding: .utf8)) ?? "" }

  /// The backend whose choice was saved.
  var savedBackend: String? { saved.value }

  /// Lets something happen.
  func take(_ action: AppAction) {
    effects = state.update(action)
    for effect in effects { runner.run(effect) }
  }

  /// Presses keys, a tenth of a second apart.
  func press(_ keys: Key...) {
    for key in keys {
      pass(0.1)
      take(.keyPressed(key, at: now))
    }
  }

  /// The time.
  var now: Date { clock.now }

  /// Lets time go by.
  func pass(_ seconds: Double) { clock.pass(seconds) }

  /// Presses the keys of a text.
  func type(_ text: String) {
    for character in text { press(.character(character)) }
  }

  /// Takes in what comes of effects until the screen shows a text.
  func wait(for text: String, _ location: SourceLocation = #_sourceLocation) async throws {
    try await wait(location, wanted: "\"\(text)\"") { $0.screen.contains(text) }
  }

  /// Takes in what comes of effects until something holds.
  func wait(
    _ location: SourceLocation = #_sourceLocation, wanted: String = "it", until holds: (AppDriver) -> Bool
  ) async throws {
    if holds(self) { return }
    let patience = Task { [runner] in
      try await Task.sleep(for: .seconds(20))
      runner.send(.failed("Nothing came."))
    }
    defer { patience.cancel() }
    for await event in events {
      guard case .action(let action) = event else { break }
      if case .failed("Nothing came.") = action { break }
      take(action)
      if holds(self) { return }
    }
    Issue.record("\(wanted) did not come; the screen is:\n\(screen)", sourceLocation: location)
    throw CancellationError()
  }

  /// Takes in what comes of all that the library was asked for until now.
  func settle(_ location: SourceLocation = #_sourceLocation) async throws {
    // What an answer before left there is no answer to this.
    effects = []
    runner.work { _ in [.redrawAsked] }
    try await wait(location, wanted: "An answer of the library") { $0.effects == [.redraw] }
  }

  /// A test of the sample notes, made to its end.
  func makeSampleTest() async throws {
    try await wait(for: "Welcome to testlet")
    press(.character("s"))
    try await wait(for: "10 of 10 ready")
    try await wait(for: "Done in")
  }
}
