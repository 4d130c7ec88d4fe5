import Testing

@testable import LanguageModels

@Suite("Percentages")
struct PercentageTests {
  @Test(
    "A share is rounded half up, and only nothing is 0% and all 100%",
    arguments: [
      (129, 1000, "13%"), (2, 3, "67%"), (1, 3, "33%"), (1, 8, "13%"), (29, 200, "15%"), (1, 2, "50%"),
      (199, 200, "99%"), (9999, 10_000, "99%"), (3, 3, "100%"), (1, 1000, "1%"), (0, 7, "0%"),
    ])
  func rounding(part: Int, total: Int, shown: String) {
    #expect(Percentage.text(Double(part) / Double(total)) == shown)
  }

  @Test("What is no share is shown as the nearest", arguments: [(-0.5, 0), (1.5, 100), (.nan, 0), (.infinity, 100)])
  func noShare(number: Double, shown: Int) {
    #expect(Percentage.whole(number) == shown)
  }
}
