import Foundation
import LanguageModels
import Terminal

extension AppState {
  /// Seconds after which the backends are asked again while the settings are open.
  private static let askingInterval = 5.0

  mutating func updateSettings(_ action: SettingsAction) -> [AppEffect] {
    switch action {
    case .moved(let key):
      guard var settings else { return [] }
      var list = ListView(selection: settings.selection)
      _ = list.handle(key, count: backends.entries.count, height: backends.entries.count)
      (settings.selection, settings.details) = (list.selection, ScrollView())
      self.settings = settings
    case .scrolled(let key):
      let details = SettingsLayout(size, backends: backends.entries.count).details
      let total = detailRows(details).count
      _ = settings?.details.handle(key, total: total, height: details.rows)
    case .chosen:
      guard let entry = pointedBackend else { return [] }
      if case .unavailable(.notPermitted(let host)) = entry.availability {
        overlay = .confirmation(Confirmation(dialog: entry.agreement(to: host), deed: .agree(host: host)))
        return []
      }
      return select(entry)
    case .choiceSaved(let id):
      backends.selectedID = id
      settings?.choosing = nil
      notice = choiceNotice(id)
    case .choiceFailed(let sentence):
      settings?.choosing = nil
      notice = Notice(kind: .problem, text: sentence)
    case .agreed(let host):
      guard let entry = pointedBackend else { return [] }
      return [.settings(.agree(entry.configuration, host: host))] + select(entry)
    case .keyAsked: settings?.keyField = TextField(isMasked: true, limit: 10_000)
    case .keyTyped(let key): _ = settings?.keyField?.handle(key)
    case .keyEntered:
      guard let entry = pointedBackend, let text = settings?.keyField?.text else { return [] }
      settings?.keyField = nil
      return text.isEmpty ? [] : [.settings(.storeKey(text, entry.configuration))]
    case .keyRemovalAsked: askKeyRemoval()
    case .keyRemoved(let id):
      settings?.keyField = nil
      return backends.entries.first { $0.id == id }.map { [.settings(.storeKey("", $0.configuration))] } ?? []
    case .keyLeft: settings?.keyField = nil
    case .modelsAsked: return openModels()
    case .trialAsked: return openTrial()
    case .parametersAsked: return openParameters()
    case .themeAsked: return askTheme()
    case .themeWanted(let theme): return setTheme(theme)
    case .refreshAsked:
      backends.askedAt = now
      return [.settings(.probeBackends)]
    }
    return []
  }

  private mutating func askKeyRemoval() {
    guard let entry = pointedBackend else { return }
    let dialog = Dialog(
      title: "Remove the API key?",
      message: "The key for \(entry.name) is not kept any more; to use it again, it has to be entered again.",
      buttons: ["Keep it", "Yes, remove"])
    overlay = .confirmation(Confirmation(dialog: dialog, deed: .removeKey(backend: entry.id)))
  }

  /// Goes to the next theme, around the end.
  private mutating func askTheme() -> [AppEffect] {
    let themes = InterfaceSettings.themes
    let index = themes.firstIndex(of: interface.themeName) ?? 0
    return setTheme(themes[(index + 1) % themes.count])
  }

  private mutating func setTheme(_ theme: String) -> [AppEffect] {
    let remark = interface.hasNoColours && theme != Theme.Name.monochrome.rawValue
    notice = Notice(
      kind: .information,
      text: "Theme: \(theme); the choice is saved." + (remark ? " NO_COLOR keeps colours away now." : ""))
    return [.settings(.setTheme(theme))]
  }

  /// What is said of a choice that was saved.
  private func choiceNotice(_ id: String) -> Notice {
    let name = backends.selected?.fullName ?? id
    let problem: String? =
      switch backends.selected?.availability {
      // It has just been agreed to: how it is now is not known yet.
      case .unavailable(.notPermitted): nil
      case .unavailable: backends.selected?.availability.reason
      case .available, .loading, .unknown, nil: nil
      }
    return problem.map { Notice(kind: .problem, text: "\(name) is chosen, but not available: \($0)") }
      ?? Notice(kind: .information, text: "\(name) writes from now on; the choice is saved.")
  }

  private mutating func select(_ entry: BackendEntry) -> [AppEffect] {
    settings?.choosing = entry.id
    return [.settings(.selectBackend(entry.id))]
  }

  /// Asks again every few seconds while the student looks.
  mutating func tickSettings() -> [AppEffect] {
    guard case .settings = screen else { return [] }
    if let asked = backends.askedAt, now.timeIntervalSince(asked) < Self.askingInterval { return [] }
    return updateSettings(.refreshAsked)
  }

  /// The backend that keys act on.
  var pointedBackend: BackendEntry? {
    guard let settings, backends.entries.indices.contains(settings.selection) else { return backends.entries.last }
    return backends.entries[settings.selection]
  }
}
