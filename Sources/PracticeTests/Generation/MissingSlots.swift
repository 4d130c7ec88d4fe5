/// Slots that could not be filled, all for the same reason.
public struct MissingSlots: Sendable, Hashable {
  /// Why: what was found last.
  public let reason: String
  /// Their numbers in the plan, counted from 1, the smallest first.
  public let numbers: [Int]

  /// Longer runs of numbers are told by their ends.
  private static let longestListed = 4

  /// Those slots of a plan that could not be filled, each reason once, the commonest first.
  ///
  /// - Parameter slots: what was found in each slot of the plan; `nil` where it is not missing.
  public static func groups(_ slots: [[Violation]?]) -> [MissingSlots] {
    var numbers: [String: [Int]] = [:]
    for (index, violations) in slots.enumerated() {
      guard let violations else { continue }
      numbers[violations.last?.message ?? "No reason is known.", default: []].append(index + 1)
    }
    return numbers.map { MissingSlots(reason: $0.key, numbers: $0.value) }.sorted { a, b in
      a.numbers.count == b.numbers.count
        ? a.numbers.lexicographicallyPrecedes(b.numbers) : a.numbers.count > b.numbers.count
    }
  }

  /// "5 missing (slots 3, 7, 8, 9, 10): No sentence is left that makes a good question without a model."
  public var sentence: String {
    let slots = numbers.count == 1 ? "slot" : "slots"
    return "\(numbers.count) missing (\(slots) \(listed)): \(reason)\(reason.hasSuffix(".") ? "" : ".")"
  }

  private var listed: String {
    var parts: [String] = []
    var rest = numbers[...]
    while let first = rest.first {
      let length = zip(rest, first...).prefix { $0 == $1 }.count
      parts += length > Self.longestListed ? ["\(first) to \(first + length - 1)"] : rest.prefix(length).map { "\($0)" }
      rest = rest.dropFirst(length)
    }
    return parts.joined(separator: ", ")
  }
}
