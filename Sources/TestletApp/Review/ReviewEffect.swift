import PracticeTests

/// Something to be done for reviews and figures.
enum ReviewEffect: Equatable, Sendable {
  /// Reads what is due, and which question comes next: where nothing is due, one to practise.
  case loadReview(asked: [String], practises: Bool)
  /// Keeps a review, in the place of one that was kept before.
  case keepReview(ReviewItem, Response, seconds: Double, replacing: Int64?)
  case takeBackReview(Int64)
  /// Puts a question away, or brings it back.
  case suspend(String, Bool)
  case endSuspensions
  /// Works out the figures about a subject; without one, about everything.
  case loadStats(about: StatsSubject?)
}
