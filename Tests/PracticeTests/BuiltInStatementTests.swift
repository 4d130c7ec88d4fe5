import Testing

@testable import PracticeTests

@Suite("False statements, and what gives an answer away")
struct BuiltInStatementTests {
  // MARK: True or false

  @Test("A false statement has a name that fits where it stands", arguments: UInt64(0)..<10)
  func substitutes(seed: UInt64) throws {
    let notes = OptionNotes(
      """
      # The cell

      ## Work

      **Respiration** releases the energy of sugar in each living cell of the body. A **dendrite** is a branch of a cell \
      that takes in signals. **Fermentation** turns sugar into alcohol without any oxygen in many kinds of yeast. The \
      **nucleus** is the body that holds the plans of the cell.
      """)
    let respiration = try #require(notes.falseStatement("respiration", seed: seed))
    #expect(respiration.hasPrefix("Fermentation releases"), "\(respiration)")
    func gap(_ beginning: String) -> DistractorPicker.Gap { DistractorPicker.Gap(after: beginning) }
    #expect(gap("") == .bare && gap("During ") == .bare && gap("Its result is known as ") == .bare)
    #expect(gap("The ") == .article && gap("Inside lies a(n) ") == .counted && gap("An ") == .counted)
    #expect(gap("The term \u{201C}") == .free && gap("Each ") == .free)
  }

  @Test(
    "Behind \"a\" stands what can be counted",
    arguments: [
      ("- **nuisance**: an unlawful use of land that disturbs a neighbour", true),
      ("- **negligence**: breach of a duty of care that causes damage", false),
      ("- **osmosis**: a process that moves water through a wall", false),
      ("- **special relationship**: trust that one party puts in the skill of another", true),
      ("There is a **lien** on the ship. The **lien** is the hold on a ship that has not been paid for.", true),
    ])
  func counted(text: String, isCountable: Bool) throws {
    let notes = OptionNotes("# Law\n\n## Words\n\n" + text)
    #expect(try #require(notes.lexicon.terms.first).isCountable == isCountable)
  }

  @Test("Only a theory says something", arguments: UInt64(0)..<5)
  func theories(seed: UInt64) throws {
    let notes = OptionNotes(
      """
      # Memory

      ## Glossary

      - **arousal theory**: strong emotions trigger the formation of strong memories
      - **hippocampus**: forebrain structure that stores new memories of events
      - **trace theory**: theory that what was learnt fades with the time that has passed
      - **engram**: physical mark that an experience leaves behind in a person
      """)
    let statement = try #require(notes.falseStatement("arousal theory", seed: seed))
    #expect(statement.hasPrefix("According to the trace theory"), "\(statement)")
  }

  @Test("A rule stands among rules, and is no option among costs", arguments: UInt64(0)..<5)
  func rules(seed: UInt64) throws {
    let rules = """

      - **leader rule**: a plan to follow the price of the largest seller in a market
      - **markup rule**: a plan to add one tenth to what each good has cost
      - **auction rule**: a plan to give each good to whoever offers most
      """
    let notes = """
      # Firms

      ## Choices

      - **shutdown rule**: a plan to stop work once sales no longer pay the wages
      - **fixed cost**: a cost that does not change with the number of goods made
      - **sunk cost**: a cost that nobody can get back once it is paid
      - **marginal cost**: the extra cost of producing one unit more
      """
    #expect(OptionNotes(notes).draft("shutdown rule", .multipleChoice, seed: seed)?.format == .cloze)
    let among = try #require(OptionNotes(notes + rules).multipleChoice("shutdown rule", seed: seed))
    #expect(Set(among.distractors) == ["leader rule", "markup rule", "auction rule"])
  }

  @Test("A false statement is made with what can be taken for the answer, else there is none", arguments: UInt64(0)..<5)
  func nearStatements(seed: UInt64) throws {
    let firms = """
      # Firms

      ## Words

      - **overgrazing**: a use of a common field that ruins the grass
      - **total cost**: a sum of all that a firm pays for its goods
      - **average cost**: the part of the sum that falls to one unit
      """
    #expect(OptionNotes(firms).draft("overgrazing", .trueFalse, seed: seed)?.format == .cloze)
    let cost = try #require(OptionNotes(firms).falseStatement("total cost", seed: seed))
    #expect(cost.contains("average cost"))
    let more = OptionNotes(firms + "\n- **poaching**: a hunt for game that belongs to somebody else")
    #expect(try #require(more.falseStatement("overgrazing", seed: seed)).lowercased().contains("poaching"))
  }

