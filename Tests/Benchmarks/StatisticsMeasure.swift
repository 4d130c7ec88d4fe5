import ArgumentParser
import Foundation
import GRDB
import PracticeTests

/// `measure stats`: how long the figures take over many answers.
struct StatisticsMeasure: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: "Work out the figures over many answers, in a library of its own.")

  @Option(help: "How many answers.")
  var answers = 100_000

  @Option(help: "How many questions they answer.")
  var questions = 2_000

  @Option(help: "How often they are worked out.")
  var rounds = 11

  func run() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "testlet-measure-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let library = try StockedLibrary.make(
      folder.appending(path: "testlet.sqlite").path(percentEncoded: false), questions: questions)
    try answer(library.path)
    let clock = ContinuousClock()
    let names: [(String, () throws -> Void)] = [
      ("figures", { _ = try library.statistics() }), ("due queue", { _ = try library.reviewQueue() }),
      ("what to practise", { _ = try library.practiceItem() }),
    ]
    print("\(answers) answers to \(questions) questions")
    for (name, body) in names {
      let times = try (0..<rounds).map { _ in try clock.measure(body) / .milliseconds(1) }.sorted()
      let text = String(format: "%5.1f ms, slowest %5.1f ms", times[rounds / 2], times[rounds - 1])
      print("  \(name.padding(toLength: 18, withPad: " ", startingAt: 0)) median \(text)")
    }
  }

  /// Answers over two years, seven of ten right, and a card for every second question.
  private func answer(_ path: String) throws {
    try DatabaseQueue(path: path).write { database in
      try database.execute(
        sql: """
          WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ?1)
          INSERT INTO answer (question, revision, bloom, options, outcome, isRight, isUnsure, isEvidence, grade, seconds,
            answeredAt, position)
          SELECT i * 7919 % ?2 + 1, 1, i % 5, 4, iif(i * 31 % 10 < 7, 'right', 'wrong'), i * 31 % 10 < 7, i % 6 = 0, 1,
            iif(i * 31 % 10 < 7, 3, 1), 5.0, 1700000000 + i * (63000000 / ?1), iif(i % 2 = 0, NULL, 1)
          FROM n
          """, arguments: [answers, questions])
      try database.execute(
        sql: """
          INSERT INTO reviewCard (question, phase, step, stability, difficulty, reviewedAt, due, introducedAt)
          SELECT number, 'review', 0, 10 + number % 90, 5, 1760000000, 1760000000 + number * 40000, 1750000000
          FROM bankEntry WHERE number % 2 = 0
          """)
    }
  }
}
