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
    "A noun that is kin to the name is left out where what it does is said, and no other",
    arguments: [
      ("novus actus", "an act that breaks the chain of causes", "breaks the chain of causes"),
      (
        "chordae tendineae", "tendons that anchor the valves to the muscles of the wall",
        "anchor the valves to the muscles of the wall"
      ),
      (
        "chordae tendineae", "tendons that the body uses to move a limb", "tendons that the body uses to move a limb"
      ),
      ("realpolitik", "politics guided by power and practical needs", "is guided by power and practical needs"),
      ("estoppel", "an act that breaks the chain of causes", "an act that breaks the chain of causes"),
      ("fixed cost", "a cost that does not vary with output", "a cost that does not vary with output"),
    ])
  func kin(name: String, text: String, shown: String) throws {
    #expect(try fitted(text, to: name)?.text == shown)
  }

  @Test(
    "What begins with a preposition is what an adjective means, or a measure, and no thing",
    arguments: [
      ("heart", "in the chest, left of the midline", false),
      ("anatomical", "of or relating to the parts of a body", true),
      ("tachycardia", "over 100 beats per minute at rest", true),
    ])
  func prepositions(name: String, text: String, isKept: Bool) throws {
    #expect(try (fitted(text, to: name) != nil) == isKept)
  }

  @Test("A noun without an article behind \"is\" is a noun, and no deed")
  func bareNouns() throws {
    let found = asked(
      lexicon(
        """
        # Power

        ## Words

        **Realpolitik** is politics guided by power and practical needs rather than by ideals. **Autarky** is trade \
        confined to the goods that are made inside of one country. **Bauxite** is almost surrounded by clay in the hills of \
        the south.
        """))
    let politics = try #require(found["realpolitik"])
    #expect(politics.definition?.text == "is guided by power and practical needs rather than by ideals")
    #expect(politics.isWritable)
    #expect(found["autarky"]?.definition?.shape == .fragment)
    #expect(found["bauxite"]?.definition?.shape == .predicate)
  }

  @Test("The capital of a name stays: the notes write it inside of a sentence, or in a list of words that begin small")
  func capitals() {
    let list = """
      # Markets

      - externality: a cost or benefit that falls on someone outside
      - free rider: someone who enjoys a good without paying for it
      - Pigouvian tax: a tax that is equal to the cost of a deed to others
      - public good: a good that nobody can be kept from
      """
    #expect(Set(asked(lexicon(list)).keys) == ["externality", "free rider", "Pigouvian tax", "public good"])
    let capitals = list.replacing("- e", with: "- E").replacing("- f", with: "- F").replacing("- pu", with: "- Pu")
    #expect(Set(asked(lexicon(capitals)).keys) == ["externality", "free rider", "pigouvian tax", "public good"])
    let text = """
      # Law

      ## Care

      **Bolam test** - a doctor is not to blame if other doctors support what was done (Bolam v Friern).

      **Eggshell rule** - a victim is taken as whoever did the harm finds them, like an eggshell.
      """
    let names = lexicon(text).terms.map(\.name.shown)
    #expect(names.contains("Bolam test") && names.contains("eggshell rule"))
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
