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
      found("Too long"), nil, found("Too short.", "None left."), nil, found("None left."), found(),
    ]
    #expect(
      MissingSlots.groups(slots).map(\.sentence) == [
        "2 missing: None left.", "1 missing: No reason is known.", "1 missing: Too long.",
      ])
    #expect(MissingSlots.groups([nil, nil]).isEmpty)
  }
}
