import Testing

@testable import PracticeTests

@Suite("What code finds to ask about")
struct BuiltInSubjectsTests {
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

      **Radioactive decay** is the process by which an unstable nucleus loses energy and becomes another one.

      New Zealand became a member of the group of countries with a reactor. Magna Carta was signed by a king.

      Oxford University developed a course in physics that many students of that time attended.
      """)
    let people = ["Niels Bohr", "Marie Curie", "Ernest Rutherford", "Lise Meitner"]
    #expect(Set(asked(lexicon).keys) == Set(people + ["radioactive decay"]))
    let curie = try #require(asked(lexicon)["Marie Curie"])
    var random = SeededGenerator(seed: 1)
    let wrong = ItemWriter(lexicon: lexicon).wrongAnswers(
      3, to: "Who discovered polonium?", about: curie, shownAs: "Marie Curie", closeness: .named, using: &random)
    #expect(wrong.map(Set.init) == Set(people).subtracting(["Marie Curie"]))
  }

  @Test("Wrong answers that are close to the key are theories beside a theory, and done where something is done")
  func closeness() throws {
    let lexicon = lexicon(
      """
      # Learning

      ## Key terms

      - **consolidation**: process of moving what was learnt into lasting memory
      - **habituation**: process of getting used to what happens again and again
      - **sensitization**: process of reacting more to what happens again and again
      - **encoding**: act of bringing what is seen into the form in which it is kept
      - **engram**: group of neurons that holds the trace of one memory
      - **trace theory**: theory that memories fade with the time that has passed
      - **cue theory**: theory that memories are lost with the cues that called them
      """)
    let candidate = try #require(asked(lexicon)["consolidation"])
    func wrong(_ closeness: DistractorPicker.Closeness, _ question: String) -> Set<String>? {
      var random = SeededGenerator(seed: 1)
      return ItemWriter(lexicon: lexicon).wrongAnswers(
        3, to: question, about: candidate, shownAs: "consolidation", closeness: closeness, using: &random
      ).map(Set.init)
    }
    let process = "What is the process of moving what was learnt into lasting memory called?"
    #expect(wrong(.close, process) == ["habituation", "sensitization", "encoding"])
    let term = try #require(wrong(.close, "Which term means that what was learnt is moved into lasting memory?"))
    #expect(term.isDisjoint(with: ["trace theory", "cue theory"]))
    let engram = try #require(asked(lexicon)["engram"])
    var random = SeededGenerator(seed: 1)
    let writer = ItemWriter(lexicon: lexicon)
    let beside = writer.siblings(6, to: "Which term means a trace?", of: engram, shownAs: "engram", using: &random)
    #expect(!beside.isEmpty && !beside.contains("trace theory"))
  }

  @Test("Other notes of the course give wrong answers of the kind that is asked for, and nothing to ask about")
  func neighbours() throws {
    let own = NoteReader.document(
      text: """
        # Memory

        ## Key terms

        - **trace theory**: theory that memories fade with the time that has passed
        - **engram**: group of neurons that holds the trace of one memory
        - **amnesia**: loss of what was learnt that follows an injury
        - **recall**: finding of a memory without any help from outside
        - **rehearsal**: saying of what was learnt again and again
        """, name: "memory.md")
    let other = NoteReader.document(
      text: """
        # Emotion

        ## Key terms

        - **two-factor theory**: theory that a feeling is an arousal and a name for it
        - **appraisal theory**: theory that a feeling follows from how an event is judged
        - **arousal theory**: theory that people look for just as much excitement as they can bear
        - **mood**: long and weak state of feeling
        """, name: "emotion.md")
    func wrong(_ lexicon: Lexicon) throws -> Set<String>? {
      let candidate = try #require(asked(lexicon)["trace theory"])
      var random = SeededGenerator(seed: 1)
      return ItemWriter(lexicon: lexicon).wrongAnswers(
        3, to: "Which theory says that memories fade with the time that has passed?", about: candidate,
        shownAs: "trace theory", closeness: .close, using: &random
      ).map(Set.init)
    }
    let alone = Lexicon(documents: [own])
    #expect(try wrong(alone) == nil)
    let beside = Lexicon(documents: [own], besides: [other])
    #expect(try wrong(beside) == ["two-factor theory", "appraisal theory", "arousal theory"])
    #expect(Set(asked(beside).keys) == Set(asked(alone).keys))
    #expect(other.passages.allSatisfy { beside.capacity(of: $0, hasModel: true) == 0 })
  }

  @Test("A term in bold is asked for wherever its sentence stands alone")
  func insideSentences() {
    let lexicon = lexicon(
      """
      # Cell division

