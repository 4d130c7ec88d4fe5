import PracticeTests
import Testing

@Suite("Words")
struct TextWordsTests {
  @Test(
    "Text becomes folded words",
    arguments: [
      ("The Cell divides.", ["the", "cell", "divides"]),
      ("Broca\u{2019}s area", ["broca's", "area"]),
      ("cross-cultural, well-known", ["cross-cultural", "well-known"]),
      ("free will\u{2014}that people have", ["free", "will", "that", "people", "have"]),
      ("1832\u{2013}1920 and 1832-1920", ["1832", "1920", "and", "1832", "1920"]),
      ("3.5 of 1,000, or 4.", ["3.5", "of", "1,000", "or", "4"]),
      ("K\u{00F6}hler na\u{00EF}ve", ["kohler", "naive"]),
      ("COVID-19 5-year", ["covid-19", "5-year"]),
      ("'quoted' --dash", ["quoted", "dash"]),
      ("e.g. U.S.", ["e", "g", "u", "s"]),
      ("\u{0394}G caf\u{00E9}\u{2014}bar", ["\u{03B4}g", "cafe", "bar"]),
      ("", []), ("  \n ", []), ("...", []),
    ] as [(String, [String])])
  func tokens(_ text: String, _ expected: [String]) {
    #expect(Words.tokens(text) == expected)
    #expect(Words.count(text) == expected.count)
  }

  @Test(
    "Folding evens out case, marks, quotes, dashes and spaces",
    arguments: [
      ("  The \u{201C}Cell\u{201D}\n is\tBIG ", "the \"cell\" is big"),
      ("K\u{00D6}HLER\u{2019}s  1832\u{2013}1920", "kohler's 1832-1920"),
      ("a\u{2014}b\u{2212}c", "a-b-c"),
      ("\u{FF21}\u{FF22}", "ab"),
      ("e\u{0301}t\u{00E9}", "ete"),
      ("", ""),
    ])
  func fold(_ text: String, _ expected: String) {
    #expect(Words.fold(text) == expected)
  }

  @Test(
    "The forms of a word have one stem",
    arguments: [
      ["memory", "memories"], ["study", "studies", "studied"], ["response", "responses"],
      ["make", "makes", "making"], ["family", "families"], ["apply", "applies", "applied", "applying"],
      ["stop", "stops", "stopped", "stopping"], ["process", "processes", "processed"], ["box", "boxes"],
      ["motivation", "motivated", "motivate", "motivates"], ["hypothesis", "hypotheses"], ["analysis", "analyses"],
      ["emotional", "emotionally"], ["cell", "cells"], ["x-ray", "x-ray's"],
      ["conditioned", "conditioning", "condition", "conditions"],
    ])
  func stems(_ forms: [String]) {
    #expect(Set(forms.map(Words.stem)).count == 1, "\(forms.map(Words.stem))")
  }

  @Test(
    "Words that only look alike keep apart", arguments: [("nervous", "nerve"), ("class", "clash"), ("basis", "bass")])
  func different(_ first: String, _ second: String) {
    #expect(Words.stem(first) != Words.stem(second))
  }

  @Test("Content stems leave out stop words and short words")
  func contentStems() {
    #expect(Words.contentStems("The memories of it are in an ox") == ["memory"])
    #expect(Words.contentStems("an ox", minimum: 2) == ["ox"])
  }

  @Test("Latin text folds the same, whether it is read as bytes or as characters", arguments: 0..<200)
  func sameWays(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let parts = ["a", "B", "-", "'", ".", ",", "5", " ", "\u{2019}", "\u{2014}", "\u{2013}", "\n", "\u{201C}"]
    let text = (0..<40).map { _ in parts[Int(generator.next() % UInt64(parts.count))] }.joined()
    // A letter of another script sends the text the other way.
    #expect(Words.tokens(text) == Words.tokens(text + " \u{0416}").dropLast())
    #expect(Words.tokens(text) == Words.tokens(text.uppercased()))
    #expect(Words.fold(Words.fold(text)) == Words.fold(text))
  }
}
