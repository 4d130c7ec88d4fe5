import Testing

@testable import Terminal

@Suite("Themes")
struct ThemeTests {
  @Test("NO_COLOR wins, then the wish, then the background")
  func choice() {
    #expect(Theme(wanted: .dark, environment: ["NO_COLOR": "1"]).name == .monochrome)
    #expect(Theme(wanted: .light, environment: ["NO_COLOR": ""]).name == .light)
    #expect(Theme(wanted: nil, environment: ["COLORFGBG": "0;15"]).name == .light)
    #expect(Theme(wanted: nil, environment: ["COLORFGBG": "15;0"]).name == .dark)
    #expect(Theme(wanted: nil, environment: [:]).name == .dark)
  }

  @Test("without colours nothing has one, and what is selected is still seen")
  func monochrome() {
    for role in Style.Role.allCases {
      let appearance = Theme(.dark).appearance(of: role, depth: .none)
      #expect(appearance.foreground == nil && appearance.background == nil)
    }
    #expect(Theme(.monochrome).appearance(of: .selected, depth: .indexed).attributes.contains(.reverse))
  }

  @Test("every depth has numbers that it can show", arguments: Theme.Name.allCases, Style.Role.allCases)
  func numbers(_ name: Theme.Name, _ role: Style.Role) {
    for (depth, limit) in [(ColorDepth.eight, 8), (.sixteen, 16), (.indexed, 256), (.direct, 0x100_0000)] {
      let appearance = Theme(name).appearance(of: role, depth: depth)
      let numbers = [appearance.foreground, appearance.background].compactMap { $0?.number(depth: depth) }
      #expect(numbers.allSatisfy { (0..<Int32(limit)).contains($0) })
      #expect(numbers.count < 2 || numbers[0] != numbers[1])
    }
  }

  @Test(
    "the depth follows the number of colours",
    arguments: [
      (0, ColorDepth.none), (8, .eight), (16, .sixteen), (88, .sixteen), (256, .indexed), (0x100_0000, .direct),
    ])
  func depth(_ colors: Int, _ depth: ColorDepth) {
    #expect(ColorDepth(colors: colors) == depth)
  }
}
