import Terminal

extension AppState {
  func settingsBindings(_ settings: SettingsState) -> [Binding] {
    let hindrance: String? =
      pointedBackend == nil
      ? "The backends are not known yet." : settings.choosing != nil ? "The choice is being saved." : nil
    return [
      Binding(
        [.enter, .character(" ")], "use", help: "Have this backend write: saved, and in effect at once.",
        disabled: hindrance, does: .settings(.chosen)),
      Binding(
        [.character("r")], "check again", help: "Ask every backend again how it is.", does: .settings(.refreshAsked)),
      Binding(.listMoves, name: "Up/Down, j/k", "move", help: "Move in the list.", footer: .hidden) {
        .settings(.moved($0))
      },
    ]
  }
}
