import Testing

@testable import PracticeTests

@Suite("What the notes say of a term, fitted to its name")
struct BuiltInNameTests {
  private func fitted(_ text: String, to name: String) throws -> Definition? {
    let definition = try #require(DefinitionParser(countNouns: CountNouns()).definition(text))
    return definition.fitted(to: try #require(TermName(name)))
  }

  @Test(
    "Only what can state something states that something is so",
    arguments: [
      ("compensation", false), ("megacity", false), ("central limit theorem", true), ("law of large numbers", true),
      ("rationalism", true), ("Occam's razor", true), ("Hedley Byrne v Heller", true),
    ])
  func statements(name: String, isKept: Bool) throws {
    let text = "states that the mean of a large sample lies near that of all"
    #expect(try (fitted(text, to: name) != nil) == isKept)
  }

  @Test("What holds other things states nothing")
  func deeds() throws {
    #expect(try fitted("holds the parts of a body together", to: "ligament") != nil)
  }

  @Test("\"One whose ...\" is of the kind that a longer name gives, and says nothing of a single word")
  func ones() throws {
    let text = "one whose predicate is contained in its subject"
    let judgment = try #require(try fitted(text, to: "analytic judgment"))
    #expect(judgment.text == "a judgment whose predicate is contained in its subject")
    #expect(judgment.shape == .thing)
    #expect(try fitted(text, to: "rationalism") == nil)
  }

  @Test(
    "A formula or a bracket at the end that holds a part of the name is left out, and no other",
    arguments: [
      ("heap", "a tree with its least value at the top (min-heap)", "a tree with its least value at the top"),
      ("z-score", "the number of deviations from the mean: $z = (x - m)/s$", "the number of deviations from the mean"),
      ("heap", "a tree with its least value on top (the root)", "a tree with its least value on top (the root)"),
      ("force", "the product of mass and speed gained: $ma$", "the product of mass and speed gained: $ma$"),
      ("formula", "a rule in signs with a value (no form)", "a rule in signs with a value (no form)"),
    ])
  func telltales(name: String, text: String, shown: String) throws {
    #expect(try fitted(text, to: name)?.text == shown)
  }

  @Test(
    "An adjective of science is told by its ending, and nouns in -ic are none",
    arguments: [
      ("exothermic", true), ("hydrophobic", true), ("hypertonic", true), ("antibiotic", false), ("tonic", false),
    ])
  func adjectives(name: String, isAdjective: Bool) throws {
    #expect(Term.Traits(try #require(TermName(name))).isAdjective == isAdjective)
    let notes = "# Words\n\n- **\(name)**: gives off heat to the air around it"
    let lexicon = Lexicon(documents: [NoteReader.document(text: notes, name: "notes.md")])
    #expect(lexicon.candidates.contains { $0.definition != nil } == !isAdjective)
  }

  @Test("A formula behind a blank doesn't hold the answer's letter")
  func blanks() throws {
    let notes = """
      # Data

      ## Scores

      A **z-score** is the number of deviations that a value lies from the mean: $z = (x - m)/s$.
      """
    let lexicon = Lexicon(documents: [NoteReader.document(text: notes, name: "notes.md")])
    let candidate = try #require(lexicon.candidates.first)
    #expect(candidate.blank?.sentence.contains("$z") != true)
    #expect(candidate.definition?.text == "the number of deviations that a value lies from the mean")
  }

  @Test(
    "What a label in a list states is not asked for, and what a theorem states is",
    arguments: ["Compensation", "Bay theorem"])
  func labels(name: String) {
    let notes = """
      # Law

      - **\(name)** - states that whoever lost land gets some elsewhere.
      - **Easement** - a right to cross the land of a neighbour.
      """
    let lexicon = Lexicon(documents: [NoteReader.document(text: notes, name: "notes.md")])
    let asked = lexicon.candidates.contains { $0.definition?.text.hasPrefix("states that") == true }
    #expect(asked == (name == "Bay theorem"))
    #expect(!lexicon.candidates.contains { $0.blank?.sentence.hasPrefix("____ - ") == true })
  }
}