      ## Phases

      During **prophase** the chromosomes condense and become visible under the microscope. In the next phase, \
      **metaphase**, they line up. The nucleus **always** divides before the cell around it does so in animals. A rise \
      in temperature **increases** the speed of the division of most cells.

      The sister chromatids move to opposite poles of the cell in **anaphase** while the spindle shortens. The division \
      of a cell often ends with **telophase** in most animals and plants.
      """)
    let found = asked(lexicon)
    #expect(found["prophase"]?.blank?.sentence.hasPrefix("During ____ the chromosomes condense") == true)
    #expect(found["anaphase"]?.evidence.hasPrefix("The sister chromatids") == true)
    #expect(Set(found.keys) == ["prophase", "anaphase"])
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

      Wundt measured reaction times to a thousandth of a second with a new kind of clock.
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

      - **observational learning**: type of learning that occurs by the observation of others
      """)
    let candidate = try #require(asked(lexicon)["observational learning"])
    #expect(candidate.evidence == "observational learning: type of learning that occurs by the observation of others")
    #expect(!candidate.isWritable)
  }

  @Test("Without a model no slot gets what only a model can word")
  func withoutModel() throws {
    let text = """
      # Learning

      ## By watching

      Much of what children can do began with **observational learning**, and few of them know it.

      ## Key terms

      - **observational learning**: type of learning that occurs by the observation of others
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

  @Test(
    "A term with what it means is a definition anywhere; a word that only says what follows is none",
    arguments: [
      ("- **Osmosis**: movement of water through a membrane", "osmosis"),
      ("- **Osmosis:** movement of water through a membrane. It needs no energy.", "osmosis"),
      ("**Osmosis** \u{2013} the movement of water through a membrane", "osmosis"),
      ("- Osmosis: the movement of water through a membrane", "osmosis"),
      ("- **DNA**: the molecule that carries the genes of a cell", "DNA"),
      ("- **Placebo effect**: the change that comes of the belief in a treatment", "placebo effect"),
      ("- **Causes**: stress, noise and lack of sleep", nil), ("**Note:** read this twice before the exam", nil),
      ("- **T**-cells: they fight what comes in", nil), ("- Monday: read about the French Revolution", nil),
      ("- Step 1: open the file and read it", nil), ("- **Theorem 3**: the sum of two even numbers is even", nil),
      ("- **Osmosis** moves water", nil), ("- Marie Curie: discovered radium and polonium in 1898", nil),
    ])
  func definitionsInText(_ line: String, _ term: String?) {
    let lexicon = lexicon("# Cells\n\n## Some water\n\n\(line)\n\nA cell needs water and salt.")
    #expect(lexicon.candidates.compactMap(\.term).map { lexicon.terms[$0].name.shown } == [term].compactMap(\.self))
  }

  @Test("In a list of words, meanings without an article are asked, too, up to where another clause begins")
  func wordLists() {
    let lexicon = lexicon(
      """
      # Contract law

      - revocation: withdrawal of an offer before it is accepted
      - rescission: setting the contract aside, parties go back to where they were before
      - counter-offer: a reply that changes the terms, kills the original offer
      - negligence: breach of a duty of care that causes damage
      - warranty: minor term, breach gives damages only
      - consideration: something of value that each party gives in exchange for a promise
      """)
    let texts = asked(lexicon).mapValues { $0.definition?.text ?? "" }
    #expect(Set(texts.keys) == ["revocation", "rescission", "counter-offer", "negligence", "consideration"])
    #expect(texts["counter-offer"] == "a reply that changes the terms")
    #expect(texts["consideration"]?.hasPrefix("something of value") == true)
  }

  @Test("A dash is as good as a colon where most items of a section have one; labels and people are no terms of it")
  func dashes() {
    let items = [
      "fixed cost \u{2013} a cost that does not vary with output",
      "cartel - a group of firms that agree to limit output",
      "surplus \u{2013} the amount by which supply exceeds demand", "Monday - lecture on costs and what they do",
      "monopoly \u{2014} a market with one seller and no close rivals",
      "Joan Robinson \u{2013} an economist who wrote on markets with one buyer",
    ]
    func found(_ items: [String]) -> [String: Candidate] {
      asked(lexicon("# Costs\n\n## Week 2\n\n" + items.map { "- \($0)" }.joined(separator: "\n")))
    }
    #expect(found(items)["fixed cost"]?.definition?.text == "a cost that does not vary with output")
    #expect(Set(found(items).keys) == ["fixed cost", "cartel", "surplus", "monopoly"])
    #expect(found([items[0], items[3]]).isEmpty)
  }

  @Test("Of notes in another language whole sentences are asked, with the nouns as they are written")
  func otherLanguages() {
    let lexicon = lexicon(
      """
      # Genetik

      ## Gene

      Ein Lebewesen mit zwei gleichen Allelen eines Gens nennt man **Homozygot**. **Mitose** ist die Teilung des Kerns \
      einer Zelle in zwei gleiche Kerne. Wer den Aufbau eines Gens kennt, versteht die **Translation**, bei der ein \
      Protein entsteht.

      - Chromosom: Träger der Erbinformation im Kern der Zelle
      - Codon: Folge von drei Basen auf einem Strang
      - Deletion: Verlust eines Stücks der Erbinformation
      """)
    let found = asked(lexicon)
    #expect(Set(found.keys) == ["Homozygot", "Translation"])
    #expect(found.values.allSatisfy { $0.definition == nil && $0.blank != nil })
    #expect(lexicon.terms.map(\.name.shown).contains("Mitose"))
  }

  @Test("A sentence that tells of two things is asked about neither; capitals that belong to a name stay")
  func twoSubjects() {
    let lexicon = lexicon(
      """
      # Immunity

      ## Cells

      **B cells** mature in the bone marrow and **T cells** mature in the thymus of most mammals.

      **Mast cells** carry many small grains of histamine that they release at once.

      The body's **T cells** carry receptors for parts of proteins on other cells.
      """)
    #expect(!lexicon.terms.contains { $0.name.shown.hasPrefix("b ") || $0.name.shown.hasPrefix("t ") })
    #expect(!lexicon.candidates.contains { $0.definition?.text.contains("thymus") == true })
  }

  @Test("A person is known by the family name, too")
  func familyNames() throws {
    let lexicon = lexicon(
      "# France\n\n## 1791\n\nOlympe de Gouges wrote the Declaration of the Rights of Woman in that year.")
    let person = try #require(asked(lexicon)["Olympe de Gouges"]?.term)
    #expect(lexicon.terms[person].spellings.contains("Gouges"))
  }

  @Test("Long lists of definitions are read in time that grows no faster than they do")
  func longLists() {
    let items = (0..<2_000).map {
      "- cell \($0 % 26) kind\($0): the small part of a body number \($0) that does one thing"
    }
    let hostile = "- " + String(repeating: "()", count: 200_000) + ": one two three four"
    let seconds = ContinuousClock().measure {
      _ = lexicon("# Cells\n\n## A\n\n" + items.joined(separator: "\n"))
      _ = lexicon("# Cells\n\n## A\n\n" + hostile)
    }
    // Quadratic work takes minutes.
    #expect(seconds < .seconds(30))
  }

  @Test("The terms that are most like the answer are found also where there are too few for all options")
  func siblings() throws {
    let lexicon = lexicon(
      """
      # Learning

      ## Kinds

      **Social learning** is a form of training in which a person watches what others do.

      **Latent learning** is a change that nobody sees before there is a reason to show it.

      **Shaping** is a method that rewards each small step on the way to an act.
      """)
    let candidate = try #require(asked(lexicon)["social learning"])
    var random = SeededGenerator(seed: 1)
    let found = ItemWriter(lexicon: lexicon).siblings(
      3, to: "What type of learning needs somebody to watch?", of: candidate, shownAs: "social learning", using: &random
    )
    #expect(found == ["latent learning"])
  }

  @Test("What other notes of the course say of a term is not asked of these, though its name is a wrong answer")
  func otherNotes() {
    let own = NoteReader.document(
      text: """
        # Trauma

        ## Learning

        A shock acts as an unconditioned stimulus that elicits fear of what was there in that moment.

        ## Key terms

        - **flashback**: state in which one relives an event as though it were happening now
        """, name: "trauma.md")
    let other = NoteReader.document(
      text: """
        # Conditioning

        ## Key terms

        - **unconditioned stimulus**: a stimulus that elicits a response that nobody has learnt
        """, name: "conditioning.md")
    #expect(Set(asked(Lexicon(documents: [own], besides: [other])).keys) == ["flashback"])
    #expect(asked(Lexicon(documents: [own, other])).keys.contains("unconditioned stimulus"))
  }

  @Test("A group of disorders is a kind of disorder and no group; a group of people is one")
  func collectives() {
    let parser = DefinitionParser(countNouns: CountNouns())
    func genus(_ text: String) -> [String]? { parser.definition(text)?.genus }
    #expect(genus("a group of disorders in which a person feels fear") == ["disorder"])
    #expect(genus("a type of sleep that has quick movements of the eyes") == ["sleep"])
    #expect(genus("a group of people who work on one task") == ["group"])
  }

  @Test("Parts of the brain stand beside such first, and beside a memory not at all; a model is no theory")
  func plainKinds() throws {
    let lexicon = lexicon(
      """
      # Memory

      ## Key terms

      - **hippocampus**: forebrain structure that stores new memories of events
      - **flashbulb memory**: exceptionally clear recollection of an important event
      - **cerebellum**: hindbrain structure that keeps memories of how things are done
      - **engram**: physical trace that an experience leaves behind
      - **model**: person who performs what others learn by watching
      - **arousal theory**: strong emotions trigger the formation of strong memories
      """)
    func siblings(of name: String, to question: String, _ most: Int = 5) throws -> Set<String> {
      let candidate = try #require(asked(lexicon)[name])
      var random = SeededGenerator(seed: 1)
      return Set(
        ItemWriter(lexicon: lexicon).siblings(most, to: question, of: candidate, shownAs: name, using: &random))
    }
    #expect(try siblings(of: "hippocampus", to: "What keeps what has just happened?", 1) == ["cerebellum"])
    #expect(try siblings(of: "flashbulb memory", to: "What is the term for something so clear?") == ["engram"])
    #expect(try !siblings(of: "model", to: "Who is imitated?").contains("arousal theory"))
  }

  @Test("Options are of the kind that the question names")
  func kinds() {
    func kind(_ question: String) -> String? { AskedKind.of(WordSpan.words(of: question)) }
    #expect(kind("Which theory assumes that people are lazy?") == "theory")
    #expect(kind("What part of the brain is involved in the storage of memories?") == "part")
    #expect(kind("What type of learning involves the imitation of others?") == "learning")
    #expect(kind("What leadership style emphasizes rewards?") == "style")
    #expect(kind("What is a technique that uses electronic equipment?") == nil)
    #expect(kind("What is the term for a recollection of an event?") == nil)
    #expect(kind("What is the term used to describe a group of people?") == "group")
    #expect(kind("What is the term for a test for disorders of the liver?") == "test")
    #expect(kind("What is a drug for panic disorder called?") == "drug")
    #expect(kind("What is a chamber that isolates an animal called?") == "chamber")
    #expect(AskedKind.alike("test").contains("questionnaire") && AskedKind.alike("theory") == ["theory"])
    #expect(kind("What is the name of the theory that speaks of love?") == "theory")
    #expect(kind("What is the word that describes a drug for panic?") == "drug")
    #expect(kind("What is a test in which words are shown called?") == "test")
    #expect(kind("Which term refers to a group of people?") == nil)
    #expect(kind("Which of these is a group of people?") == nil)
  }
}
