/// Slots that could not be filled, all for the same reason.
public struct MissingSlots: Sendable, Hashable {
  /// Why: what was found last.
  public let reason: String
  /// How many.
  public let count: Int

  /// Those slots that could not be filled, each reason once, the commonest first.
  ///
  /// - Parameter slots: what was found in each slot; `nil` where it is not missing.
  public static func groups(_ slots: [[Violation]?]) -> [MissingSlots] {
    let reasons = slots.compactMap { slot in slot.map { $0.last?.message ?? "No reason is known." } }
    let counted = Dictionary(reasons.map { ($0, 1) }, uniquingKeysWith: +)
    return counted.map { MissingSlots(reason: $0.key, count: $0.value) }.sorted {
      (-$0.count, $0.reason) < (-$1.count, $1.reason)
    }
  }

  /// "5 missing: No sentence is left that makes a good question without a model."
  public var sentence: String { "\(count) missing: \(reason)\(reason.hasSuffix(".") ? "" : ".")" }
}
