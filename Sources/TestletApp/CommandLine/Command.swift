import Terminal

/// Something that the command line does by its name.
struct Command: Equatable {
  /// Its name in words.
  var name: String
  /// A sentence about it.
  var help: String
  /// The keys that do the same on the screen that is shown; empty where none do.
  var keys = ""
  /// Why it can't be done now.
  var disabledReason: String?
  /// What choosing it means.
  var action: AppAction
}

extension AppState {
  /// What goes somewhere, or does the same everywhere, under a name that can stand alone.
  private static let names: [(name: String, action: AppAction)] = [
    ("new test", .home(.newTestAsked)), ("review", .reviewAsked), ("stats", .statsAsked), ("library", .bank(.asked)),
    ("search questions", .bank(.searchAsked)), ("notes", .sources(.asked)), ("settings", .settingsAsked),
    ("sample test", .home(.sampleAsked)), ("help", .helpAsked), ("redraw", .redrawAsked),
  ]

  /// Everything that can be done by its name: what goes somewhere, then what the keys of the screen do, then what has no
  /// key. What the keys say, and whether they can be done, comes from the table of keys.
  var commands: [Command] {
    let own = screenBindings
    let all = own + homeBindings
    let named = Self.names.compactMap { name, action in
      all.first { $0.means(action) }.map { binding in
        Command(
          name: name, help: binding.help, keys: own.contains { $0.means(action) } ? binding.name : "",
          disabledReason: binding.disabledReason, action: action)
      }
    }
    let others = own.compactMap { binding -> Command? in
      guard let action = binding.commandAction, !Self.names.contains(where: { $0.action == action }) else { return nil }
      return Command(
        name: binding.label, help: binding.help, keys: binding.name, disabledReason: binding.disabledReason,
        action: action)
    }
    var names = Set<String>()
    return (named + ways + others + themes + exports).filter { names.insert($0.name).inserted }
  }

  private var themes: [Command] {
    InterfaceSettings.themes.map { theme in
      Command(
        name: "theme \(theme)", help: "Draw the app in this theme; the choice is saved.",
        disabledReason: theme == interface.themeName ? "That is the theme already." : nil,
        action: .settings(.themeWanted(theme)))
    }
  }

  private var ways: [Command] {
    [
      Command(
        name: "sample test", help: Self.sampleHelp, disabledReason: sampleHindrance, action: .home(.sampleAsked)),
      Command(name: "tests", help: "Go to the list of tests.", action: .homeAsked),
      Command(name: "quit", help: "Leave testlet; nothing is lost.", action: .quitAsked),
    ]
  }
}

extension Binding {
  /// What it means, where that does not depend on which of its keys is pressed, and a letter is among them: moving about is
  /// no command.
  fileprivate var commandAction: AppAction? {
    guard let first = keys.first, let last = keys.last, keys.contains(where: \.isLetter) else { return nil }
    let meaning = action(first)
    return meaning == action(last) && meaning != .commandLine(.opened) ? meaning : nil
  }

  fileprivate func means(_ wanted: AppAction) -> Bool {
    keys.first.map { action($0) == wanted } ?? false
  }
}

extension Key {
  fileprivate var isLetter: Bool {
    switch self {
    case .character(let character): character != " "
    case .control: true
    default: false
    }
  }
}
