import Testing

@testable import PracticeTests

@Suite("The options of the built-in writer")
struct BuiltInOptionTests {
  // MARK: Best confusions

  @Test("What differs in one word is the best option, and is asked for by its name", arguments: UInt64(0)..<10)
  func branches(seed: UInt64) throws {
    let notes = OptionNotes(
      """
      # Physics

      ## What there is

      **Optics** is the branch of physics that studies light. **Acoustics** is the branch of physics that studies sound. \
      **Mechanics** is the branch of physics that studies motion. **Cryogenics** is the branch of physics that studies \
      cold.

      A **lever** is a rigid bar that turns about a fixed point. A **prism** is a block of glass that parts white light. \
      A **spring** is a coil of wire that goes back to its length.
      """)
    let question = try #require(notes.multipleChoice("optics", seed: seed))
    #expect(Set(question.distractors) == ["acoustics", "mechanics", "cryogenics"])
    #expect(!question.prompt.hasPrefix("Which of these"))
  }

  @Test("Two of one name or one measure are told apart by one word each")
  func pairs() throws {
    let notes = OptionNotes(
      """
      # Solutions and tests

      ## Measures

      **Molality** is the number of moles of a salt per kilogram of water. **Molarity** is the number of moles of a \
      salt per litre of the liquid. An **alpha fault** is the rejection of a sound part by a tester. A \
      **beta fault** is the failure to reject a broken part by a tester.
      """)
    #expect(try notes.siblings(of: "molality").contains("molarity"))
    #expect(try notes.siblings(of: "alpha fault").contains("beta fault"))
  }

  @Test("Assemblies stand beside assemblies, and whose name begins with a capital is no name for that")
  func bodies() throws {
    let notes = OptionNotes(
      """
      # The islands

      ## The year of the crown

      The **Elbe Council** offered the crown of the islands to a prince of the north. The **Long Blockade** was a closing \
      of the ports that ruined the trade of the islands. The **Harbour Assembly** was a meeting of captains that ruled \
      the port. The **Iron Letter** was a note that a smith nailed to the gate. The **Salt Committee** was a circle of \
      merchants that set the price of salt.
      """)
    #expect(try Set(notes.siblings(of: "Elbe Council", 2)) == ["Harbour Assembly", "Salt Committee"])
    #expect(AskedKind.alike("parliament").contains("assembly"))
    func isProper(_ name: String) -> Bool? { TermName(name).map { Term.Traits($0).isProper } }
    #expect(isProper("Coriolis effect") == false && isProper("Ems Dispatch") == true && isProper("DNA") == true)
  }

  @Test("Terms that have little in common still make a row", arguments: UInt64(0)..<5)
  func mixedRows(seed: UInt64) throws {
    let notes = OptionNotes(
      """
      # The cell

      ## Glossary

      - dynein: the motor that bends the hairs of a cell
      - ligand: a partner that binds to a place on a cell
      - cytosol: the watery part of the inside of a cell
      - ATP: the carrier of energy for most work in a cell
      """)
    #expect(try #require(notes.multipleChoice("ATP", seed: seed)).distractors.count == 3)
  }

  @Test("What differs in before and after is told apart; one thing under two names is not")
  func opposites() throws {
    let notes = OptionNotes(
      """
      # Chance

      ## Words

      - **prior chance**: the chance of a claim before the data are seen
      - **posterior chance**: the chance of a claim after the data are seen
      - **evening bell**: the bell that rings before the gate is shut
      - **dusk bell**: the bell that rings before the gate is shut
      """)
    #expect(try notes.siblings(of: "prior chance").contains("posterior chance"))
    #expect(try !notes.siblings(of: "evening bell").contains("dusk bell"))
  }

  @Test("Harms stand beside harms, though their names end as those of acts do")
  func harms() throws {
    let notes = OptionNotes(
      """
      # The heart

      ## Words

      - **angina**: pain in the chest that too little blood brings about
      - **stroke volume**: the amount of blood that one beat moves
      - **cardiac output**: the amount of blood that is moved in a minute
      - **left ventricle**: the chamber that fills the aorta
      - **infarction**: death of muscle that gets no oxygen
      - **ischemia**: lack of oxygen in a part of a muscle
      - **atherosclerosis**: build-up of fat in the wall of an artery
      - **osmosis**: movement of water through the wall of a cell
      """)
    #expect(try Set(notes.siblings(of: "angina", 3)) == ["infarction", "ischemia", "atherosclerosis"])
    #expect(notes.lexicon.terms.filter(\.isAct).map(\.name.shown) == ["osmosis"])
  }

