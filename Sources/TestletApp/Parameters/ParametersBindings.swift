import Terminal

extension AppState {
  func parametersBindings(_ parameters: ParametersState) -> [Binding] {
    guard parameters.field == nil else {
      return [
        Binding([.enter], "save", help: "Save what is typed; it is in effect at once.", does: .parameters(.entered)),
        Binding(
          [.escape], "leave it", help: "Leave the setting as it was.", footer: .pinned, does: .parameters(.fieldLeft)),
      ]
    }
    let hindrance = parameters.selected == nil ? "The settings are not read yet." : nil
    let isChoice = parameters.selected?.stepped(1) != nil
    return [
      Binding(
        [.enter], "change", help: "Type another value, or go to the next one; it is saved, and in effect at once.",
        disabled: hindrance, does: .parameters(.fieldOpened)),
      Binding(
        [.right, .character("l"), .character(" ")], "next", help: "Go to the next value of a few.",
        footer: isChoice ? .listed : .hidden, disabled: isChoice ? hindrance : "This one is typed: press Enter.",
        does: .parameters(.stepped(1))),
      Binding(
        [.left, .character("h")], "previous", help: "Go to the value before.", footer: .hidden,
        disabled: isChoice ? hindrance : "This one is typed: press Enter.", does: .parameters(.stepped(-1))),
      Binding(
        [.character("d")], "default", help: "Set it to its default.",
        disabled: hindrance ?? (parameters.selected?.isAtDefault == true ? "It is at its default." : nil),
        does: .parameters(.resetAsked)),
      Binding(.listMoves, name: "Up/Down, j/k", "move", help: "Move in the list.", footer: .hidden) {
        .parameters(.moved($0))
      },
    ]
  }
}

extension Parameter {
  fileprivate var isAtDefault: Bool { value == key.defaultValue || text.isEmpty && key.defaultValue == nil }
}
