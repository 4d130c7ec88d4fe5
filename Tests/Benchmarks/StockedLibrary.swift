import Foundation
import GRDB
import PracticeTests
import TestSupport

/// Puts questions that nobody wrote into a library, as many as are wanted.
enum StockedLibrary {
  private static let vocabulary = 5_000

  /// Makes a library of so many questions of thirty topics.
  static func make(_ path: String, questions: Int) throws -> Library {
    let library = try Library(path: path)
    try DatabaseQueue(path: path).write { database in
      var lottery = Lottery(state: 1)
      for number in 0..<questions { try insert(question(number, &lottery), into: database) }
    }
    return library
  }

  /// Questions of these numbers, as a course has them: each of its terms is asked for again, but seldom.
  static func questions(_ numbers: Range<Int>) -> [Question] {
    var lottery = Lottery(state: UInt64(numbers.lowerBound) + 1)
    return numbers.map { number in
      var question = question(number, &lottery)
      let key = word(vocabulary + number % vocabulary)
      question.item.choices[0] = key
      question.item.correctAnswer = key
      return question
    }
  }

  /// A word of the vocabulary; those of low numbers are used most.
  static func word(_ number: Int) -> String {
    let syllables = [
      "ba", "cor", "du", "fen", "gli", "ho", "jur", "ka", "lem", "mi", "nor", "pe", "qua", "ri", "sol", "tu",
    ]
    return sequence(first: number) { $0 >= 16 ? $0 / 16 : nil }.map { syllables[$0 % 16] }.joined()
  }

  private static func question(_ number: Int, _ lottery: inout Lottery) -> Question {
    let words = (0..<14).map { _ in
      // The distribution of words in a language: each is as rare as its rank is high.
      word(Int(pow(Double(vocabulary), Double(lottery.number(below: 10_000)) / 10_000)))
    }
    let choices = Array(words.prefix(4))
    let item = Item(
      format: .multipleChoice, prompt: "What is " + words.dropFirst(4).joined(separator: " ") + "?", choices: choices,
      correctIndex: 0, correctAnswer: choices[0])
    return Question(
      id: "q\(number)", item: item, topic: "Topic \(number % 30)", bloom: BloomLevel.allCases[number % 5],
      difficulty: .medium, template: .conceptIdentification, grounding: nil,
      provenance: Provenance(origin: .builtin, backend: "mock", model: "built-in", attempts: 1))
  }

  private static func insert(_ question: Question, into database: Database) throws {
    let content = String(decoding: try JSONEncoder().encode(question), as: UTF8.self)
    try database.execute(sql: "INSERT INTO question (id, course) VALUES (?, 'Course')", arguments: [question.id])
    try database.execute(
      sql: """
        INSERT INTO questionRevision (questionID, revision, format, topic, prompt, correctAnswer, origin, content,
          createdAt)
        VALUES (?, 1, ?, ?, ?, ?, 'builtin', ?, 0)
        """,
      arguments: [
        question.id, question.item.format.rawValue, question.topic, question.item.prompt, question.item.correctAnswer,
        content,
      ])
  }
}
