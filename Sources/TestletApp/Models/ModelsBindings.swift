import Terminal

extension AppState {
  func modelsBindings(_ models: ModelsState) -> [Binding] {
    let isPulling = backends.pulls[models.backend]?.isRunning == true
    let (label, help, hindrance): (String, String, String?) =
      switch models.selected {
      case .present: ("use", "Have this model answer: saved, and in effect at once.", nil)
      case .recommended, .named:
        ("bring", "Bring this model to the machine.", isPulling ? "Another model is still coming." : nil)
      case nil: ("use", "Have this model answer.", models.rows.isEmpty ? "There is no model to choose." : nil)
      }
    return [
      Binding([.enter], label, help: help, disabled: hindrance, does: .models(.rowChosen)),
      Binding(
        [.control("x")], "stop bringing", help: "Stop bringing a model; what has come is kept.",
        footer: isPulling ? .listed : .hidden, disabled: isPulling ? nil : "No model is coming.",
        does: .models(.pullCancelled)),
      Binding(
        [.up, .down, .pageUp, .pageDown], name: "Up/Down", "move", help: "Move in the list; typing filters the names.",
        footer: .hidden
      ) { .models(.moved($0)) },
    ]
  }
}
