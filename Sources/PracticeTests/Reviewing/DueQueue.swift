import Foundation

/// Which cards come up, and in which order.
enum DueQueue {
  /// A card that is due.
  struct Entry: Sendable, Hashable {
    var question: Int
    var card: ReviewCard
    /// When it was first reviewed; `nil` for one that only a test has asked yet.
    var introducedAt: Date?
  }

  /// What was done on a day.
  struct Done: Sendable, Hashable {
    /// Questions that were reviewed.
    var reviewed = 0
    /// Those of them that were reviewed for the first time.
    var introduced = 0
  }

  /// The cards that come up, as far as the limits of the day allow: first what is being learned, then what is most
  /// likely forgotten, then what no review has asked yet.
  static func order(
    _ due: [Entry], _ done: Done, _ settings: ReviewSettings, _ scheduler: ReviewScheduler, at now: Date
  ) -> [Entry] {
    let today = scheduler.days.start(of: scheduler.days.day(of: now))
    let learning = due.filter { $0.introducedAt != nil && $0.card.isBeingLearned }.sorted { $0.card.due < $1.card.due }
    // One that was reviewed today already is in the day's count.
    let isCounted = learning.count { $0.card.reviewedAt < today }
    let room = max(0, settings.perDay - done.reviewed - isCounted)
    let learned = due.filter { $0.introducedAt != nil && !$0.card.isBeingLearned }.map { entry in
      (entry, scheduler.retrievability(entry.card, at: now))
    }.sorted { ($0.1, $0.0.question) < ($1.1, $1.0.question) }.map(\.0).prefix(room)
    let newRoom = min(room - learned.count, max(0, settings.newPerDay - done.introduced))
    let new = due.filter { $0.introducedAt == nil }
      .sorted { ($0.card.due, $0.question) < ($1.card.due, $1.question) }.prefix(newRoom)
    return learning + learned + new
  }
}
