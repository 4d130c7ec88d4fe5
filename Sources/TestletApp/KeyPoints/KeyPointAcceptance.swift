import PracticeTests

extension TakingState {
  /// Marks an answer that only the student could grade as right.
  mutating func acceptKeyPoints(_ position: Int) -> [AppEffect] {
    var response = response(at: position)
    guard response.outcome == .ungraded, !isSubmitting else { return [] }
    response.outcome = .modelGradedRight
    pending[position] = response
    return [.taking(.respond(attemptID: attempt.id, position: position, response))]
  }
}

extension ReviewState {
  /// Marks the answer on the screen, which only the student could grade, as right.
  mutating func acceptKeyPoints() -> [AppEffect] {
    guard let asked, asked.response.outcome == .ungraded, !asked.isKeeping else { return [] }
    self.asked?.response.outcome = .modelGradedRight
    return keep()
  }
}