  @Test("Where the question names the noun of the answer, another option has that noun, too", arguments: UInt64(0)..<5)
  func nouns(seed: UInt64) throws {
    let cells = """
      # Cells

      ## Words

      - **cell membrane**: a thin membrane that keeps the inside apart from what surrounds it
      - **membrane potential**: the voltage between the two sides of a wall
      - **dendrite**: a branch that takes in signals
      - **ribosome**: a grain that joins small parts to long chains
      """
    #expect(OptionNotes(cells).draft("cell membrane", .multipleChoice, seed: seed)?.format == .cloze)
    let more = OptionNotes(cells + "\n- **basement membrane**: a sheet that carries the skin")
    let question = try #require(more.multipleChoice("cell membrane", seed: seed))
    #expect(question.distractors.contains("basement membrane"))
  }

  @Test("Where the question speaks of many, the answer is not the only option that is many", arguments: UInt64(0)..<5)
  func many(seed: UInt64) throws {
    let heart = """
      # The heart

      ## Words

      - **chordae tendineae**: cords that hold the valves of the heart shut
      - **aorta**: the vessel that leaves the left side
      - **septum**: the wall that parts the two sides
      - **atrium**: the chamber that takes in blood
      """
    #expect(OptionNotes(heart).draft("chordae tendineae", .multipleChoice, seed: seed)?.format == .cloze)
    let more = OptionNotes(heart + "\n- **trabeculae**: ridges that line the wall of each chamber")
    let question = try #require(more.multipleChoice("chordae tendineae", seed: seed))
    #expect(question.distractors.contains("trabeculae"))
  }

  // MARK: Right as well

  @Test("What is said to be a state of the key is no option; what is told from it is one")
  func instances() throws {
    let notes = OptionNotes(
      """
      # Trade

      ## Glossary

      - **market price**: the sum of money that buyers pay for one unit of a good today
      - **opening price**: the level of the market price when trading begins in the morning
      - **futures price**: a bid that differs from the market price and holds for a good handed over in spring
      """)
    #expect(try notes.siblings(of: "market price") == ["futures price"])
    #expect(try !notes.siblings(of: "opening price").contains("market price"))
  }

  @Test("What stands below a heading in the plural is one of those, and they are no option for it")
  func classes() throws {
    let notes = OptionNotes(
      """
      # Ground

      ## Words

      A **mineral** is a solid of the ground with one formula and a fixed order inside. A **fossil** is the trace of an \
      animal that was covered long ago.

      ## 2. Minerals

      **Quartz** is a hard crystal of two elements that scratches a window. **Calcite** is a soft crystal that fizzes \
      under a drop of vinegar.

      ## Glossary

      - mica: a shiny mass that splits into thin and bendy sheets
      """)
    #expect(try notes.siblings(of: "mineral") == ["fossil"])
    #expect(try Set(notes.siblings(of: "quartz")) == ["calcite", "fossil", "mica"])
  }

  @Test("People in bold are people, and stand beside no thing")
  func people() throws {
    let notes = OptionNotes(
      """
      # Maps

      ## The ridge

      **Alma Reed**, a colleague of the first surveyors, measured the height of the ridge with one chain. **Ida Lund** \
      was one of the first women who mapped the ridge from the air. **Rod Levelling** was described by the engineer of \
      the town in a long letter. A **theodolite** is a telescope that turns about two axes. A **datum** is a level from \
      which all heights are counted.
      """)
    let people = notes.lexicon.terms.filter(\.isPerson).map(\.name.shown)
    #expect(Set(people) == ["Alma Reed", "Ida Lund"])
    #expect(notes.candidate("Alma Reed")?.definition == nil)
    let siblings = try notes.siblings(of: "datum")
    #expect(siblings.contains("theodolite") && Set(siblings).isDisjoint(with: people))
  }

  // MARK: Words of one class

