import PracticeTests

extension EffectRunner {
  /// Effects of an attempt and its results.
  func runTaking(_ effect: TakingEffect) {
    switch effect {
    case .extendAttempt(let id): work { [.taking(.attemptExtended(try $0.extend(attempt: id)))] }
    case .respond(let id, let position, let response):
      work(failed: { .taking(.responseFailed(attemptID: id, position: position, $0)) }) {
        let kept = try $0.respond(attempt: id, position: position, response)
        // First what was on its way, so that it is known to have come; then what was made of it.
        return (kept == response ? [response] : [response, kept]).map {
          .taking(.responseStored(attemptID: id, position: position, $0))
        }
      }
    case .keepPlace(let id, let position, let seconds):
      work {
        try $0.keepPlace(attempt: id, position: position, activeSeconds: seconds)
        return []
      }
    case .setPaused(let isPaused, let id):
      work {
        try $0.setPaused(isPaused, attempt: id)
        return []
      }
    case .discardUntouched(let id):
      work {
        try $0.discardUntouched(attempt: id)
        return []
      }
    case .submit(let id):
      work(failed: { .taking(.submissionFailed($0)) }) {
        let attempt = try $0.submit(attempt: id)
        return [.taking(.submitted(try TestDoor.handedIn(attempt.testID, in: $0)))]
      }
    case .regrade(let id, let position, let outcome):
      work { [.results(.regraded(try $0.regrade(attempt: id, position: position, outcome)))] }
    case .readPassage(let id): work { [.results(.passageRead(try $0.passage(id)))] }
    }
  }
}