  @Test("No statement says of an effect or a device that it is a place or a number", arguments: UInt64(0)..<5)
  func sorts(seed: UInt64) throws {
    let words = """
      # The Earth

      ## Words

      - **rain shadow**: the dry area on the lee side of a range of hills
      - **Coriolis effect**: the turning of winds that comes of the spin of a planet
      - **salt bridge**: a tube that lets charged grains pass from one cup to the next
      """
    #expect(OptionNotes(words).draft("rain shadow", .trueFalse, seed: seed)?.format == .cloze)
    let more = OptionNotes(words + "\n- **tundra**: a cold zone in which the soil never thaws")
    #expect(try #require(more.falseStatement("rain shadow", seed: seed)).contains("\u{201C}tundra\u{201D}"))
  }

  @Test("No error is found by standing among prices", arguments: UInt64(0)..<5)
  func otherKinds(seed: UInt64) throws {
    let words = """
      # Choices

      ## Words

      - **halo effect**: an error of judging a person by one good trait
      - **exchange rate**: the price of one money in terms of another
      - **tariff**: a charge on goods that cross a border
      - **wage**: the price of one hour of work in a trade
      - **quota**: a limit on the number of goods from abroad
      """
    #expect(OptionNotes(words).draft("halo effect", .multipleChoice, seed: seed)?.format == .cloze)
    let errors = """

      - **anchoring**: a mistake of holding on to the first number
      - **framing**: a bias toward one way of telling a story
      """
    let question = try #require(OptionNotes(words + errors).multipleChoice("halo effect", seed: seed))
    #expect(Set(question.distractors) == ["quota", "anchoring", "framing"])
  }

  // MARK: Giving away

  @Test(
    "A part of the answer, or a near form of it, gives it away",
    arguments: [
      ("variable cost", "a sum that varies with output", ["variabl"]),
      ("min-heap", "a heap with the least at its root", ["heap"]), ("heap", "a kind of min-heap", ["heap"]),
      ("cellulose", "the wall of a cell", []), ("formula", "a form of words", []),
      ("novus actus", "an act that breaks a chain", ["actus"]), ("actor", "an act on a stage", []),
      ("chordae tendineae", "tendons that hold the valves", ["tendinea"]),
      ("microtubules", "hollow tubes of tubulin", ["microtubul"]),
      ("realpolitik", "politics guided by power", ["realpolitik"]), ("pollination", "a station of a bee", []),
    ])
  func clues(key: String, question: String, clues: [String]) {
    let found = DistractorPicker.clues(key: key, stem: WordSpan.words(of: question).map(\.folded))
    #expect(found == Set(clues))
  }

  @Test("Nothing is asked with a word that a hyphen joins to the answer")
  func hyphens() {
    let notes = OptionNotes(
      """
      # Data

      ## Words

      - **heap**: a tree like a min-heap with the least at its root
      - **queue**: a row of jobs of which the first is done first
      """)
    #expect(notes.candidate("heap") != nil && notes.draft("heap", .shortAnswer, seed: 1) == nil)
    #expect(notes.draft("queue", .shortAnswer, seed: 1)?.format == .shortAnswer)
  }

  // MARK: Kinds of a thing

  private static let costNotes =
    """
    # Firms

    ## Costs

    - **fixed cost**: a cost that does not change with the number of goods made
    - **variable cost**: a cost that changes with the number of goods made
    - **sunk cost**: a cost that nobody can get back once it is paid
    - **marginal cost**: the extra cost of producing one unit more
    - **free rider**: a person who enjoys a thing without paying for it
    - **quota**: a limit on the amount that may cross a border
    """

  @Test("The noun of its kind gives no term away: one asks which kind, among the others", arguments: UInt64(0)..<10)
  func costs(seed: UInt64) throws {
    let notes = OptionNotes(Self.costNotes)
    let fixed = try #require(notes.multipleChoice("fixed cost", seed: seed))
    #expect(fixed.distractors.contains("variable cost"))
    let variable = try #require(notes.multipleChoice("variable cost", seed: seed))
    #expect(!variable.prompt.hasPrefix("Which cost"))
    #expect(notes.draft("marginal cost", .shortAnswer, seed: seed)?.format == .shortAnswer)
    #expect(notes.draft("sunk cost", .cloze, seed: seed)?.format == .cloze)
    let asked = try (0..<10).map { try #require(notes.multipleChoice("variable cost", seed: $0)).prompt }
    #expect(asked.contains("Which kind of cost changes with the number of goods made?"))
  }

  @Test("Where one asks which kind of cost, all the options are costs")
  func kindsOfCost() throws {
    let notes = OptionNotes(Self.costNotes)
    let asked = try (0..<10).map { try #require(notes.multipleChoice("fixed cost", seed: $0)) }
      .filter { $0.prompt == "Which kind of cost is one that does not change with the number of goods made?" }
    #expect(!asked.isEmpty)
    for question in asked {
      #expect(Set(question.distractors) == ["variable cost", "sunk cost", "marginal cost"])
    }
  }
}
