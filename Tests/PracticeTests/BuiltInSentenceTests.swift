import Testing

@testable import PracticeTests

@Suite("What sentences of many forms say of a term")
struct BuiltInSentenceTests {
  private func asked(_ text: String) -> [String: Candidate] {
    let lexicon = Lexicon(documents: [NoteReader.document(text: text, name: "notes.md")])
    let named = lexicon.candidates.compactMap { candidate in
      candidate.term.map { (lexicon.terms[$0].name.shown, candidate) }
    }
    return Dictionary(named, uniquingKeysWith: { first, _ in first })
  }

  private func definition(of term: String, in text: String) -> String? { asked(text)[term]?.definition?.text }

  @Test("What happens in a process is said after its name; in a place nothing happens that defines it")
  func courses() {
    let osmosis = "In **osmosis**, water moves through a membrane towards the side with more salt."
    #expect(
      definition(of: "osmosis", in: osmosis) == "when water moves through a membrane towards the side with more salt")
    let place = "In the **nucleus**, the genes of the cell are copied before the cell divides into two."
    #expect(definition(of: "nucleus", in: place) == nil)
    let group = "In **populations**, genes change slowly from one generation to the next one in all animals."
    #expect(definition(of: "population", in: group) == nil)
    let passing = "In **osmosis**, a slow and steady movement, nobody can see anything with the naked eye."
    #expect(definition(of: "osmosis", in: passing) == nil)
  }

  @Test("An entry of a glossary goes before what happens in a process") func coursesOfGlossary() {
    let notes = """
      # Cells

      ## Water

      In **osmosis**, water moves through a membrane towards the side with more salt.

      ## Key terms

      - **osmosis**: movement of water across a membrane that holds back what is dissolved
      """
    #expect(definition(of: "osmosis", in: notes)?.contains("holds back what is dissolved") == true)
  }

  @Test(
    "The job of a thing is what it does, wherever the sentence counts on",
    arguments: [
      "The main job of the hippocampus is to move what is learnt into lasting memory.",
      "Another role of the hippocampus is to move what is learnt into lasting memory.",
    ])
  func duties(sentence: String) {
    let notes = "# Brain\n\n## The Hippocampus\n\n\(sentence) It lies deep in the brain."
    #expect(definition(of: "hippocampus", in: notes) == "serves to move what is learnt into lasting memory")
  }

  @Test("A job that leans on other sentences is none") func leaningDuties() {
    let notes =
      "# Brain\n\n## The Hippocampus\n\nAnother role of the hippocampus is to move this information into lasting memory."
    #expect(asked(notes).isEmpty)
  }

  @Test("Kinds of a term that the notes name twice are terms") func kinds() {
    let notes = """
      # Memory

      ## Stores

      **Memory** is the ability to keep what was learnt and to find it again. An **engram** is the trace that one \
      memory leaves in the brain. **Amnesia** is a loss of what was learnt that follows an injury of the brain.

      Long-term memory is a store that holds what was learnt for years. Much of what is read never gets into long-term \
      memory.
      """
    #expect(Set(asked(notes).keys) == ["memory", "engram", "amnesia", "long-term memory"])
    #expect(definition(of: "long-term memory", in: notes) == "a store that holds what was learnt for years")
    let once = notes.replacing("into long-term memory", with: "anywhere")
    #expect(Set(asked(once).keys) == ["memory", "engram", "amnesia"])
  }

  @Test(
    "A hyphen tells a kind from praise and from a measure",
    arguments: [
      ("Long-term memory is a store.", ["long-term memory"]), ("A well-known memory fades.", []),
      ("A ten-year memory fades.", []), ("A good memory is rare.", []), ("Memory is long-term.", []),
    ])
  func sorts(sentence: String, kinds: [String]) {
    var table = TermTable()
    table.add("memory", document: 0)
    #expect(table.kinds(in: sentence) == kinds)
  }

  @Test("The clauses between semicolons are sentences of their own, quoted as the notes have them")
  func clauses() throws {
    let notes = """
      # Cells

      ## Transport

      In **exocytosis**, small bubbles carry substances out of the cell; in **endocytosis**, the membrane takes in \
      substances from outside of the cell.
      """
    let found = asked(notes)
    let first = try #require(found["exocytosis"])
    #expect(
      first.evidence == "In **exocytosis**, small bubbles carry substances out of the cell".replacing("**", with: ""))
    let second = try #require(found["endocytosis"])
    #expect(second.evidence == "in endocytosis, the membrane takes in substances from outside of the cell.")
    #expect(second.definition?.text == "when the membrane takes in substances from outside of the cell")
  }

  @Test(
    "What has no verb after a semicolon, or a bracket across it, is no sentence",
    arguments: [
      "The heart has two sides: the right one sends blood to the lungs; the left one sends blood to the body.",
      "Cells need salts; water; and a source of energy that lasts for all of their life.",
      "Cells need salts (the membrane lets them in; the nucleus needs them) and they need water.",
    ])
  func noClauses(sentence: String) { #expect(NoteClause.all(in: sentence).map(\.evidence) == [sentence]) }

  @Test("A clause is told with a capital and a stop") func toldClauses() {
    let clauses = NoteClause.all(in: "The nucleus holds the genes; the membrane keeps the cell together. Both are old.")
    #expect(
      clauses.map(\.told) == [
        "The nucleus holds the genes.", "The membrane keeps the cell together.", "Both are old.",
      ])
    #expect(clauses.map(\.goesOn) == [true, false, false])
  }

  @Test("An abbreviation in brackets is the term from there on, and no form of its name") func abbreviations() throws {
    let notes = """
      # Disorders

      ## After a war

      Soldiers were the first who were treated for **posttraumatic stress disorder (PTSD)** in large numbers. PTSD is a \
      disorder in which the memory of a terrible event comes back again and again.
      """
    let candidate = try #require(asked(notes)["posttraumatic stress disorder"])
    #expect(
      candidate.definition?.text == "a disorder in which the memory of a terrible event comes back again and again")
  }

  @Test("What a term is, is found however often it was named before") func lateDefinitions() {
    let named = (1...12).map { "Nobody saw on day \($0) that the **reagent** of the town turned blue." }
    let notes =
      "# Labs\n\n## Days\n\n\(named.joined(separator: " ").replacing("**", with: ""))\n\n## Words\n\n"
      + "A reagent is defined as a substance that is added to a system to start a reaction."
    #expect(definition(of: "reagent", in: notes) == "a substance that is added to a system to start a reaction")
  }

  @Test("A definition that is too long is told without its examples") func examples() {
    let long =
      "a disorder in which the experience of a terrible or deeply stressful event, such as combat, an assault, or a "
      + "natural disaster, brings about a group of symptoms that must last for one month or more"
    let short =
      "a disorder in which the experience of a terrible or deeply stressful event brings about a group of symptoms that "
      + "must last for one month or more"
    let parser = DefinitionParser(countNouns: CountNouns())
    #expect(parser.definition(long)?.text == short)
    let fits = "a disorder in which an event, such as combat or an assault, brings about a group of symptoms"
    #expect(parser.definition(fits)?.text == fits)
  }

  @Test("An adjective is asked for by its meaning, and stands among adjectives only") func adjectives() throws {
    let notes = """
      # Science

      ## Key terms

      - **falsifiable**: able to be shown to be wrong by what an experiment finds
      - **empirical**: grounded in what many people can observe at any time
      - **theory**: well-developed set of ideas that explains what was observed
      - **hypothesis**: prediction about how the world will behave that can be tested
      - **opinion**: personal judgment about a thing that may or may not be right
      """
    let lexicon = Lexicon(documents: [NoteReader.document(text: notes, name: "notes.md")])
    let candidate = try #require(asked(notes)["falsifiable"])
    #expect(candidate.definition?.text == "able to be shown to be wrong by what an experiment finds")
    #expect(candidate.definition?.shape == .fragment)
    var random = SeededGenerator(seed: 1)
    let writer = ItemWriter(lexicon: lexicon)
    #expect(
      writer.subject(of: candidate).fact
        == "What is able to be shown to be wrong by what an experiment finds is called falsifiable.")
    let siblings = writer.siblings(
      3, to: "Which word means that?", of: candidate, shownAs: "falsifiable", using: &random)
    #expect(siblings == ["empirical"])
    #expect(
      writer.wrongAnswers(
        3, to: "Which word means that?", about: candidate, shownAs: "falsifiable", closeness: .plain, using: &random)
        == nil)
  }

  @Test("A number out of a report by authors is nothing to learn") func authors() {
    let notes = """
      # Memory

      ## Span

      **Memory span** is the number of things that a person can repeat after hearing them once.

      Miller and Baker (1956) gave the task of memory span to people in an army and to others 2 years later.
      """
    let lexicon = Lexicon(documents: [NoteReader.document(text: notes, name: "notes.md")])
    #expect(lexicon.candidates.allSatisfy { $0.term != nil })
  }
}
