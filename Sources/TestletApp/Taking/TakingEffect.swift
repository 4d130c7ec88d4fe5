import PracticeTests

/// Something to be done for an attempt and its results.
enum TakingEffect: Equatable, Sendable {
  case extendAttempt(String)
  case respond(attemptID: String, position: Int, Response)
  case keepPlace(attemptID: String, position: Int, seconds: Double)
  case setPaused(Bool, attemptID: String)
  /// Lets go of an attempt that was only looked at.
  case discardUntouched(attemptID: String)
  case submit(attemptID: String)
  case regrade(attemptID: String, position: Int, Outcome)
  /// Reads a passage of the notes.
  case readPassage(String)
}
