/// How many questions a model yields in each way of drafting, on slots of the sample notes.
///
/// Three drafts each way tell a clear difference only, and cost no more than a minute or two once: in stages is tried
/// first; in one request only where that can still be better, and where the first half was quick enough that a student
/// need not wait long for the second.
public struct DraftingCalibration: Sendable, Hashable, Codable {
  /// What one way yielded.
  public struct Yield: Sendable, Hashable, Codable {
    /// Drafts asked for; each has one try, with the tries of its stages.
    public var drafts = 0
    /// Of those, the ones that passed every gate and were verified.
    public var verified = 0
    /// Requests that all took, verification included.
    public var requests = 0
    /// Seconds that the requests took.
    public var seconds = 0.0

    /// Nothing yet.
    public init() {}

    /// Verified questions a request.
    var rate: Double { requests == 0 ? 0 : Double(verified) / Double(requests) }
  }

  /// In stages.
  public var staged = Yield()
  /// In one request; no drafts where it was not tried.
  public var oneShot = Yield()

  /// Nothing yet.
  public init() {}

  /// Drafts each way.
  static let drafts = 3
  /// Seconds of the first half from which on the second is left out: drafts in one request take about twice as long.
  static let patience = 30.0

  /// The better way; in stages on a tie, and as long as nothing is known.
  public var method: DraftingMethod { oneShot.rate > staged.rate ? .oneShot : .staged }

  /// Whether in one request can still be better with the drafts that are left, and is worth the wait.
  ///
  /// - Parameter votes: requests that verify one question.
  func isOpen(votes: Int) -> Bool {
    guard staged.drafts > 0, staged.seconds <= Self.patience, oneShot.drafts < Self.drafts else { return false }
    let left = Self.drafts - oneShot.drafts
    let best = Double(oneShot.verified + left) / Double(oneShot.requests + left * (1 + votes))
    return best > staged.rate
  }
}
