import Foundation

/// Figures that grow with each answer, in the order in which the answers were kept.
struct AnswerFigures: Sendable {
  /// An answer, as small as it can be: there may be a hundred thousand.
  struct Answer: Sendable, Hashable {
    var question: Int
    var bloom: Int
    var options: Int
    var isRight: Bool
    var isUnsure: Bool
    var isEvidence: Bool
    /// Seconds since 1970.
    var time: Int

    /// Whether something was answered.
    var isAnswered: Bool { isEvidence || isRight }
  }

  /// Right ones of all.
  struct Tally: Sendable, Hashable {
    var right = 0
    var total = 0

    mutating func add(_ isRight: Bool) {
      total += 1
      if isRight { right += 1 }
    }
  }

  /// Of topics, by the numbers that they were given.
  private(set) var topics: [(rating: Rating, tally: Tally)]
  /// Of Bloom levels, from low to high.
  private(set) var blooms = BloomLevel.allCases.map { _ in (rating: Rating(), tally: Tally()) }
  /// The difficulties of questions, by their numbers.
  private(set) var questions: [(rating: Rating, tally: Tally)]
  private(set) var sure = Tally()
  private(set) var unsure = Tally()
  /// By day of study.
  private(set) var days: [Int: Tally] = [:]
  private let topicOfQuestion: [Int]
  private let calendar: StudyDays
  /// The day of the last answer, with the seconds since 1970 that it spans: most answers are of the same one.
  private var day = (number: 0, span: 0..<0)

  /// Begins with none.
  ///
  /// - Parameter topicOfQuestion: the number of each question's topic, by the question's number.
  init(topicOfQuestion: [Int], calendar: StudyDays) {
    self.topicOfQuestion = topicOfQuestion
    self.calendar = calendar
    topics = Array(repeating: (Rating(), Tally()), count: (topicOfQuestion.max() ?? -1) + 1)
    questions = Array(repeating: (Rating(), Tally()), count: topicOfQuestion.count)
  }

  /// Takes an answer in.
  mutating func add(_ answer: Answer) {
    count(answer)
    guard answer.isEvidence else { return }
    rate(answer)
  }

  private mutating func count(_ answer: Answer) {
    topics[topicOfQuestion[answer.question]].tally.add(answer.isRight)
    blooms[answer.bloom].tally.add(answer.isRight)
    questions[answer.question].tally.add(answer.isRight)
    if answer.isAnswered {
      if answer.isUnsure { unsure.add(answer.isRight) } else { sure.add(answer.isRight) }
    }
    if !day.span.contains(answer.time) {
      let number = calendar.day(of: Date(timeIntervalSince1970: Double(answer.time)))
      let (start, end) = (calendar.start(of: number), calendar.start(of: number + 1))
      day = (number, Int(start.timeIntervalSince1970)..<Int(end.timeIntervalSince1970))
    }
    days[day.number, default: Tally()].add(answer.isRight)
  }

  private mutating func rate(_ answer: Answer) {
    let topic = topicOfQuestion[answer.question]
    let difficulty = questions[answer.question].rating.value
    let result = answer.isRight ? 1.0 : 0
    func surprise(_ ability: Rating) -> Double {
      result - Rating.chance(ability: ability.value, difficulty: difficulty, options: answer.options)
    }
    let ofTopic = surprise(topics[topic].rating)
    blooms[answer.bloom].rating.move(surprise(blooms[answer.bloom].rating))
    topics[topic].rating.move(ofTopic)
    questions[answer.question].rating.move(-ofTopic)
  }
}
