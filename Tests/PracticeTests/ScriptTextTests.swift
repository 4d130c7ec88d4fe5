import Testing

@testable import PracticeTests

/// What stands above and below the line in HTML.
struct ScriptTextTests {
  @Test(arguments: [
    ("10<sup>3</sup> m", "10³ m"), ("H<sub>2</sub>O", "H₂O"), ("x<sup>n+1</sup>", "xⁿ⁺¹"), ("2<sup>ab</sup>", "2^(ab)"),
    ("v<sub>in, 2</sub>", "v_(in, 2)"), ("the 1<sup>st</sup> one", "the 1st one"), ("x<sup></sup>", "x"),
    ("10<sup>3", "103"), ("x<sup><b>2</b></sup>", "x²"),
  ])
  func `What is raised or lowered stays so`(html: String, plain: String) {
    #expect(HTMLText.plain(html) == plain)
  }
}
