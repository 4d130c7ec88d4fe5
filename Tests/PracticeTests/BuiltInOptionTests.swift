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

  @Test("Where the question speaks of many, all options are many", arguments: UInt64(0)..<5)
  func many(seed: UInt64) throws {
    let heart = """
      # The heart

      ## Words

      - **chordae tendineae**: cords that hold the valves of the heart shut
      - **aorta**: the vessel that leaves the left side
      - **septum**: the wall that parts the two sides
      - **atrium**: the chamber that takes in blood
      - **trabeculae**: ridges that line the wall of each chamber
      """
    #expect(OptionNotes(heart).draft("chordae tendineae", .multipleChoice, seed: seed)?.format == .cloze)
    let vessels = """

      - **venules**: pipes that gather what an organ has used
      - **arterioles**: tubes that bring something fresh to a limb
      """
    let question = try #require(OptionNotes(heart + vessels).multipleChoice("chordae tendineae", seed: seed))
    #expect(Set(question.distractors) == ["trabeculae", "venules", "arterioles"])
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
}
