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

  @Test(
    "A clause is a claim, with an article before it or not; a phrase with clauses in it stays one",
    arguments: [
      ("the cell takes in material by folding its membrane inward", "claim"),
      ("the claimant was partly to blame for the harm", "claim"),
      ("the buyer accepted the offer after the price had changed", "claim"),
      ("a system at rest that is disturbed shifts so as to undo the change", "claim"),
      ("the claimant freely accepted the risk of harm", "claim"),
      ("each extra worker adds less output than the one before", "claim"),
      ("with clear rights and low costs, private bargaining leads to a good result", "claim"),
      ("as price rises, quantity demanded falls", "claim"),
      ("if the price is held down, a shortage follows", "claim"),
      ("in the chest, left of the midline", "fragment"),
      ("a share of the profit usually received each year", "thing"),
      ("the sum of gains less losses over a year", "thing"),
      ("the loss of the layer it provides can be harmful to the fibre", "claim"),
      ("variance of the errors changes with the size of the sample", "claim"),
      ("the transfer of nerve signals to the muscles of the body", "thing"),
      ("the value of resources the firm already owns and uses", "thing"),
      ("the quantity buyers demand at each price of a good", "thing"),
      ("a good for which demand falls when income rises", "thing"),
      ("the doctrine that a free will may have been given to all people", "thing"),
      ("a compound formed the same way in every plant", "thing"),
      ("the central building blocks of all proteins in the body", "thing"),
      ("a measure that shows how much what was seen differs from what is expected", "thing"),
    ])
  func clauses(raw: String, shape: String) {
    #expect(parser.definition(raw).map { "\($0.shape)" } == shape)
  }

  @Test(
    "What something does or where it lies is a predicate with the number of its verb",
    arguments: [
      ("delays the impulse so that both chambers empty in turn", "", false),
      ("attacks the speaker in place of the argument", "", false),
      ("carry the impulse through the lower chambers", "", true),
      ("carry oxygen to the muscles of the legs", "", true),
      ("between right atrium and right ventricle", "lies ", false),
      ("where the indicator changes its colour", "is ", false),
      ("put the old dynasties back on the throne", "", true),
    ])
  func deeds(raw: String, verb: String, isPlural: Bool) {
    let definition = parser.definition(raw)
    #expect(definition?.shape == .predicate)
    #expect(definition?.text == verb + raw)
    #expect(definition?.isPlural == isPlural)
  }

  @Test("What is said of many fits no single thing, and where one lies, many lie")
  func numbers() throws {
    let many = try #require(parser.definition("carry the impulse through the lower chambers"))
    #expect(many.agreeing(plural: true) == many)
    #expect(many.agreeing(plural: false) == nil)
    let place = try #require(parser.definition("between the chambers of the heart and its arteries"))
    #expect(place.agreeing(plural: true)?.text == "lie between the chambers of the heart and its arteries")
    #expect(place.agreeing(plural: false) == place)
    let meeting = try #require(parser.definition("where two nerves of the arm meet"))
    #expect(meeting.agreeing(plural: true)?.text == "are where two nerves of the arm meet")
  }

  @Test(
    "A phrase ends before a size, an advice and a second clause",
    arguments: [
      ("two twisted strands of one protein, 7 nm", "two twisted strands of one protein"),
      ("hollow tubes of one protein, 25 nm across", "hollow tubes of one protein"),
      ("the share of the blood that is ejected, normally 55-70 %", "the share of the blood that is ejected"),
      ("an object that holds other things in it - prefer it to a copy", "an object that holds other things in it"),
      ("a double sac around the heart, fluid between its layers reduces friction", "a double sac around the heart"),
      ("gives off heat to its surroundings, \u{0394}H negative", "gives off heat to its surroundings"),
      ("a test of means from small samples, p < 0.05", "a test of means from small samples"),
      ("a solution with more salt, less water", "a solution with more salt, less water"),
      ("\u{201C}cell drinking\u{201D}, the taking in of a fluid by a cell", "the taking in of a fluid by a cell"),
      ("a journey of 7 days - or more - on foot", "a journey of 7 days - or more - on foot"),
    ])
  func ends(raw: String, text: String) {
    #expect(parser.definition(raw)?.text == text)
  }

  @Test(
    "Signs within a phrase, commas of a list and numbers that look like words are no jottings",
    arguments: [
      "voluntary zeal, care, and help for others in need", "the mean of x - y over many trials of a game",
      "the probability of a type I error in a test",
    ])
  func phrases(raw: String) {
    #expect(parser.definition(raw) != nil)
  }

  @Test("The feelings of a person are many, and a person's feeling is one")
  func owned() {
    #expect(parser.definition("a person's feelings that they lack worth or skill")?.isPlural == true)
    #expect(parser.definition("a person's feeling that they lack worth or skill")?.isPlural == false)
    #expect(parser.definition("a means of travel that moves many people")?.isPlural == false)
  }

  @Test("A case at law is no meaning, and other names are")
  func cases() {
    #expect(parser.glossary("Harris v Borough (one-eyed worker, no goggles)").definition == nil)
    #expect(parser.glossary("Victorian villas in the town of Oxford").definition != nil)
  }

  @Test(
    "A phrase gets the article that its own noun needs",
    arguments: [
      ("volume pumped by one chamber per minute", "the volume pumped by one chamber per minute"),
      ("pressure the heart must overcome to eject blood", "the pressure the heart must overcome to eject blood"),
      ("nervous system's ability to change with use", "the nervous system's ability to change with use"),
      ("volume of a gas under high pressure", "a volume of a gas under high pressure"),
    ])
  func articles(raw: String, text: String) {
    #expect(parser.glossary(raw).definition?.text == text)
  }

  @Test("Only a telling noun asks which one does something")
  func looseNouns() {
    #expect(parser.definition("a number that describes a sample of people")?.relative == nil)
    #expect(parser.definition("a hormone that lowers the level of sugar")?.relative?.noun == "hormone")
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
    arguments: [
      "cell body", "see the figure above for this", "\u{201C}cell drinking\u{201D} of a fluid in droplets",
      "middle layer, cardiac muscle, thickest in the left ventricle", "more stretch -> stronger contraction of a heart",
      "salt and water \u{2192} a solution of salt", "the way in which I see the world",
    ])
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
      ("Osmosis = moves water to the side with more salt in it.", "osmosis"),
      ("Many students find that osmosis is hard to explain to others.", "osmosis"),
    ])
  func noDefinition(sentence: String, term: String) {
    #expect(find(term, in: sentence) == nil)
  }

  @Test("Adverbs without end are read in time", .timeLimit(.minutes(1)))
  func adverbs() {
    let slowly = String(repeating: "slowly ", count: 1 << 16)
    #expect(parser.glossary("a movement of water, and \(slowly)").definition == nil)
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
