import Foundation
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
      settings.selection = list.selection
      self.settings = settings
    case .chosen:
      guard let entry = pointedBackend else { return [] }
      settings?.choosing = entry.id
      return [.selectBackend(entry.id)]
    case .choiceSaved(let id):
      backends.selectedID = id
      settings?.choosing = nil
      let name = backends.selected?.fullName ?? id
      notice = Notice(kind: .information, text: "\(name) writes from now on; the choice is saved.")
    case .choiceFailed(let sentence):
      settings?.choosing = nil
      notice = Notice(kind: .problem, text: sentence)
    case .refreshAsked:
      backends.askedAt = now
      return [.probeBackends]
    }
    return []
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
