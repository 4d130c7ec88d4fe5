import Terminal

extension AppState {
  /// Every key that does something now: those of what lies over the screen, or else those of the screen.
  var bindings: [Binding] {
    guard let overlay else { return screenBindings }
    guard case .help = overlay, helpRows.count <= helpHeight else { return overlay.bindings }
    return Overlay.helpBindings(isScrolling: false)
  }

  /// Every key of the screen: its own, then those that do the same everywhere.
  var screenBindings: [Binding] {
    let own: [Binding] =
      switch screen {
      case .home: homeBindings
      case .newTest(let newTest): newTestBindings(newTest)
      case .generating(let generating): generatingBindings(generating)
      case .taking(let taking): takingBindings(taking)
      case .results(let results): resultsBindings(results)
      case .bank(let bank): bankBindings(bank)
      case .sources(let sources): sourcesBindings(sources)
      case .review(let review): reviewBindings(review)
      case .stats(let stats): statsBindings(stats)
      case .chat(let chat): chatBindings(chat)
      case .settings(let settings): settingsBindings(settings)
      case .models(let models): modelsBindings(models)
      case .parameters(let parameters): parametersBindings(parameters)
      case .trial(let trial): trialBindings(trial)
      }
    return own + globalBindings
  }

  /// Whether letters are text: then they can't be keys.
  var isTyping: Bool {
    switch screen {
    case .newTest(let newTest): newTest.isTyping
    case .taking(let taking): taking.isTyping
    case .bank(let bank): bank.isTyping
    case .review(let review): review.isTyping
    case .settings(let settings): settings.keyField != nil
    case .models, .chat: true
    case .parameters(let parameters): parameters.field != nil
    case .home, .generating, .results, .stats, .sources, .trial: false
    }
  }

  /// The keys that do the same on every screen.
  var globalBindings: [Binding] {
    var bindings = [
      Binding(
        isTyping ? [.function(1)] : [.character("?"), .function(1)], "help", help: "Show all keys of this screen.",
        footer: .pinned, does: .helpAsked),
      Binding(
        [.control("l")], "redraw", help: "Draw the screen anew.", footer: .hidden, does: .redrawAsked),
    ]
    if !isTyping {
      bindings.append(
        Binding(
          [.character(":")], "command",
          help: "Open the command line: every command by its name, or what you want in plain words.",
          does: .commandLine(.opened)))
    }
    if screens.count > 1, !isEscapeTaken {
      bindings.insert(
        Binding(
          isTyping ? [.escape] : [.character("q"), .escape], "back", help: "Go back; nothing is lost.",
          footer: .pinned, does: .backAsked), at: 0)
    } else if screens.count == 1 {
      bindings.insert(
        Binding(
          [.character("q")], "quit", help: "Leave testlet; nothing is lost, and what is being made goes on next time.",
          footer: .pinned, does: .backAsked), at: 0)
    }
    return bindings
  }

  /// Whether Escape leaves a part of the screen instead of the screen.
  private var isEscapeTaken: Bool {
    switch screen {
    case .newTest(let newTest): newTest.popup != nil
    case .taking(let taking): taking.isTyping || taking.map != nil
    case .results(let results): results.opened != nil || results.passage != nil
    case .review(let review): review.isTyping
    case .parameters(let parameters): parameters.field != nil
    case .bank(let bank): bank.isTyping || bank.filters != nil || bank.opened != nil || bank.isNarrowed
    case .settings(let settings): settings.keyField != nil
    case .chat(let chat): chat.running != nil
    case .sources(let sources): sources.opened != nil
    case .home, .generating, .stats, .models, .trial: false
    }
  }
}
