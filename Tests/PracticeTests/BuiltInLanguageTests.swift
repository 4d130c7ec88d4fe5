import Testing

@testable import PracticeTests

@Suite("Sentences, words and quantities of the built-in writer")
struct BuiltInLanguageTests {
  @Test(
    "A sentence that leans on another, talks to the reader or tells a story doesn't stand alone",
    arguments: [
      "This process moves water from one side of the membrane to the other.",
      "They carry signals from the brain to the muscles of the body.",
      "However, most cells divide only a few dozen times before they stop.",
      "As noted earlier, the membrane lets small molecules pass through it.",
      "For example, a drop of ink spreads through a glass of water.",
      "You can think of the membrane as a wall with many small doors.",
      "In this section the structure of the cell membrane is described.",
      "When he came home, the doctor told him that the cells were sick.",
      "What happens when the membrane of a cell is suddenly torn open?",
      "The former divides quickly, while nerve cells seldom divide at all.",
      "The teacher said \u{201C}membranes are walls\u{201D} and drew one on the board.",
    ])
  func leaning(sentence: String) {
    #expect(!StandAlone.isSelfContained(sentence, words: WordSpan.words(of: sentence)))
  }

  @Test(
    "A plain statement stands alone",
    arguments: [
      "Osmosis is the net movement of water across a selectively permeable membrane.",
      "The axon is a long extension of the cell body that carries its signals.",
      "Most animal cells are bounded by a membrane that keeps its contents in.",
    ])
  func standsAlone(sentence: String) {
    #expect(StandAlone.isSelfContained(sentence, words: WordSpan.words(of: sentence)))
  }

  @Test(
    "Citations, figure references and asides are not shown",
    arguments: [
      ("Sleep restores the brain (Harper, 2013).", "Sleep restores the brain."),
      ("Signals cross the gap ((figure)) quickly.", "Signals cross the gap quickly."),
      ("An antagonist, on the other hand, blocks a receptor.", "An antagonist blocks a receptor."),
      ("The soma (cell body) holds the nucleus.", "The soma (cell body) holds the nucleus."),
    ])
  func shown(sentence: String, text: String) {
    #expect(StandAlone.shown(sentence).text == text)
  }

  @Test(
    "Number is told from the form of a noun",
    arguments: [
      ("neurons", true), ("children", true), ("mitosis", false), ("class", false), ("stimuli", true), ("virus", false),
    ])
  func number(noun: String, isPlural: Bool) {
    #expect(English.isPlural(noun) == isPlural)
  }

  @Test(
    "Regular plurals find their singular",
    arguments: [("cells", "cell"), ("theories", "theory"), ("boxes", "box"), ("lens", "lens")])
  func singular(plural: String, singular: String) {
    #expect(English.singular(plural) == singular)
  }

  @Test(
    "The article goes by sound",
    arguments: [
      ("axon", "an"), ("unit", "a"), ("hour", "an"), ("MRI", "an"), ("PhD", "a"), ("useful", "a"), ("European", "a"),
    ])
  func article(word: String, article: String) {
    #expect(English.indefiniteArticle(before: word) == article)
  }

  @Test(
    "A single number with a unit is a quantity; years, shares, ranges and lists are not",
    arguments: [
      ("Red blood cells last about 120 days in the body.", "120"),
      ("Roughly 7% of all adults have the disorder.", nil),
      ("Sound travels at about 1,500 metres a second.", "1,500"),
      ("The law was passed in 1848 by the council.", nil),
      ("The cells are from 10 to 30 mm long.", nil),
      ("The test has 2 scales: one for mood and one for sleep.", nil),
    ] as [(String, String?)])
  func quantity(sentence: String, number: String?) {
    #expect(Quantity.only(in: sentence, words: WordSpan.words(of: sentence))?.quantity.text == number)
  }

  @Test(
    "Wrong numbers have the form of the right one and differ from it and each other",
    arguments: [("120", "days"), ("0.77", "km"), ("1,500", "metres"), ("90", "kg")])
  func neighbours(number: String, unit: String) {
    for seed in UInt64(0)..<20 {
      var random = SeededGenerator(seed: seed)
      let wrong = Quantity(text: number, unit: unit).neighbours(3, using: &random)
      #expect(Set(wrong + [number]).count == 4)
      #expect(wrong.allSatisfy { $0.contains(".") == number.contains(".") })
    }
  }

  @Test("A name in bold is read with its abbreviation; advice and lone function words are no names")
  func names() {
    #expect(TermName("magnetic resonance imaging (MRI)")?.shown == "magnetic resonance imaging")
    #expect(TermName("magnetic resonance imaging (MRI)")?.others == ["MRI"])
    #expect(TermName("The nucleus:")?.shown == "nucleus")
    #expect(TermName("not") == nil)
    #expect(TermName("use spaced practice") == nil)
    #expect(TermName("a sentence in bold is far too long to be the name of anything") == nil)
  }
}
