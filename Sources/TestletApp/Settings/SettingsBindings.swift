import Terminal

extension AppState {
  func settingsBindings(_ settings: SettingsState) -> [Binding] {
    guard settings.keyField == nil else {
      return [
        Binding(
          [.enter], "save", help: "Keep the key in the place of the one that is kept.", does: .settings(.keyEntered)),
        Binding(
          [.control("x")], "remove", help: "Remove the key that is kept (asks).",
          disabled: pointedBackend?.key == KeyState.none ? "There is no key." : nil, does: .settings(.keyRemovalAsked)),
        Binding([.escape], "leave it", help: "Leave the key as it was.", footer: .pinned, does: .settings(.keyLeft)),
      ]
    }
    let unknown = pointedBackend == nil ? "The backends are not known yet." : nil
    let hindrance: String? =
      unknown != nil
      ? unknown : settings.choosing != nil ? "The choice is being saved." : nil
    return [
      Binding(
        [.enter, .character(" ")], "use", help: "Have this backend write: saved, and in effect at once.",
        disabled: hindrance, does: .settings(.chosen)),
      Binding(
        [.character("m")], "models", help: "The models of this backend: choose one, or bring another.",
        disabled: pointedBackend?.configuration.kind == .mock ? "The built-in writer has no model." : unknown,
        does: .settings(.modelsAsked)),
      Binding(
        [.character("t")], "try", help: "Ask it one real question: prompt, answer, time and gates.",
        disabled: unknown, does: .settings(.trialAsked)),
      Binding(
        [.character("p")], "parameters", help: "Every setting of this backend, with its range and its default.",
        disabled: unknown, does: .settings(.parametersAsked)),
      Binding(
        [.character("a")], "API key", help: "Enter an API key for this backend at its address; it is never shown.",
        footer: pointedBackend?.configuration.takesKey == true ? .listed : .hidden,
        disabled: unknown ?? (pointedBackend?.configuration.takesKey == true ? nil : "This backend takes no key."),
        does: .settings(.keyAsked)),
      Binding(
        [.character("c")], "colours", help: "Go to the next theme: auto, dark, light, monochrome; in effect at once.",
        does: .settings(.themeAsked)),
      Binding(
        [.character("r")], "check again", help: "Ask every backend again how it is.", does: .settings(.refreshAsked)),
      Binding(
        [.up, .down, .character("k"), .character("j"), .home, .end], name: "Up/Down, j/k", "move",
        help: "Move in the list.", footer: .hidden
      ) { .settings(.moved($0)) },
      Binding(
        [.pageUp, .pageDown], name: "PgUp/PgDn", "scroll", help: "Scroll what is said of the backend.", footer: .hidden
      ) { .settings(.scrolled($0)) },
    ]
  }
}
