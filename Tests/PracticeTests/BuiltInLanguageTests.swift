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
      "Kinesin is the motor protein that bends them.",
      "Ida Noddack found it in the ores of one mine in 1925.",
      "A vesicle takes it up and carries it to the wall of the cell.",
      "The expected gain is its average over very many games.",
      "The rock that I found in the hills was older than the sea.",
      "Three days later the members swore an oath in a hall for games.",
      "In the same year the members swore an oath in a hall for games.",
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
      "Bundling joins the data of an object with the methods that work on it.",
      "Water expands when it freezes, and so it breaks the rock around it.",
      "An enzyme makes it possible to break strong bonds without much heat.",
      "Cells that lack oxygen use up the sugar that blood brings to them.",
      "A child of that age sees things from their own point of view.",
      "The power of a test is its ability to find what there is.",
      "The median is the middle value of the ordered data of a sample.",
      "A type I error is the rejection of a true hypothesis by a test.",
    ])
  func standsAlone(sentence: String) {
    #expect(StandAlone.isSelfContained(sentence, words: WordSpan.words(of: sentence)))
  }

  @Test(
    "What a sentence calls broken leans on the one before it that tells what breaks",
    arguments: [
      ("Frost breaks the rock.", "Erosion is the removal of the broken rock.", true),
      ("Weathering is the breaking down of rock.", "Erosion is the removal of the broken rock.", true),
      ("A spring is a coil of wire.", "Erosion is the removal of the broken rock.", false),
      ("Filters remove salt.", "Sludge is the rest of the removed salt.", true),
      ("Rivers flow to the sea.", "Erosion is the removal of the broken rock.", false),
      ("The mean is a sum over a count.", "The median is the middle of the ordered data.", false),
    ])
  func takenUp(before: String, sentence: String, takesUp: Bool) {
    #expect(StandAlone.takesUp(before, words: WordSpan.words(of: sentence)) == takesUp)
  }

  @Test(
    "Of somebody it is told what was found, and not only that it was",
    arguments: [
      ("Ada Ball discovered the cell and named its parts.", ["Ada Ball"]),
      ("Ada Ball described how its many parts move about.", []),
      ("Ada Ball described why they move from place to place.", []),
    ])
  func deeds(sentence: String, asked: [String]) {
    let notes = NoteReader.document(text: "# Cells\n\n## Finds\n\n\(sentence)", name: "notes.md")
    let lexicon = Lexicon(documents: [notes])
    #expect(lexicon.candidates.compactMap(\.term).map { lexicon.terms[$0].name.shown } == asked)
  }

  @Test(
    "Citations, figure references and asides are not shown",
    arguments: [
      ("Sleep restores the brain (Harper, 2013).", "Sleep restores the brain."),
      ("Signals cross the gap ((figure)) quickly.", "Signals cross the gap quickly."),
      ("An antagonist, on the other hand, blocks a receptor.", "An antagonist blocks a receptor."),
      ("The soma (cell body) holds the nucleus.", "The soma (cell body) holds the nucleus."),
      ("Cells rest (e.g., at night) [3].", "Cells rest."),
      ("Bohr (1885\u{2013}1962) came late (see below), too.", "Bohr came late, too."),
    ])
  func shown(sentence: String, text: String) {
    #expect(StandAlone.shown(sentence).text == text)
  }

  @Test(
    "Formulas and code are shown as they are, whatever is left out beside them",
    arguments: [
      "The variance is $s^2 = \\frac{1}{n-1}\\sum (x_i - \\bar{x})^2$.", "An insert takes O(1) time, a search O (2).",
      "It holds for $f (2)$ and for x = 3 (4 + 1).", "The share lies in [0, 1) or in [0, 1].",
      "The first of them is cells[0] or at(0).", "A pole is positive (+) or negative (-).",
      "The pair (i, j) and the charge (e) stay.", "The chance is .05 or p < .01.", "Call main() before it ends.",
    ])
  func formulas(sentence: String) {
    #expect(StandAlone.shown(sentence).text == sentence)
    let cited = String(sentence.dropLast()) + " (Harper, 2013)."
    #expect(StandAlone.shown(cited).text == sentence)
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
