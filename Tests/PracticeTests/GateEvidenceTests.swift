import Testing

@testable import PracticeTests

/// The evidence gate and its finder, and the gates about whole tests.
struct GateEvidenceTests {
  @Test(arguments: [
    "A muscle cell may hold 2,000 mitochondria.", "a  MUSCLE cell\nmay hold 2,000 mitochondria",
    "\u{201C}A muscle cell may hold 2,000 mitochondria\u{201D}",
  ])
  func `A quote is found whatever its white space, case and quotation marks`(quote: String) {
    let match = EvidenceFinder.find(quote, in: cellPassage)
    #expect(match?.quote == "A muscle cell may hold 2,000 mitochondria.")
    #expect(match?.line == 3)
  }

  @Test func `Dashes and apostrophes may differ, and the passage's own are kept`() {
    let match = EvidenceFinder.find("Ribosomes build proteins - they don't store energy", in: cellPassage)
    #expect(match?.quote == "Ribosomes build proteins \u{2014} they don\u{2019}t store energy.")
    #expect(match?.line == 9)
  }

  @Test func `A line inside code is told exactly`() {
    #expect(EvidenceFinder.find("cytoplasm holds the organelles", in: cellPassage)?.line == 16)
  }

  @Test func `One word of ten may differ`() {
    let near = "The mitochondrion frees energy from glucose and stores it in ATP"
    #expect(
      EvidenceFinder.find(near, in: cellPassage)?.quote == """
        The mitochondrion releases energy from glucose and stores it in ATP
        """)
    let dropped = "mitochondrion releases energy from glucose and stores it ATP, a molecule that"
    #expect(EvidenceFinder.find(dropped, in: cellPassage) != nil)
    let far = "The mitochondrion frees power from glucose and stores it in ATP"
    #expect(EvidenceFinder.find(far, in: cellPassage) == nil)
  }

  @Test(arguments: [
    "Robert Hooke named the cell in 1666 after the small rooms of monks",
    "Ribosomes build proteins, they store energy. The rough endoplasmic reticulum carries ribosomes",
    "Ribosomes build proteins, they don't not store energy. The rough endoplasmic reticulum carries ribosomes",
    "carries ribosomes; the smooth kind makes lipids at 37 \u{00B0}F",
    "The rough endoplasmic reticulum carries ribosomes; the smooth kind makes lipids at 37",
    "Mitochondria were named by a doctor in Vienna", "",
  ])
  func `A changed number, negation or unit is not a quote`(quote: String) {
    let match = EvidenceFinder.find(quote, in: cellPassage)
    // A quote may stop before the unit: then the span stops there, too.
    #expect(match == nil || match?.quote.hasSuffix("37") == true)
  }

  @Test func `A long passage is searched, and a quote without end is not`() {
    let words = Array(repeating: "a b", count: 20_000).joined(separator: " ")
    let passage = Passage(
      id: "long", headings: [], topic: "t", blocks: [Block(kind: .paragraph, text: words, line: 1)])
    let quote = Array(repeating: "a b", count: 150).joined(separator: " ") + " c"
    #expect(EvidenceFinder.find(quote, in: passage) != nil)
    #expect(EvidenceFinder.find(Array(repeating: "a", count: 401).joined(separator: " "), in: passage) == nil)
  }

  private func grounded(_ key: String, _ evidence: String) -> Item {
    choice(
      "Which part of the cell is meant?", key, ["vacuole", "lysosome", "centriole"],
      rationale: "It is the part that does the work which the sentence tells of.", evidence: evidence)
  }

  @Test func `The passage's own words replace the model's`() {
    let report = Gates.check(
      grounded("ribosomes", "RIBOSOMES build proteins - they don't store energy"),
      GateContext(passage: cellPassage, topic: "The cell"))
    #expect(report.item.evidence == "Ribosomes build proteins \u{2014} they don\u{2019}t store energy.")
    #expect(report.passes)
  }

  @Test(arguments: [
    ("ribosomes", "Ribosomes are the small kitchens of a town.", true), ("ribosomes", "Ribosomes build", true),
    ("cytoplasm", "The mitochondrion releases energy from glucose and stores it in ATP", true),
    ("ribosomes", "Ribosomes build proteins", true), ("nucleus", "cytoplasm holds the organelles", false),
    ("mitochondrion", "A muscle cell may hold 2,000 mitochondria.", false),
  ])
  func `Evidence that is made up, too short or far from the key is sent back`(
    key: String, evidence: String, isCaught: Bool
  ) {
    let context = GateContext(passage: cellPassage, topic: "The cell")
    #expect(found(.evidence, grounded(key, evidence), context).map(\.action) == (isCaught ? [.repair] : []))
  }

  @Test func `A question about something else is sent back, one about the topic is not`() {
    let other = choice("Which river flows through Paris?", "Seine", ["Rhine", "Loire", "Danube"])
    let context = GateContext(passage: cellPassage, topic: "The cell")
    #expect(Gates.table.first { $0.id == .offTopic }?.check(GateSubject(other, context)).map(\.action) == [.repair])
    let own = choice("Which cells burn most?", "muscle", ["skin", "bone", "nerve"])
    #expect(found(.offTopic, own, context).isEmpty)
  }

  @Test func `A rationale needs ten words, and a brought question needs none`() {
    var item = grounded("ribosomes", "A muscle cell may hold 2,000 mitochondria.")
    item.rationale = "Because it is so and not otherwise at all times"
    #expect(found(.rationaleTooShort, item).isEmpty)
    item.rationale = "Because it is so and not otherwise at all"
    #expect(found(.rationaleTooShort, item, GateContext()).map(\.action) == [.repair])
    #expect(found(.rationaleTooShort, item).map(\.action) == [.warn])
    item.rationale = nil
    #expect(found(.rationaleTooShort, item).isEmpty)
    #expect(found(.schema, item).isEmpty)
    #expect(found(.schema, item, GateContext()).map(\.field) == ["rationale"])
  }

  @Test func `A rationale is long enough where it says all that the evidence says`() {
    var item = grounded("stenosis", "Stenosis is the narrowing of a vessel.")
    item.rationale = "It refers to stenosis, the narrowing of a vessel."
    #expect(found(.rationaleTooShort, item, GateContext()).isEmpty)
    item.rationale = "Stenosis is the right word for such a vessel."
    #expect(found(.rationaleTooShort, item, GateContext()).map(\.action) == [.repair])
    item.evidence = nil
    #expect(found(.rationaleTooShort, item).map(\.action) == [.warn])
  }

  // MARK: - Whole tests

  @Test func `Two questions of a test ask for the same where their answers are, for numbers in the same sentence`() {
    func fact(_ format: QuestionFormat, _ answer: String, _ evidence: String) -> AskedFact? {
      AskedFact(Item(format: format, prompt: "What?", correctAnswer: answer, evidence: evidence))
    }
    #expect(fact(.shortAnswer, "The mitochondrion", "One.") == fact(.cloze, "mitochondrion", "Two."))
    #expect(fact(.shortAnswer, "mitochondrion", "One.") != fact(.shortAnswer, "ribosome", "One."))
    #expect(fact(.cloze, "12", "One.") != fact(.cloze, "12", "Two."))
    #expect(fact(.cloze, "one month", "One.") != fact(.cloze, "one month", "Two."))
    #expect(fact(.cloze, "12", "One.") == fact(.shortAnswer, "12", "one."))
    #expect(fact(.trueFalse, "True", "One.") == nil)
  }

  @Test func `A question that was asked before is found under its first id`() {
    var index = DuplicateIndex()
    index.insert(
      choice("Which organelle releases the energy of glucose?", "the mitochondrion", ["a", "b", "c"]), id: "one")
    index.insert(
      Item(
        format: .trueFalse, prompt: "Ribosomes store the energy of the cell.", choices: ["True", "False"],
        correctIndex: 1, correctAnswer: "False"), id: "two")
    #expect(
      index.duplicate(
        of: choice("Which organelle releases the energy from glucose?", "Mitochondrion", ["x", "y", "z"])) == "one")
    #expect(
      index.duplicate(of: choice("Which organelle releases the energy of glucose?", "the nucleus", ["x", "y", "z"]))
        == nil)
    #expect(
      index.duplicate(of: choice("What has two membranes and its own DNA?", "mitochondrion", ["x", "y", "z"])) == nil)
    let statement = Item(
      format: .trueFalse, prompt: "Ribosomes store the energy of a cell.", choices: ["True", "False"], correctIndex: 0,
      correctAnswer: "True")
    #expect(index.duplicate(of: statement) == "two")
    let other = Item(
      format: .trueFalse, prompt: "Ribosomes build proteins.", choices: ["True", "False"], correctIndex: 0,
      correctAnswer: "True")
    #expect(index.duplicate(of: other) == nil)
    #expect(index.violation(of: statement)?.action == .repair)
  }

  @Test func `A key in another question's stem is warned about once`() {
    let items = [
      choice("What builds proteins?", "the ribosome", ["x", "y", "z"]),
      choice("Where is the ribosome made? Is the ribosome made there?", "nucleolus", ["x", "y", "z"]),
      choice("Which ion leaves the cell?", "ion", ["x", "y", "z"]),
    ]
    let cues = CrossCues(items)
    #expect(
      items.indices.map { cues.violation(of: $0)?.message } == [
        nil, "Question 2 gives away the answer of question 1: ask them far apart.", nil,
      ])
    #expect(cues.violation(of: 1)?.action == .warn)
  }

  @Test func `A question that gives away many is one warning, however many share a key`() {
    let asked = (1...2_000).map { choice("What builds protein number \($0)?", "the ribosome", ["x", "y", "z"]) }
    let cueing = (1...2_000).map { choice("Where is ribosome number \($0) made?", "nucleolus", ["x", "y", "z"]) }
    let cues = CrossCues(asked + cueing)
    #expect(cues.stems.map(\.count) == [2_000, 0] && cues.questions.map(\.count) == [2_000, 2_000])
    #expect(
      cues.violation(of: 2_000)?.message
        == "Question 2001 gives away the answers of questions 1, 2, 3, 4, 5 and 1995 more: ask them far apart.")
  }
}
