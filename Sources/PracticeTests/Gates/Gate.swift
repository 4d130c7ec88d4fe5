/// One rule that an item must keep.
public struct Gate: Sendable {
  /// Its name.
  public let id: GateID
  /// The formats that it makes sense for.
  public let formats: Set<QuestionFormat>
  /// Finds what is wrong. Pure: it looks at nothing but its argument.
  public let check: @Sendable (GateSubject) -> [Violation]
  /// Mends what code can mend; gives the item back as it is where there is nothing to mend.
  public let mend: (@Sendable (GateSubject) -> Item)?

  init(
    _ id: GateID, for formats: Set<QuestionFormat> = Set(QuestionFormat.allCases),
    check: @escaping @Sendable (GateSubject) -> [Violation], mend: (@Sendable (GateSubject) -> Item)? = nil
  ) {
    self.id = id
    self.formats = formats
    self.check = check
    self.mend = mend
  }
}

/// What the gates found.
public struct GateReport: Sendable, Hashable {
  /// The item with everything mended that code can mend, and the passage's own words as its evidence.
  public var item: Item
  /// What was found, in the order of ``Gates/table``.
  public var violations: [Violation]

  /// Makes a report.
  public init(item: Item, violations: [Violation]) {
    self.item = item
    self.violations = violations
  }

  /// Whether the item can be kept: nothing is left to reject or to repair.
  public var passes: Bool { violations.allSatisfy(\.isKept) }
}
