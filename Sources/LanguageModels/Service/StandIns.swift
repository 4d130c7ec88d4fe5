/// Which backends are gone, and who answers in their place until they are back.
struct StandIns: Sendable {
  private struct Absence {
    var standIn: String
    let began: ContinuousClock.Instant
    /// When the backend was last asked whether it is back.
    var asked: ContinuousClock.Instant
    /// How often it was back and failed again.
    var relapses = 0

    var patience: Duration { StandIns.patience * (1 << relapses) }
  }

  /// The time between two questions whether a backend is back; it doubles with every relapse.
  private static let patience = Duration.seconds(5)
  private static let mostRelapses = 6

  private var absences: [String: Absence] = [:]
  /// Relapses of backends that said they were back and have not answered since.
  private var relapses: [String: Int] = [:]

  /// Who answers in the place of a backend.
  subscript(_ id: String) -> String? { absences[id]?.standIn }

  /// Notes that a backend is gone and another has answered for it.
  ///
  /// - Returns: whether that is news.
  mutating func begin(_ id: String, by standIn: String, now: ContinuousClock.Instant) -> Bool {
    let isNews = absences[id]?.standIn != standIn
    absences[id] = Absence(standIn: standIn, began: now, asked: now, relapses: relapses[id] ?? 0)
    return isNews
  }

  /// Whether it is time to ask if a backend is back; only one of those who wait is told so.
  mutating func isDue(_ id: String, now: ContinuousClock.Instant) -> Bool {
    guard let absence = absences[id], now - absence.asked >= absence.patience else { return false }
    absences[id]?.asked = now
    return true
  }

  /// Takes a backend's word that it is back; one that has failed after such a word is not believed at once.
  ///
  /// - Returns: whether it is believed.
  mutating func end(_ id: String, now: ContinuousClock.Instant) -> Bool {
    guard let absence = absences[id], absence.relapses == 0 || now - absence.began >= absence.patience else {
      return false
    }
    absences[id] = nil
    relapses[id] = min(absence.relapses + 1, Self.mostRelapses)
    return true
  }

  /// Notes that a backend has really answered.
  ///
  /// - Returns: whether it was taken for gone.
  mutating func noteAnswer(_ id: String) -> Bool {
    relapses[id] = nil
    return absences.removeValue(forKey: id) != nil
  }

  /// Forgets every absence, such as when settings have changed.
  ///
  /// - Returns: the ids of those that were taken for gone.
  mutating func clear() -> [String] {
    defer { self = StandIns() }
    return absences.keys.sorted()
  }
}
