import ArgumentParser
import Foundation
import PracticeTests
import TestSupport

/// `measure review`: the scheduler's speed, and how far it is from another implementation.
struct ReviewMeasure: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Schedule reviews, and compare histories with those of another FSRS-6.",
    discussion: """
      A line of the file is a history: the wanted retention, then of each review grade,days,phase,step,stability,\
      difficulty,minutes; the days since the last review are whole, the phase is L, R or X for learning, review and \
      relearning, and the minutes are those until it is due. --python makes 200 of them.
      """)

  @Argument(help: "A file of histories.")
  var histories: String?

  @Option(help: ArgumentHelp("A Python with py-fsrs, which makes random histories.", valueName: "path"))
  var python: String?

  @Option(help: "How many reviews to schedule.")
  var count = 1_000_000

  @Option(help: "The seed of the grades and of the histories that are made.")
  var seed: UInt64 = 1

  func run() throws {
    measureSpeed()
    if let python {
      let made = try PythonScript.output("fsrs-histories.py", "--seed", String(seed), python: python)
      try compare(String(decoding: made, as: UTF8.self))
    }
    guard let histories else { return }
    guard let text = try? String(contentsOfFile: histories, encoding: .utf8) else {
      throw ValidationError("There is no file \"\(histories)\".")
    }
    try compare(text)
  }

  private func measureSpeed() {
    var generator = SeededGenerator(seed: seed)
    let scheduler = ReviewScheduler()
    let grades = (0..<1000).map { _ in ReviewGrade.allCases.randomElement(using: &generator) ?? .good }
    let start = Date(timeIntervalSince1970: 1_700_000_000)
    var cards = [ReviewCard?](repeating: nil, count: 1000)
    let clock = ContinuousClock()
    let time = clock.measure {
      for index in 0..<count {
        let card = cards[index % 1000]
        cards[index % 1000] = scheduler.review(card, grades[index * 7 % 1000], at: card?.due ?? start)
      }
    }
    let seconds = time / .seconds(1)
    print("\(count) reviews scheduled in \(String(format: "%.2f s, %.0f a second", seconds, Double(count) / seconds))")
  }

  private func compare(_ text: String) throws {
    var (reviews, stability, difficulty, others) = (0, 0.0, 0.0, 0)
    let lines = text.split(separator: "\n")
    for line in lines {
      let fields = line.split(separator: " ")
      let scheduler = ReviewScheduler(
        retention: Double(fields[0]) ?? 0.9, days: StudyDays(timeZone: TimeZone(secondsFromGMT: 0) ?? .current))
      var card: ReviewCard?
      var date = Date(timeIntervalSince1970: 1_669_725_000)
      for field in fields.dropFirst() {
        let wanted = field.split(separator: ",")
        guard wanted.count == 7, let grade = Int(wanted[0]).flatMap(ReviewGrade.init), let days = Double(wanted[1]),
          let wantedStability = Double(wanted[4]), let wantedDifficulty = Double(wanted[5]),
          let wantedMinutes = Double(wanted[6])
        else { throw ValidationError("\"\(field)\" is no review.") }
        date.addTimeInterval(days * 86_400)
        let next = scheduler.review(card, grade, at: date)
        stability = max(stability, abs(next.memory.stability / wantedStability - 1))
        difficulty = max(difficulty, abs(next.memory.difficulty - wantedDifficulty))
        let minutes =
          next.isBeingLearned
          ? next.due.timeIntervalSince(date) / 60
          : Double(scheduler.days.day(of: next.due) - scheduler.days.day(of: date)) * 1440
        if Self.name(next.phase) != "\(wanted[2])\(wanted[3])" || abs(minutes - wantedMinutes) > 1e-6 { others += 1 }
        reviews += 1
        card = next
      }
    }
    print("\(lines.count) histories, \(reviews) reviews: largest difference")
    print(String(format: "  stability    %.2e (relative)", stability))
    print(String(format: "  difficulty   %.2e", difficulty))
    print("  phase, step or interval differs in \(others)")
  }

  private static func name(_ phase: ReviewCard.Phase) -> String {
    switch phase {
    case .learning(let step): "L\(step)"
    case .review: "R-1"
    case .relearning(let step): "X\(step)"
    }
  }
}
