import PracticeTests

extension EffectRunner {
  func runReview(_ effect: ReviewEffect) {
    switch effect {
    case .loadReview(let asked, let practises):
      work { library in
        let queue = try library.reviewQueue(asked: asked)
        let next = try queue.next ?? (practises ? library.practiceItem(asked: asked) : nil)
        return [.review(.loaded(queue, next: next))]
      }
    case .keepReview(let item, let response, let seconds, let before):
      work(failed: { .review(.keepingFailed($0)) }) { library in
        do {
          let kept = try library.keepReview(
            item.question, response, seconds: seconds, replacing: before, shownAs: item)
          return [.review(.kept(questionID: item.question.id, kept))]
        } catch LibraryError.answeredMeanwhile {
          let sentence = LibraryError.answeredMeanwhile.sentence
          return [.review(.overtaken(questionID: item.question.id, sentence))]
        }
      }
    case .takeBackReview(let id): change { try $0.takeBackReview(id) }
    case .suspend(let id, let isSuspended): change { try $0.setSuspended(isSuspended, question: id) }
    case .endSuspensions: change { try $0.endSuspensions() }
    case .loadStats(let subject):
      work { [.stats(.loaded(try $0.statistics(about: [subject].compactMap(\.self)), about: subject))] }
    }
  }

  private func change(_ body: @escaping @Sendable (Library) throws -> Void) {
    work {
      try body($0)
      return []
    }
  }
}
