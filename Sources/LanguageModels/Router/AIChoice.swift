/// Who does a task, and why; a value that depends on nothing but what it was made from.
public struct AIChoice: Sendable, Hashable {
  /// One that was not chosen.
  public struct PassedOver: Sendable, Hashable {
    /// The id of its backend.
    public var id: String
    /// Why, to go on a sentence with.
    public var reason: String
    /// The same for a log: without a server's own words, which may repeat what it was sent.
    public var loggedReason: String

    /// Makes one.
    ///
    /// - Parameter logged: the reason for a log, where that is another.
    public init(_ id: String, _ reason: String, logged: String? = nil) {
      self.id = id
      self.reason = reason
      loggedReason = logged ?? reason
    }
  }

  /// The one chosen; `nil` when nobody can do it.
  public var chosen: AICandidate?
  /// Why, to go on a sentence with.
  public var reason: String
  /// The others, in their order.
  public var passedOver: [PassedOver]

  /// Chooses among candidates, which come in the order of the settings: who can do the task and may be asked; of those
  /// the selected one, then one on this machine, then one whose answers are known to follow schemas where that matters.
  public static func make(
    for task: AITask, among candidates: [AICandidate], mode: BackendSettings.Mode, privacy: EgressPolicy.Mode
  ) -> AIChoice {
    let judged = candidates.map { ($0, obstacle(to: $0, for: task, mode: mode, privacy: privacy)) }
    let able = judged.filter { $0.1 == nil }.map(\.0)
    let chosen = able.enumerated().min { a, b in
      rank(a.element, task, a.offset).lexicographicallyPrecedes(rank(b.element, task, b.offset))
    }?.element
    let passedOver = judged.filter { $0.0.id != chosen?.id }.map { candidate, obstacle in
      var quiet = candidate
      quiet.availability = candidate.availability.withoutRemark
      return PassedOver(
        candidate.id, obstacle ?? "\(chosen?.id ?? "another") goes before it",
        logged: Self.obstacle(to: quiet, for: task, mode: mode, privacy: privacy))
    }
    let reason = chosen.map { Self.reason(for: $0, able: able.count) } ?? "nobody can do it"
    return AIChoice(chosen: chosen, reason: reason, passedOver: passedOver)
  }

  /// What keeps a candidate from a task; `nil` when nothing does.
  private static func obstacle(
    to candidate: AICandidate, for task: AITask, mode: BackendSettings.Mode, privacy: EgressPolicy.Mode
  ) -> String? {
    if !candidate.capabilities.hasModel { return "it has no model" }
    if let bar = bar(to: candidate.place, mode: mode, privacy: privacy) { return bar }
    guard candidate.availability.isAvailable else {
      return candidate.availability.problem ?? "it did not answer in time"
    }
    if let context = candidate.capabilities.contextTokens, context < task.leastTokens {
      return "its model takes \(context) tokens, and this needs \(task.leastTokens)"
    }
    return nil
  }

  /// What keeps everyone at a place from being asked, even how they are; `nil` when nothing does.
  public static func bar(to place: AIPlace, mode: BackendSettings.Mode, privacy: EgressPolicy.Mode) -> String? {
    switch (place, mode) {
    case (.host(let host), _) where privacy == .localOnly: "the privacy mode is local-only, and it is at \(host)"
    case (.host(let host), .local): "the mode is local, and it is at \(host)"
    case (.thisMachine, .byo): "the mode is byo, and it is on this machine"
    default: nil
    }
  }

  /// The lower, the sooner.
  private static func rank(_ candidate: AICandidate, _ task: AITask, _ order: Int) -> [Int] {
    let isUnproven = task.kind.needsSchema && !candidate.capabilities.followsSchemas
    return [
      candidate.isSelected ? 0 : 1, candidate.place == .thisMachine ? 0 : 1, isUnproven ? 1 : 0, order,
    ]
  }

  private static func reason(for candidate: AICandidate, able: Int) -> String {
    if candidate.isSelected { return "it is selected" }
    if able == 1 { return "it is the only one that can" }
    return candidate.place == .thisMachine
      ? "of those that can, it is on this machine" : "of those that can, it comes first in the settings"
  }
}
