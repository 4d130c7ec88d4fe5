import Testing

@testable import PracticeTests

@Suite("Options of the answer's own sort")
struct BuiltInOptionSortTests {
  // MARK: Lists

  @Test(
    "The items above it in a list are options, also those of which it says little; what is below it may be a kind of it",
    arguments: UInt64(0)..<10)
  func items(seed: UInt64) throws {
    let notes = OptionNotes(
      """
      # The eye

      ## Coats

      - Sclera: outer coat
      - Choroid: middle coat
      - Cornea: front window
      - Retina: a sheet of cells that turns light into signals
        - Macula: yellow spot

      ## Measures

      - Prism power: a measure of how far a glass bends a ray
      - Jelly: a mass that fills the room behind the lens
      - Squint: a turn of one eye that the other does not make
      """)
    let question = try #require(notes.multipleChoice("retina", seed: seed))
    #expect(Set(question.distractors) == ["sclera", "choroid", "cornea"])
    #expect(notes.candidate("sclera") == nil)
  }

  @Test("What a list names by the answer's name may be the same, and is no option", arguments: UInt64(0)..<5)
  func otherNames(seed: UInt64) throws {
    let notes = OptionNotes(
      """
      # The eye

      ## Coats

      - Sclera: outer coat
      - Nerve coat: the retina
      - Choroid: middle coat
      - Cornea: front window
      - Retina: a sheet of cells that turns light into signals
      """)
    let question = try #require(notes.multipleChoice("retina", seed: seed))
    #expect(Set(question.distractors) == ["sclera", "choroid", "cornea"])
  }

  @Test("What one list defines apart is told apart, unless it says the same")
  func apart() throws {
    let list = """
      # The mill

      ## Yields

      - **daily yield**: volume lifted by the wheel between dawn and dusk
      - **single load**: weight of water that the wheel takes up at dawn or dusk
      """
    #expect(try OptionNotes(list).siblings(of: "daily yield").contains("single load"))
    let more = OptionNotes(list + "\n- **whole yield**: full volume lifted by the wheel between dawn and dusk")
    #expect(try !more.siblings(of: "daily yield").contains("whole yield"))
  }

  @Test("The next lines of a glossary that is not in the order of the alphabet come first", arguments: UInt64(0)..<10)
  func neighbours(seed: UInt64) throws {
    let notes = OptionNotes(
      """
      # The ship

      ## Glossary

      - tiller: a bar that turns the rudder from side to side
      - ballast: a mass of stones that keeps the ship upright
      - beacon: a fire on a hill that shows the way home
      - compass: a needle on a card that points to the north
      - sextant: an arc with a mirror that finds the height of a star
      - clinch: a knot that holds a rope to a post
      - splice: a tie that joins two ropes of unlike girth
      - bowline: a loop that neither slips nor jams in the rain
      - becket: a bow that ties up the lower edge of canvas
      """)
    let question = try #require(notes.multipleChoice("bowline", seed: seed))
    #expect(Set(question.distractors).isSuperset(of: ["splice", "becket"]))
    #expect(Set(question.distractors).isDisjoint(with: ["tiller", "ballast", "beacon", "compass"]))
  }

  // MARK: Names

  @Test("Names that end alike are of one sort, also of what the notes say little", arguments: UInt64(0)..<10)
  func endings(seed: UInt64) throws {
    let notes = OptionNotes(
      """
      # States

      ## Ideas

      **Federalism** demanded assemblies, free ports and local courts. **Clericalism** defended the bishops. \
      **Centralism** is the belief that one town should rule all others. The **Long Truce** was a peace of nine years \
      that ended the war of the two crowns. The **Iron Letter** was a note that a smith nailed to the gate.
      """)
    let question = try #require(notes.multipleChoice("federalism", seed: seed))
    #expect(Set(question.distractors).isSuperset(of: ["clericalism", "centralism"]))
    #expect(notes.candidate("clericalism") == nil)
  }

  @Test("The noun behind a hyphen, or at the end of one word, tells the sort")
  func nouns() throws {
    let notes = OptionNotes(
      """
      # Samples

      ## Words

      - **u-test**: compares the middle values of two small samples
      - **sign test**: compares the signs of many pairs of marks
      """)
    #expect(try notes.siblings(of: "u-test") == ["sign test"])
    #expect(AskedKind.plainKind(of: "glycoprotein") == AskedKind.plainKind(of: "molecule"))
    #expect(AskedKind.plainKind(of: "bridge") == nil)
  }

  // MARK: Too few

  @Test("Nothing of another sort fills up the options", arguments: UInt64(0)..<5)
  func fillers(seed: UInt64) throws {
    let notes = """
      # Things

      ## Votes

      A **quorum** is a crowd of members that must be there for a vote.

      ## Roads

      A **milestone** is a mark of stone that tells how far the next town is.

      ## Trade

      A **ledger** is a book of sums that shows who owes what to whom.

      ## Light

      A **lens** is a piece of glass that bends light to one point.
      """
    #expect(OptionNotes(notes).draft("lens", .multipleChoice, seed: seed)?.format == .cloze)
    let more =
      " A **prism** is a piece of glass that parts white light. A **mirror** is a piece of glass that shows a face to its "
      + "owner."
    let question = try #require(OptionNotes(notes + more).multipleChoice("lens", seed: seed))
    #expect(Set(question.distractors).isSuperset(of: ["prism", "mirror"]))
  }

  @Test("Parts are no options beside their whole, which is asked for without any then")
  func wholes() {
    func format(_ meaning: String) -> QuestionFormat? {
      let notes = OptionNotes(
        """
        # Machines

        ## Glossary

        - engine: \(meaning)
        - piston: a disk that slides to and fro in a tube
        - crank: a bar that makes a round out of a push
        - boiler: a pot that makes steam out of water
        """)
      return notes.draft("engine", .multipleChoice, seed: 1)?.format
    }
    #expect(format("turns the heat of a fire into motion") == .multipleChoice)
    #expect(format("made up of iron cylinders and one long shaft") == .cloze)
  }
}
