import Testing

@testable import LanguageModels

/// What is taken out of texts that others wrote.
@Suite("Safe text")
struct SafeTextTests {
  @Test(
    "What nobody sees is taken out",
    arguments: [
      "\u{AD}", "\u{61C}", "\u{180E}", "\u{200B}", "\u{200E}", "\u{202E}", "\u{2060}", "\u{2061}", "\u{2064}",
      "\u{2066}", "\u{206F}", "\u{3164}", "\u{FEFF}", "\u{FFF9}", "\u{E0041}", "\u{0}", "\u{7F}", "\u{9B}",
    ])
  func hidden(_ mark: String) {
    #expect(SafeText.text("nu\(mark)cleus\(mark)") == "nucleus")
  }

  @Test(
    "What scripts and emoji need stays",
    arguments: [
      "\u{645}\u{6CC}\u{200C}\u{631}\u{648}", "\u{1F469}\u{200D}\u{1F52C}", "\u{2764}\u{FE0F}", "e\u{301}",
      "\u{845B}\u{E0100}", "\u{FFFD}", "C# ~", "\u{2013}",
    ])
  func kept(_ text: String) {
    #expect(SafeText.text(text).unicodeScalars.elementsEqual(text.unicodeScalars))
  }
}
