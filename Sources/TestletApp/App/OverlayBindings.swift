import Terminal

/// The keys of what lies over the screen. What is typed there has no binding, and goes to it as it is.
extension Overlay {
  /// Every key that does something there.
  var bindings: [Binding] {
    switch self {
    case .help: Self.helpBindings(isScrolling: true)
    case .attemptForm: Self.formBindings
    case .commandLine(let line): Self.lineBindings(line)
    case .confirmation(let confirmation): Self.bindings(of: confirmation.dialog)
    }
  }

  static func helpBindings(isScrolling: Bool) -> [Binding] {
    [
      Binding(
        inOverlay: [Key].listMoves, name: "Up/Down, j/k", "scroll", help: "Scroll the keys.",
        footer: isScrolling ? .listed : .hidden),
      Binding(
        inOverlay: [.escape, .character("q"), .character("?"), .enter], "close", help: "Close the help.",
        footer: .pinned),
    ]
  }

  private static var formBindings: [Binding] {
    [
      Binding(inOverlay: [.enter], "begin", help: "Begin the test as the form has it."),
      Binding(inOverlay: [.left, .right], name: "Left/Right", "change", help: "Change what is pointed at."),
      Binding(
        inOverlay: [.up, .down, .tab, .backTab, .character("k"), .character("j")], name: "Up/Down, j/k", "move",
        help: "Go to another line of the form."),
      Binding(
        inOverlay: [.escape, .character("q")], "leave", help: "Close the form; no test is begun.", footer: .pinned),
    ]
  }

  private static func lineBindings(_ line: CommandLineState) -> [Binding] {
    [
      Binding(
        inOverlay: [.enter], "do it", help: "Do the command that is pointed at, or find out what the words mean.",
        footer: .hidden),
      Binding(inOverlay: [.tab, .backTab], "complete", help: "Complete the command, or go to the next or the last."),
      Binding(
        inOverlay: [.up], "history",
        help: "Go up among the commands; from their top, bring back what was entered before."),
      Binding(
        inOverlay: [.down], "list", help: "Go down among the commands; after Up, to what was entered later."),
      Binding(
        [.function(1)], "help", help: "Show all keys of the command line.",
        disabled: line.asked == nil ? nil : "What you said is being found out: Esc stops that.", does: .helpAsked),
      Binding(
        inOverlay: [.escape], line.asked == nil ? "close" : "stop",
        help: "Stop what is being found out, or close the command line.", footer: .pinned),
    ]
  }

  /// Each answer has its first letter; Enter gives the one pointed at.
  private static func bindings(of dialog: Dialog) -> [Binding] {
    let pointed = dialog.buttons.indices.contains(dialog.selection) ? dialog.buttons[dialog.selection] : "close"
    let letters = dialog.buttons.enumerated().compactMap { index, button in
      button.lowercased().first.map { letter in
        Binding(
          inOverlay: [.character(letter)], label(button), help: "Answer \"\(button)\".",
          footer: index == dialog.selection ? .hidden : .listed)
      }
    }
    let moving = Binding(
      inOverlay: [.left, .right, .up, .down, .tab, .backTab], name: "Left/Right", "move",
      help: "Point at another answer.")
    let leaving = Binding(
      inOverlay: [.escape, .character("q")], "close", help: "Close the window; nothing is done.", footer: .pinned)
    let answering = Binding(
      inOverlay: [.enter, .character(" ")], label(pointed), help: "Give the answer that is pointed at.")
    return [answering] + letters + [moving, leaving]
  }

  /// An answer as the footer says it.
  private static func label(_ button: String) -> String { button.prefix(1).lowercased() + button.dropFirst() }
}

extension Binding {
  /// Makes a binding of keys that go to what lies over the screen.
  fileprivate init(
    inOverlay keys: [Key], name: String? = nil, _ label: String, help: String, footer: FooterPlace = .listed
  ) {
    self.init(keys, name: name, label, help: help, footer: footer) { .overlayKeyPressed($0) }
  }
}
