import LanguageModels
import Terminal

extension AppState {
  mutating func openModels() -> [AppEffect] {
    guard let entry = pointedBackend else { return [] }
    push(.models(ModelsState(backend: entry.id, kind: entry.configuration.kind)))
    return [.settings(.listModels(entry.id))]
  }

  mutating func updateModels(_ action: ModelsAction) -> [AppEffect] {
    guard var models else { return [] }
    var effects: [AppEffect] = []
    switch action {
    case .listed(let id, let list):
      if id == models.backend { (models.present, models.problem) = (list, nil) }
    case .listFailed(let id, let sentence):
      if id == models.backend { (models.present, models.problem) = ([], sentence) }
    case .keyTyped(let key):
      if models.filter.handle(key) { models.list.selection = 0 }
    case .moved(let key):
      _ = models.list.handle(key, count: models.rows.count, height: ModelsLayout.listHeight(size), letters: false)
    case .rowChosen: effects = choose(models.selected, of: models.backend)
    case .pullCancelled: effects = [.settings(.cancelPull(models.backend))]
    }
    self.models = models
    return effects
  }

  /// Takes a model that is there, and brings one that is not.
  private mutating func choose(_ row: ModelsState.Row?, of id: String) -> [AppEffect] {
    guard let row, let entry = backends.entries.first(where: { $0.id == id }) else { return [] }
    if case .present(let model) = row {
      return [.settings(.setParameter("backends.\(id).model", model.name, of: entry.configuration))]
    }
    guard backends.pulls[id]?.isRunning != true else { return [] }
    backends.pulls[id] = BackendsState.Pull(model: row.name)
    return [.settings(.pullModel(row.name, to: id))]
  }

  /// A model has come, or not.
  mutating func endPull(_ id: String, problem: String?) -> [AppEffect] {
    guard var pull = backends.pulls[id] else { return [] }
    (pull.isRunning, pull.problem) = (false, problem)
    backends.pulls[id] = pull
    return models?.backend == id ? [.settings(.listModels(id))] : []
  }
}
