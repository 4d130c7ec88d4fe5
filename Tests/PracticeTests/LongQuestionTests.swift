import Testing

@testable import PracticeTests

@Suite("Questions that are far too long")
struct LongQuestionTests {
  @Test(
    "Each is refused, in time that grows with its length only, and in few words", .timeLimit(.minutes(1)),
    arguments: [
      "1. Discuss.\nAnswer: This is the first sentence here.\n\(times(1 << 15, "This is one more sentence of it.\n"))",
      "| Question |\(times(1 << 15, " Answer |"))\n|---|\(times(1 << 15, "---|"))\n\(times(1 << 15, "|\n"))",
      "1. Which?\n\(times(1 << 15, "- a\n"))\(times(1 << 15, "Answer: B) x\n"))",
      "1. q\n\(times(1 << 16, "x y\n"))\(times(1 << 12, "Answer: i\n"))",
      "1. Which?\n\(times(1 << 16, "B) a\n"))C) a\nAnswer: B\n\(times(1 << 16, "C) x\n"))",
      "{\"question\": \"q?\", \"options\": [\"a\", \"b\"], \(times(1 << 15, "\"answer\": 1, "))\"answer\": 2}",
      "{\"question\": \"q?\", \"options\": [\"a\", \"b\"], \(times(1 << 15, "\"answer\": \"a\", \"key\": \"b\", "))\"x\": 1}",
      "{\"question\": \"\(times(1 << 18, "x "))\", \(times(1 << 15, "\"scenario\": \"y\", "))\"answer\": \"x\"}",
      "{\"question\": \"q?\", \"answer\": \"option\(times(1 << 10, " "))B\"}",
    ])
  func refused(text: String) {
    let reading = QuestionReader.read(text)
    #expect(reading.questions.isEmpty && !reading.unread.isEmpty)
    #expect(reading.unread.allSatisfy { $0.reason.count < 200 })
  }

  private static func times(_ count: Int, _ part: String) -> String { String(repeating: part, count: count) }
}
