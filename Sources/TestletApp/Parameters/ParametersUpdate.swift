import LanguageModels
import Terminal

extension AppState {
  mutating func openParameters() -> [AppEffect] {
    guard let entry = pointedBackend else { return [] }
    push(.parameters(ParametersState(configuration: entry.configuration)))
    return [.settings(.readParameters(entry.configuration))]
  }

  mutating func updateParameters(_ action: ParametersAction) -> [AppEffect] {
    // What was changed elsewhere, such as the model, fails here too.
    if case .failed(let sentence) = action { fail(sentence) }
    guard var parameters else { return [] }
    let effects = parameters.update(action, height: size.rows)
    self.parameters = parameters
    return effects
  }
}

extension ParametersState {
  fileprivate mutating func update(_ action: ParametersAction, height: Int) -> [AppEffect] {
    switch action {
    case .read(let id, let read): if id == backend { parameters = read }
    case .failed: break
    case .moved(let key): _ = list.handle(key, count: parameters?.count ?? 0, height: height)
    case .stepped(let step): return selected?.stepped(step).map(set) ?? []
    case .fieldOpened:
      guard let selected else { return [] }
      if let next = selected.stepped(1) { return set(next) }
      (field, problem) = (TextField(selected.text, limit: 500), nil)
    case .keyTyped(let key):
      if field?.handle(key) == true { problem = nil }
    case .entered:
      guard let selected, let text = field?.text else { return [] }
      guard selected.key.reading(text) != nil else {
        problem = "It has to be \(selected.key.expectation)."
        return []
      }
      field = nil
      return text == selected.text ? [] : set(text)
    case .fieldLeft: (field, problem) = (nil, nil)
    case .resetAsked: return set(selected?.key.defaultValue?.text ?? "")
    }
    return []
  }

  private func set(_ text: String) -> [AppEffect] {
    selected.map { [.settings(.setParameter($0.key.name, text, of: configuration))] } ?? []
  }
}
