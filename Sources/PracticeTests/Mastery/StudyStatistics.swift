import Foundation

/// What the answers until now show.
public struct StudyStatistics: Sendable, Hashable {
  /// How a student does in something.
  public struct Skill: Sendable, Hashable {
    /// The course; empty for a Bloom level.
    public var course: String
    /// The topic or the Bloom level.
    public var name: String
    /// Answers, the blank ones included.
    public var answers: Int
    /// Those that were right.
    public var right: Int
    /// How likely a question of middling difficulty is answered right without options to guess from, 0 to 1; `nil`
    /// while nothing shows it.
    public var mastery: Double?
  }

  /// A question that is often missed.
  public struct HardQuestion: Sendable, Hashable {
    /// Its id.
    public var id: String
    /// Its stem.
    public var prompt: String
    /// Answers.
    public var answers: Int
    /// Those that were right.
    public var right: Int
    /// How hard it is: 0 is middling, above is harder.
    public var difficulty: Double
  }

  /// A day of study.
  public struct Day: Sendable, Hashable {
    /// The day, counted from 1970.
    public var number: Int
    /// Answers on it.
    public var answers: Int
    /// Those that were right.
    public var right: Int
  }

  /// Today, counted from 1970.
  public var today: Int
  /// By topic: the weakest first, those that nothing is known of last.
  public var topics: [Skill]
  /// By Bloom level, from low to high; only those with answers.
  public var blooms: [Skill]
  /// The questions that are hardest for this student.
  public var hardest: [HardQuestion]
  /// Of the answers that the student was sure of, how many were right.
  public var sure: Score.Part
  /// Of the answers marked as unsure, how many were right.
  public var unsure: Score.Part
  /// The days with answers, the first first.
  public var days: [Day]
  /// Questions that are due now, as far as the limits of the day allow: those of ``ReviewQueue/due``.
  public var due = 0
  /// How many more are due, which those limits leave for tomorrow.
  public var held = 0
  /// How many questions come up today, those due now included, tomorrow, and so on.
  public var forecast: [Int]
  /// Questions in review: those that come back, without those put away.
  public var cards: Int
  /// Those that are put away.
  public var suspended: Int

  /// All answers.
  public var answers: Int { days.reduce(0) { $0 + $1.answers } }
  /// All right ones.
  public var right: Int { days.reduce(0) { $0 + $1.right } }

  /// Days in a row with answers, until today or yesterday.
  public var streak: Int {
    let studied = Set(days.map(\.number))
    let end = studied.contains(today) ? today : today - 1
    return (0...).prefix { studied.contains(end - $0) }.count
  }
}
