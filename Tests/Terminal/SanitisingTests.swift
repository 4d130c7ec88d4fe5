import Testing

@testable import Terminal

@Suite("Sanitising")
struct SanitisingTests {
  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0x61C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: true
    default: false
    }
  }

  @Test("no scalar of Unicode brings a control or a bidi override into a cell")
  func everyScalar() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      var text = "a"
      text.unicodeScalars.append(scalar)
      let shown = Glyphs(text).map(\.text).joined()
      if shown.unicodeScalars.contains(where: Self.isHarmful) {
        Issue.record("U+\(String(value, radix: 16)) came through")
      }
    }
  }

  @Test(
    "replaces controls so that nothing acts on the terminal",
    arguments: [
      ("\u{1B}[31mred", "\u{FFFD}[31mred"), ("a\u{9B}31m", "a\u{FFFD}31m"), ("a\u{7F}b", "a\u{FFFD}b"),
      ("a\u{0}b", "a\u{FFFD}b"), ("a\tb\nc\rd", "a b c d"), ("\u{202E}evil\u{2066}", "evil"),
      ("soft\u{AD}hyphen", "softhyphen"), ("\u{1FAE8}", "\u{FFFD}"), ("\u{301}a", "a"),
      ("a\u{E0041}b", "ab"),
    ])
  func controls(_ text: String, _ shown: String) {
    #expect(Glyphs(text).map(\.text).joined() == shown)
  }

  @Test("a flood of zero-width scalars stays in one small cell")
  func flood() {
    let glyphs = Array(Glyphs("a" + String(repeating: "\u{301}", count: 100_000) + "b"))
    #expect(glyphs.count == 2)
    #expect(glyphs[0].text.unicodeScalars.count == 1 + Glyph.followerLimit)
  }

  @Test("every glyph is one or two columns wide")
  func widths() {
    let text = "a漢e\u{301}😀👩\u{200D}👧🇩🇪\u{1100}\u{1161}"
    #expect(Glyphs(text).allSatisfy { $0.width == 1 || $0.width == 2 })
  }
}
