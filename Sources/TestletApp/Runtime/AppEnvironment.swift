import Foundation
import LanguageModels
import PracticeTests
import Terminal

/// A text as it came back from an editor.
public struct EditedText: Sendable {
  /// What it says now.
  public var text: String
  /// Where it is kept until it is removed.
  public var path: String
  /// Removes it, once what it says is kept elsewhere.
  public var remove: @Sendable () -> Void

  /// Makes a text.
  public init(text: String, path: String, remove: @escaping @Sendable () -> Void) {
    self.text = text
    self.path = path
    self.remove = remove
  }
}

/// What the app takes from the world.
public struct AppEnvironment: Sendable {
  /// A note that comes with testlet.
  public struct SampleNote: Sendable {
    /// Its file name.
    public var name: String
    /// Its text.
    public var text: String

    /// Makes a note.
    public init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  /// Opens the library; called once, after the first drawing.
  public var openLibrary: @Sendable () throws -> Library
  /// The backends.
  public var service: LocalLLMService
  /// The settings file.
  public var settings: SettingsDesk
  /// Where the router notes what it chose.
  public var choices: ChoiceLog?
  /// Where what was typed on the command line is kept.
  public var history: LogFile?
  /// Where API keys are kept.
  public var keys: KeyStore
  /// Opens a text in the student's editor, which has the terminal until it is closed.
  public var edit: @Sendable (String) async throws -> EditedText
  /// Notes to try testlet with; the first is what the first test is made from.
  public var samples: [SampleNote]
  /// The folder that the file browser begins in.
  public var currentFolder: String
  /// The student's own folder.
  public var homeFolder: String
  /// The time.
  public var clock: @Sendable () -> Date
  /// Seeds for plans.
  public var newSeed: @Sendable () -> UInt64
  /// How the terminal is used.
  public var terminal: TerminalSession.Options
  /// How the app looks.
  public var interface: InterfaceSettings
  /// The environment variables, for the terminal.
  public var variables: [String: String]
  /// Tells something once the screen is closed.
  public var tell: @Sendable (String) -> Void

  /// Makes an environment; what is not given is the system's.
  public init(
    openLibrary: @escaping @Sendable () throws -> Library, service: LocalLLMService, settings: SettingsDesk,
    choices: ChoiceLog? = nil, history: LogFile? = nil, keys: KeyStore,
    edit: @escaping @Sendable (String) async throws -> EditedText,
    samples: [SampleNote] = [],
    currentFolder: String = FileManager.default.currentDirectoryPath, homeFolder: String = "/",
    clock: @escaping @Sendable () -> Date = { Date() },
    newSeed: @escaping @Sendable () -> UInt64 = TestRequest.randomSeed,
    terminal: TerminalSession.Options = .init(), interface: InterfaceSettings = .init(),
    variables: [String: String] = ProcessInfo.processInfo.environment,
    tell: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    self.openLibrary = openLibrary
    self.service = service
    self.settings = settings
    self.choices = choices
    self.history = history
    self.keys = keys
    self.edit = edit
    self.samples = samples
    self.currentFolder = currentFolder
    self.homeFolder = homeFolder
    self.clock = clock
    self.newSeed = newSeed
    self.terminal = terminal
    self.interface = interface
    self.variables = variables
    self.tell = tell
  }
}
