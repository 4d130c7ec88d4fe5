import Testing

@testable import PracticeTests

@Suite("Missing slots")
struct MissingSlotsTests {
  private func found(_ messages: String...) -> [Violation] {
    messages.map { Violation(gate: .schema, field: "draft", action: .reject, message: $0) }
  }

  @Test("The last reason of each slot is told, once for all the slots that it holds for, the commonest first")
  func groups() {
    let slots: [[Violation]?] = [
      found("Too long."), nil, found("Too short.", "None left."), nil, found("None left."), found(),
    ]
    #expect(
      MissingSlots.groups(slots).map(\.sentence) == [
        "2 missing (slots 3, 5): None left.", "1 missing (slot 1): Too long.",
        "1 missing (slot 6): No reason is known.",
      ])
    #expect(MissingSlots.groups([nil, nil]).isEmpty)
  }

  @Test(
    "A short run of slots is listed, a long one told by its ends",
    arguments: [
      ([3, 7, 8, 9, 10], "3, 7, 8, 9, 10"), ([1, 2, 3, 4, 5], "1 to 5"), ([1, 3, 4, 5, 6, 7, 9], "1, 3 to 7, 9"),
    ])
  func runs(numbers: [Int], listed: String) {
    let slots: [[Violation]?] = (1...10).map { numbers.contains($0) ? found("None left") : nil }
    #expect(MissingSlots.groups(slots).map(\.sentence) == ["\(numbers.count) missing (slots \(listed)): None left."])
  }
}
