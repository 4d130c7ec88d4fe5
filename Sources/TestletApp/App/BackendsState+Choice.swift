import LanguageModels
import PracticeTests

extension BackendsState {
  /// Whom the router would choose for a task now, as far as is known; `nil` where it would find nobody.
  func author(of task: AITaskKind) -> ModelSignature? {
    let candidates = entries.map { entry in
      AICandidate(entry.configuration, isSelected: entry.id == selectedID, availability: entry.likelyAvailability)
    }
    let choice = AIChoice.make(for: AITask(task), among: candidates, mode: mode, privacy: privacy)
    return choice.chosen.map { ModelSignature($0) }
  }

  /// What keeps the router from a backend, however that is; `nil` where nothing does.
  func bar(to entry: BackendEntry) -> String? {
    AIChoice.bar(to: entry.configuration.place, mode: mode, privacy: privacy)
  }
}

extension BackendEntry {
  /// How it is; one that was not asked yet is likely to be there.
  fileprivate var likelyAvailability: BackendAvailability {
    availability == .unknown ? .available(latencyMilliseconds: 0, proven: false) : availability
  }
}
