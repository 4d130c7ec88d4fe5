import Foundation

/// An Elo rating that allows for guessing: of a student in a topic, or of a question's difficulty.
struct Rating: Sendable, Hashable {
  /// 0 is the mean; one more multiplies the odds by e.
  var value = 0.0
  /// Answers that it rests on.
  var count = 0

  /// How likely a student answers a question right when one of `options` is right; 0 options for a written answer.
  static func chance(ability: Double, difficulty: Double, options: Int) -> Double {
    let guess = options > 1 ? 1 / Double(options) : 0
    return guess + (1 - guess) * logistic(ability - difficulty)
  }

  static func logistic(_ x: Double) -> Double { 1 / (1 + exp(-x)) }

  /// Moves it by a surprise, the less the more it rests on.
  mutating func move(_ surprise: Double) {
    value += surprise / (1 + 0.05 * Double(count))
    count += 1
  }
}