  @Test(
    "A word that is only said of things is an adjective, unless it ends as a noun does",
    arguments: [
      ("A reaction is **reversible** if it runs both ways. A reversible reaction never ends.", "reversible", true),
      ("Two events are **mutually exclusive** if they can't happen together.", "mutually exclusive", true),
      ("In fresh water a plant cell becomes **turgid**.", "turgid", true),
      ("In salt water the skin leaves the wall; this is **plasmolysis**.", "plasmolysis", false),
      ("Under pressure limestone becomes **marble**.", "marble", false),
      ("An **acid** is sour. What is left over is **acid**.", "acid", false),
    ])
  func adjectives(text: String, name: String, isAdjective: Bool) throws {
    let notes = OptionNotes("# Words\n\n## In bold\n\n" + text)
    #expect(try #require(notes.lexicon.terms.first { $0.name.key == name }).isAdjective == isAdjective)
  }

  @Test("No adjective stands among nouns")
  func adjectivesAmongNouns() throws {
    let notes = OptionNotes(
      """
      # Chance

      ## Words of chance

      An **event** is a case that a question about a trial asks for. An **outcome** is an end of one trial that nobody \
      can split. Two throws of a die are **independent** if neither changes the chance of a six. Most rules are about \
      independent events.
      """)
    #expect(notes.candidate("independent") != nil)
    #expect(try notes.siblings(of: "event") == ["outcome"])
  }

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

  @Test("The noun of its kind gives no term away: one asks which kind, among the others", arguments: UInt64(0)..<10)
  func costs(seed: UInt64) throws {
    let notes = OptionNotes(
      """
      # Firms

      ## Costs

      - **fixed cost**: a cost that does not change with the number of goods made
      - **variable cost**: a cost that changes with the number of goods made
      - **sunk cost**: a cost that nobody can get back once it is paid
      - **marginal cost**: the extra cost of producing one unit more
      - **free rider**: a person who enjoys a thing without paying for it
      - **quota**: a limit on the amount that may cross a border
      """)
    let fixed = try #require(notes.multipleChoice("fixed cost", seed: seed))
    #expect(fixed.distractors.contains("variable cost"))
    if fixed.prompt == "Which kind of cost is one that does not change with the number of goods made?" {
      #expect(Set(fixed.distractors) == ["variable cost", "sunk cost", "marginal cost"])
    }
    let variable = try #require(notes.multipleChoice("variable cost", seed: seed))
    #expect(!variable.prompt.hasPrefix("Which cost"))
    #expect(notes.draft("marginal cost", .shortAnswer, seed: seed)?.format == .shortAnswer)
    #expect(notes.draft("sunk cost", .cloze, seed: seed)?.format == .cloze)
    let asked = try (0..<10).map { try #require(notes.multipleChoice("variable cost", seed: $0)).prompt }
    #expect(asked.contains("Which kind of cost changes with the number of goods made?"))
  }
}

/// Notes, and what is asked of them.
private struct OptionNotes {
  let lexicon: Lexicon
  private var writer: ItemWriter { ItemWriter(lexicon: lexicon) }

  init(_ text: String) {
    lexicon = Lexicon(documents: [NoteReader.document(text: text, name: "notes.md")])
  }

  func candidate(_ name: String) -> Candidate? {
    lexicon.candidates.first { $0.term.map { lexicon.terms[$0].name.shown } == name }
  }

  /// The terms that are closest to one, the best first.
  func siblings(of name: String, _ most: Int = 9) throws -> [String] {
    var random = SeededGenerator(seed: 1)
    return try writer.siblings(
      most, to: "Which word fits?", of: #require(candidate(name)), shownAs: name, using: &random)
  }

  /// The draft for a term; `false` is asked for of statements.
  func draft(_ name: String, _ format: QuestionFormat, seed: UInt64) -> QuestionDraft? {
    var random = SeededGenerator(seed: seed)
    let slot = QuestionSlot(
      index: 0, topic: "Notes", passageID: lexicon.passages[0].id, bloom: .remember, difficulty: .easy, format: format,
      template: .conceptIdentification, choices: 4, keyPosition: 1)
    return candidate(name).flatMap { writer.draft(of: $0, for: slot, using: &random) }
  }

  func multipleChoice(_ name: String, seed: UInt64) -> QuestionDraft.MultipleChoice? {
    if case .multipleChoice(let question)? = draft(name, .multipleChoice, seed: seed) { question } else { nil }
  }

  func falseStatement(_ name: String, seed: UInt64) -> String? {
    if case .trueFalse(let question)? = draft(name, .trueFalse, seed: seed) { question.statement } else { nil }
  }
}
