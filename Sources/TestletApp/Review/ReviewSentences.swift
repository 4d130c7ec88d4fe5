import Foundation
import PracticeTests

extension KeptReview {
  /// When the question comes back.
  func sentence(at now: Date) -> String {
    due.map { "It comes back \(Wording.until($0, from: now))." } ?? "It needs no review."
  }
}

extension ReviewQueue {
  /// What comes later where nothing is due now, a sentence each.
  func later(at now: Date) -> [String] {
    let next = nextDue.map { ["The next question comes \(Wording.until($0, from: now))."] } ?? []
    guard held > 0 else { return next }
    let rest = "\(Wording.count(held, "more question")) \(held == 1 ? "is" : "are") left for tomorrow"
    return next + ["\(rest), by the limits of a day in the settings."]
  }
}
