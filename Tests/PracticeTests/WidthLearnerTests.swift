import LanguageModels
import Testing

@testable import PracticeTests

/// How many slots are worked on at once.
@Suite struct WidthLearnerTests {
  /// A server that serves `slots` at once, and slows down a little with each; others queue.
  private struct Server {
    var slots: Int
    var slowdown = 0.0

    /// What one slot of 100 tokens takes while `width` are in flight.
    func stats(width: Int) -> GenerationStats {
      let served = min(width, slots)
      var stats = GenerationStats()
      stats.outputTokens = 60
      (stats.promptTokens, stats.cachedPromptTokens) = (100, 60)
      stats.seconds = Double(width) / Double(served) * (1 + slowdown * Double(served - 1))
      return stats
    }
  }

  private static let silent = BackendCapabilities(isParallelismStated: false)

  private func widths(_ server: Server, slots: Int) -> [Int] {
    var learner = WidthLearner(Self.silent)
    return (0..<slots).map { _ in
      learner.note(server.stats(width: learner.width))
      return learner.width
    }
  }

  @Test("What a backend says is taken, whatever it gets through", arguments: [1, 2, 8])
  func stated(width: Int) {
    var learner = WidthLearner(BackendCapabilities(parallelism: width))
    for _ in 0..<50 { learner.note(Server(slots: 16).stats(width: learner.width)) }
    #expect(learner.width == width)
  }

  @Test(
    "A step is kept only where the server gets through clearly more",
    arguments: [
      // Serves one at a time; two; any number; two, at hardly more than one; four, each with a little loss.
      (1, 0.0, 1), (2, 0.0, 2), (16, 0.0, 4), (2, 0.8, 1), (4, 0.1, 4),
    ] as [(Int, Double, Int)])
  func learnt(slots: Int, slowdown: Double, settled: Int) {
    let widths = widths(Server(slots: slots, slowdown: slowdown), slots: 60)
    #expect(widths.last == settled)
    #expect(widths.allSatisfy { $0 <= WidthLearner.most })
    // Once settled, it stays.
    #expect(widths.suffix(30).allSatisfy { $0 == settled })
  }

  @Test("The first step comes after three slots, and slots that a model had no part in teach nothing")
  func pace() {
    #expect(widths(Server(slots: 4), slots: 4) == [1, 1, 2, 2])
    var learner = WidthLearner(Self.silent)
    for _ in 0..<20 { learner.note(GenerationStats()) }
    #expect(learner.width == 1)
  }
}
