import Testing

@testable import PracticeTests

/// Lines of a quiz in plain text that belong to no part of a question.
struct QuizNoteTests {
  private func read(below options: String) -> QuestionReading {
    QuestionReader.read("1. Where?\nA) Lyon\nB) Nice\nC) Paris\nD) Lille\n\(options)\nAnswer: B")
  }

  @Test(arguments: [
    "Difficulty: easy", "**Difficulty:** easy", "Hint: by the sea", "Points: 2", "(2 marks)", "[1 point]",
    "Part B: short answers", "Part B", "Topic: towns", "Bloom\u{2019}s level: Remember", "difficulty: easy",
  ])
  func `A line about the question is no part of its last option`(line: String) {
    let reading = read(below: line)
    #expect(reading.questions.map(\.item.choices) == [["Lyon", "Nice", "Paris", "Lille"]], "\(reading)")
    #expect(reading.questions.first?.item.correctAnswer == "Nice")
  }

  @Test func `Difficulty, topic and level are taken where they stand`() {
    let question = read(below: "Difficulty: Hard\nTopic: Towns\nBloom level: apply").questions.first
    #expect(question?.difficulty == .hard && question?.topic == "Towns" && question?.bloom == .apply)
    let below = QuestionReader.read("1. Where?\nA) Lyon\nB) Nice\nAnswer: B\nDifficulty: easy").questions.first
    #expect(below?.difficulty == .easy && below?.item.correctAnswer == "Nice")
  }

  @Test func `A written answer ends above such a line`() {
    let items = QuestionReader.read("1. What is above?\nAnswer: the sky\nDifficulty: easy").questions.map(\.item)
    #expect(items.map(\.correctAnswer) == ["the sky"])
  }

  @Test func `A long option goes on in the next line`() {
    let choices = read(below: "   and its suburbs: all of them").questions.first?.item.choices
    #expect(choices?.last == "Lille and its suburbs: all of them")
  }

  @Test func `A line that may be either is a doubt`() {
    let reading = read(below: "Region: north")
    #expect(reading.questions.isEmpty)
    #expect(reading.unread.first?.reason.contains("belongs to the last option") == true, "\(reading.unread)")
    #expect(read(below: "The correct answer is Nice, by the sea.").questions.isEmpty)
    let between = QuestionReader.read("1. Which?\nA) red\nType: warm\nB) blue\nType: cold\nAnswer: A")
    #expect(between.questions.isEmpty && between.unread.map(\.line) == [1])
  }
}
