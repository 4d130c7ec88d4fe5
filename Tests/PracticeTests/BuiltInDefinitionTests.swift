import Testing

@testable import PracticeTests

@Suite("What the notes say that a term is")
struct BuiltInDefinitionTests {
  @Test(
    "A glossary's definition gets the article and the shape that it needs",
    arguments: [
      (
        "drug that mimics the effects of a neurotransmitter", "a drug that mimics the effects of a neurotransmitter",
        "thing"
      ),
      (
        "ability to respond differently to similar stimuli", "the ability to respond differently to similar stimuli",
        "thing"
      ),
      ("minimum amount of energy that can be detected", "the minimum amount of energy that can be detected", "thing"),
      (
        "imaging technique in which a computer joins many images",
        "an imaging technique in which a computer joins many images", "thing"
      ),
      (
        "beliefs or assumptions about the members of a group", "beliefs or assumptions about the members of a group",
        "thing"
      ),
      ("organizing information into manageable bits", "organizing information into manageable bits", "thing"),
      (
        "carries visual information from the retina to the brain",
        "carries visual information from the retina to the brain", "predicate"
      ),
      ("important for understanding spoken language", "is important for understanding spoken language", "predicate"),
      ("emotions arise from physiological arousal", "emotions arise from physiological arousal", "claim"),
      (
        "when a sperm fertilizes an egg and forms a zygote", "when a sperm fertilizes an egg and forms a zygote",
        "event"
      ),
      (
        "method in which scoring, timing, and reading are consistent",
        "a method in which scoring, timing, and reading are consistent", "thing"
      ),
      (
        "voluntary zeal with the intent of helping others", "voluntary zeal with the intent of helping others",
        "fragment"
      ),
    ])
  func glossary(raw: String, text: String, shape: String) {
    let definition = parser.glossary(raw).definition
    #expect(definition?.text == text)
    #expect(definition.map { "\($0.shape)" } == shape)
  }

  @Test("A bracket at the start or a note at the end of a definition gives other names")
  func aliases() {
    #expect(
      parser.glossary("(also, somnambulism) sleep disorder in which the sleeper walks about").aliases == [
        "somnambulism"
      ])
    let script = parser.glossary(
      "set of behaviors that are performed in one order; also referred to as an event schema")
    #expect(script.aliases == ["event schema"])
    #expect(script.definition?.text == "a set of behaviors that are performed in one order")
  }

  @Test(
    "A definition that says too little or points elsewhere is not used",
    arguments: ["cell body", "see the figure above for this"])
  func useless(raw: String) {
    #expect(parser.glossary(raw).definition == nil)
  }

  @Test(
    "A sentence that defines its term is found, whichever way it is put",
    arguments: [
      (
        "Osmosis is the net movement of water across a membrane.", "osmosis",
        "the net movement of water across a membrane"
      ),
      (
        "Agonists are chemicals that mimic a neurotransmitter at the receptor site.", "agonists",
        "chemicals that mimic a neurotransmitter at the receptor site"
      ),
      (
        "Reliability refers to the ability to produce a given result consistently.", "reliability",
        "the ability to produce a given result consistently"
      ),
      (
        "A zygote, a cell formed by the union of egg and sperm, divides within a day.", "zygote",
        "a cell formed by the union of egg and sperm"
      ),
      (
        "The conversion from light energy to nerve signals is known as transduction.", "transduction",
        "the conversion from light energy to nerve signals"
      ),
      (
        "The gap is a narrow space between two neurons and is an important site.", "gap",
        "a narrow space between two neurons"
      ),
      (
        "The pump is a protein that moves sodium ions, and it needs energy.", "pump", "a protein that moves sodium ions"
      ),
    ])
  func sentences(sentence: String, term: String, text: String) {
    #expect(find(term, in: sentence)?.text == text)
  }

  @Test(
    "What a term does is a predicate with the number of its verb",
    arguments: [
      (
        "The flying shuttle, patented by John Kay in 1733, sped up weaving and let one weaver make wide cloth.",
        "flying shuttle", false
      ),
      ("Dendrites receive the signals that come from other neurons.", "dendrites", true),
    ])
  func predicates(sentence: String, term: String, isPlural: Bool) {
    let definition = find(term, in: sentence)
    #expect(definition?.shape == .predicate)
    #expect(definition?.isPlural == isPlural)
  }

  @Test("What comes of what it does is left out of a predicate, and what is reasoned is none")
  func asides() {
    let home =
      "Telework involves employees working at home and setting their hours, which lets them see their children."
    #expect(
      find("telework", in: home)?.text == "involves employees working at home and setting their hours")
    let reasoned = "Telework reduces the number of cars on the road because employees stay at home all day."
    #expect(find("telework", in: reasoned) == nil)
  }

  @Test(
    "Praise and mere mention define nothing",
    arguments: [
      ("Osmosis is an important topic in the first year of biology.", "osmosis"),
      ("Many students find that osmosis is hard to explain to others.", "osmosis"),
    ])
  func noDefinition(sentence: String, term: String) {
    #expect(find(term, in: sentence) == nil)
  }

  @Test("The start of a sentence is written small, unless it is a name or the parties of a case")
  func starts() {
    #expect(DefinitionParser.lowercasedStart("Setting the contract aside") == "setting the contract aside")
    #expect(DefinitionParser.lowercasedStart("A cell that divides") == "a cell that divides")
    for kept in ["B cells of the body", "Hall v Simons of 1990", "DNA of a cell"] {
      #expect(DefinitionParser.lowercasedStart(kept) == kept)
    }
  }

  private let parser = DefinitionParser(countNouns: CountNouns())

  private func find(_ term: String, in sentence: String) -> Definition? {
    let words = WordSpan.words(of: sentence)
    let name = term.split(separator: " ").map(String.init)
    guard
      let start = words.indices.first(where: { index in
        index + name.count <= words.count && name.indices.allSatisfy { words[index + $0].folded == name[$0] }
      })
    else { return nil }
    return DefinitionFinder(parser: parser).definition(in: sentence, words: words, at: start..<(start + name.count))
  }
}
