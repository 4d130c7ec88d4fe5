import PracticeTests

extension AppState {
  /// Shows a test where the student goes with it, unless the student has gone elsewhere meanwhile.
  mutating func enter(_ test: StoredTest, _ entrance: TestEntrance) -> [AppEffect] {
    guard let arrival else {
      // It is made: the form that it was ordered on can be used again.
      if entrance == .generating { newTest?.isMaking = false }
      return letGo(entrance) + [.loadHome]
    }
    home.selectedID = test.id
    if arrival == .order { forgetMadeForm() }
    if generations[test.id]?.isRunning != true { generations[test.id] = remembered(test) }
    switch entrance {
    case .taking(let attempt):
      show(.taking(TakingState(title: test.title, attempt: attempt, now: now)))
    case .generating:
      show(.generating(GeneratingState(testID: test.id)))
    case .results(let attempts, let openMode):
      show(.results(ResultsState(title: test.title, attempts: attempts, openMode: openMode)))
    }
    guard test.status == .generating, generations[test.id]?.phase == .idle else { return [] }
    return startGeneration(test.id, reopensMissing: false)
  }

  /// Lets an attempt go that the student does not want any more; one that is open already was asked for by two keys.
  private func letGo(_ entrance: TestEntrance) -> [AppEffect] {
    guard case .taking(let attempt) = entrance, attempt.limitSeconds == nil, taking?.attempt.id != attempt.id else {
      return []
    }
    return [.taking(.discardUntouched(attemptID: attempt.id))]
  }

  /// A generation that was cancelled stays so until the student resumes it.
  private func remembered(_ test: StoredTest) -> GenerationState {
    var generation = GenerationState(test)
    if generations[test.id]?.phase == .cancelled { generation.phase = .cancelled }
    return generation
  }
}
