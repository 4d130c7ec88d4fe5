/// How well a model told right keys from planted wrong ones, on multiple-choice questions whose keys are known. The right
/// that it earns holds for statements and written answers too, on which it was not measured.
public struct Calibration: Sendable, Hashable, Codable {
  /// Questions with their right key.
  public var right = 0
  /// Of those, the ones that the model confirmed.
  public var rightConfirmed = 0
  /// Questions with a planted wrong key.
  public var wrong = 0
  /// Of those, the ones that the model confirmed.
  public var wrongConfirmed = 0

  /// Nothing yet.
  public init() {}

  /// The share of right keys that must be confirmed. Of models that were measured with two orders, one of 1.5 billion
  /// weights confirmed 11 of 13 right keys and 1 of 13 planted ones, and a guesser confirms 1 in 16 of either.
  public static let leastRight = 0.5
  /// The share of planted wrong keys that may be confirmed.
  public static let mostWrong = 0.16

  /// Whether the model may say that a key is verified.
  public var isEarned: Bool {
    guard right >= 10, wrong >= 10 else { return false }
    return Double(rightConfirmed) >= Self.leastRight * Double(right)
      && Double(wrongConfirmed) <= Self.mostWrong * Double(wrong)
  }
}
