import Foundation
import PracticeTests

/// Taking back, and putting away.
extension ReviewState {
  mutating func undo(_ now: Date) -> [AppEffect] {
    guard let step = steps.popLast() else { return [] }
    isGoingOn = false
    switch step {
    case .reviewed(let item, let id):
      if done.last == item.question.id { done.removeLast() }
      asked = Asked(item, now: now)
      return [.review(.takeBackReview(id))]
    case .suspended(let item):
      asked = Asked(item, now: now)
      return [.review(.suspend(item.question.id, false))]
    case .removed(let item):
      asked = Asked(item, now: now)
      return [.bank(.setQuestionReported(false, item.question.id))]
    }
  }

  mutating func putAway(
    _ step: (ReviewItem) -> Step, by effect: (String) -> AppEffect
  ) -> [AppEffect] {
    guard !isGoingOn, let item = asked?.item else { return [] }
    steps.append(step(item))
    isGoingOn = true
    return [effect(item.question.id), load]
  }
}
