import Testing

@testable import PracticeTests

@Suite("What code finds to ask about")
struct BuiltInSubjectsTests {
  private func lexicon(_ text: String) -> Lexicon {
    Lexicon(documents: [NoteReader.document(text: text, name: "notes.md")])
  }

  private func asked(_ lexicon: Lexicon) -> [String: Candidate] {
    let named = lexicon.candidates.compactMap { candidate in
      candidate.term.map { (lexicon.terms[$0].name.shown, candidate) }
    }
    return Dictionary(named, uniquingKeysWith: { first, _ in first })
  }

  @Test("People are asked for by what they did, among people")
  func people() throws {
    let lexicon = lexicon(
      """
      # Early physics

      ## Atoms

      Niels Bohr (1885\u{2013}1962) proposed that electrons move on fixed paths around the nucleus of an atom.

      Marie Curie discovered two elements, polonium and radium, in the ores of one mine.

      Ernest Rutherford, a physicist from New Zealand, showed that nearly all mass of an atom is in its nucleus.

      Lise Meitner explained how the nucleus of uranium breaks into two lighter ones.

      James Franck, Gustav Hertz, and Max Planck developed many of the tools that physics used in that time.

      Oxford University developed a course in physics that many students of that time attended.
      """)
    let people = ["Niels Bohr", "Marie Curie", "Ernest Rutherford", "Lise Meitner"]
    #expect(Set(asked(lexicon).keys) == Set(people))
    let curie = try #require(asked(lexicon)["Marie Curie"])
    var random = SeededGenerator(seed: 1)
    let wrong = ItemWriter(lexicon: lexicon).wrongAnswers(
      3, to: "Who discovered polonium?", about: curie, shownAs: "Marie Curie", using: &random)
    #expect(wrong.map(Set.init) == Set(people).subtracting(["Marie Curie"]))
  }

  @Test("A term in bold is asked for wherever its sentence stands alone")
  func insideSentences() {
    let lexicon = lexicon(
      """
      # Cell division

      ## Phases

      During **prophase** the chromosomes condense and become visible under the microscope. In the next phase, \
      **metaphase**, they line up. The nucleus is **not** visible in that part of the division of a cell.

      The sister chromatids move to opposite poles of the cell in **anaphase** while the spindle shortens. Some say \
      that **telophase** is often the shortest part of the whole division of a cell.
      """)
    let found = asked(lexicon)
    #expect(found["prophase"]?.blank?.sentence.hasPrefix("During ____ the chromosomes condense") == true)
    #expect(found["anaphase"]?.evidence.hasPrefix("The sister chromatids") == true)
    #expect(found["not"] == nil)
    #expect(found["telophase"] == nil)
  }

  @Test("Italics mark terms only where hardly anything is in bold")
  func italics() {
    let bold = "A **lipid** is fat. A **sugar** is sweet.\n\nA **protein** folds.\n\nAn **enzyme** works.\n\n"
    func emphasised(_ text: String) -> [String] {
      NoteReader.document(text: "# T\n\n## A\n\n" + text, name: "n.md").passages.flatMap(\.blocks).flatMap(\.emphasised)
    }
    #expect(emphasised("As *Nature* wrote, it is so.") == ["Nature"])
    #expect(emphasised(bold + "As *Nature* wrote, it is so.") == ["lipid", "sugar", "protein", "enzyme"])
  }

  @Test("What a heading names is a term where the text says what it does")
  func headings() {
    let lexicon = lexicon(
      """
      # Parts of the brain

      ## The Hippocampus and Thalamus

      The hippocampus moves what is learnt during the day into lasting memory while a person sleeps. Nobody has seen \
      all that the thalamus does.

      ## Wundt

      Wundt measured reaction times to a thousandth of a second with a clock of his own.
      """)
    #expect(Set(asked(lexicon).keys) == ["hippocampus"])
  }

  @Test("Where no sentence says what a glossary says, its entry is the evidence; only a model can word some of them")
  func glossaryEntries() throws {
    let lexicon = lexicon(
      """
      # Learning

      ## By watching

      Much of what children can do began with **observational learning**, and few of them know it.

      ## Key terms

      - **observational learning**: type of learning that occurs by watching others
      """)
    let candidate = try #require(asked(lexicon)["observational learning"])
    #expect(candidate.evidence == "observational learning: type of learning that occurs by watching others")
    #expect(!candidate.isWritable)
  }

  @Test("Without a model no slot gets what only a model can word")
  func withoutModel() throws {
    let text = """
      # Learning

      ## By watching

      Much of what children can do began with **observational learning**, and few of them know it.

      ## Key terms

      - **observational learning**: type of learning that occurs by watching others
      """
    let material = TestMaterial([("n.md", NoteReader.document(text: text, name: "n.md"))])
    let slots = try material.plan(TestRequest(count: 1, seed: 1)).slots
    let slot = try #require(slots.first)
    func writer(hasModel: Bool) -> BuiltInWriter {
      BuiltInWriter(
        lexicon: material.lexicon, passages: material.passages, slots: slots, seed: 1, hasModel: hasModel)
    }
    #expect(writer(hasModel: false).targets(for: slot).isEmpty)
    #expect(writer(hasModel: true).targets(for: slot).map(\.key) == ["observational learning"])
  }
}
