/// Finds questions of one text that repeat another; those of a library are found by ``Library/isRepeated(_:in:)``.
public struct DuplicateIndex: Sendable {
  private var entries: [(id: String, likeness: Likeness)] = []
  private var byMark: [Int64: [Int]] = [:]

  /// Makes an empty index.
  public init() {}

  /// Adds an item under an id.
  public mutating func insert(_ item: Item, id: String) {
    let likeness = Likeness(item)
    for mark in likeness.marks { byMark[mark, default: []].append(entries.count) }
    entries.append((id, likeness))
  }

  /// The id of the first item inserted that this one repeats; `nil` when it is new.
  public func duplicate(of item: Item) -> String? {
    let likeness = Likeness(item)
    let candidates = Set(likeness.marks.flatMap { byMark[$0] ?? [] })
    return candidates.sorted().first { entries[$0].likeness.isAlike(likeness) }.map { entries[$0].id }
  }

  /// The violation of an item that repeats another; `nil` when it is new.
  public func violation(of item: Item) -> Violation? {
    duplicate(of: item) == nil ? nil : .askedBefore
  }
}

extension Violation {
  /// The question repeats another.
  static let askedBefore = Violation(
    gate: .duplicate, field: "prompt", action: .repair,
    message: "This question was asked before: ask about another point of the passage.")
}
