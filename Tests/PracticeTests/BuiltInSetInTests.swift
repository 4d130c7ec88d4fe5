import Testing

@testable import PracticeTests

@Suite("What sentences define in passing")
struct BuiltInSetInTests {
  @Test(
    "Behind a colon, in brackets, between dashes, after \"which is\" and around \"called\"",
    arguments: [
      (
        "Because of its place, the amygdala helps with memory consolidation: the process of moving what is new into store.",
        "memory consolidation", "the process of moving what is new into store."
      ),
      (
        "Traits such as neuroticism and somatization (the tendency to feel stress in the body) raise the risk.",
        "somatization", "the tendency to feel stress in the body"
      ),
      (
        "During mitosis, which is the process of nuclear division, the cell formed two nuclei.", "mitosis",
        "the process of nuclear division"
      ),
      (
        "Salt causes plasmolysis (the shrinking of a cell (of a plant) in its wall) in all of them.", "plasmolysis",
        "the shrinking of a cell (of a plant) in its wall"
      ),
      (
        "The halo effect (the tendency to judge all of a person by one trait) explains many bad hires.", "halo effect",
        "the tendency to judge all of a person by one trait"
      ),
      (
        "Plants show plasmolysis - the shrinking of a cell in its wall - in salt water.", "plasmolysis",
        "the shrinking of a cell in its wall"
      ),
      (
        "He formulated the equal share hypothesis: the claim that all parts of the brain store a memory.",
        "equal share hypothesis", "the claim that all parts of the brain store a memory."
      ),
      (
        "Tables are filled by hashing (the process of turning a key into a place).", "hashing",
        "the process of turning a key into a place"
      ),
      (
        "Shops use anchoring, which is the reliance on a price that was seen first.", "anchoring",
        "the reliance on a price that was seen first."
      ),
      (
        "Plants lose water by transpiration, which is the loss of vapour from leaves, when the air is dry.",
        "transpiration", "the loss of vapour from leaves"
      ),
      (
        "Salt drives plasmolysis: the shrinking of a cell in its wall.", "plasmolysis",
        "the shrinking of a cell in its wall."
      ),
      (
        "Such a reward can lead to a phobia\u{2014}a fear of one thing that does no harm\u{2014}in later life.",
        "phobia", "a fear of one thing that does no harm"
      ),
      (
        "They looked for the engram, which is the trace of a memory that no lesion removes.",
        "engram", "the trace of a memory that no lesion removes."
      ),
      (
        "The cortex, which is the outer surface of the brain, has many folds.", "cortex",
        "the outer surface of the brain"
      ),
      (
        "He also proposed a school of thought called analytic psychology, which holds that much is shared by all.",
        "analytic psychology", "a school of thought that holds that much is shared by all."
      ),
    ])
  func found(sentence: String, name: String, meaning: String) throws {
    let words = WordSpan.words(of: sentence)
    let all = SetInDefinition.all(in: sentence, words: words)
    let first = try #require(all.first)
    #expect(all.count == 1)
    #expect(words[first.name].map(\.folded).joined(separator: " ") == name)
    #expect(first.meaning == meaning)
  }

  @Test(
    "Neither examples, nor lists, nor clauses are definitions",
    arguments: [
      "He wore both kinds of coat: a red one with buttons, and a blue one with none.",
      "The dog soon feared the stimulus (the taste that went with its illness), and kept away.",
      "The brain has two halves: the left hemisphere and the right hemisphere.",
      "Each time they heard the tone they would freeze (a response of fear), which showed what they knew.",
      "Women do so more often than men, which is a part of the style.",
      "Theorem 3: the sum of two even numbers is even.",
      "Osmosis: the movement of water through a membrane Lysis: the bursting of a cell that took in too much water",
      "Stress worsens insomnia: the inability to fall asleep at night.",
      "Newton described two effects of gravity: the movement of the planets and the period of the tides.",
      "It needs a process of a cell called meiosis, which halves the number of chromosomes.",
      "The sheath is vital for the work of the neurons in the nervous system: the loss of the layer is harmful.",
      "Much of this is done within the nervous system: the process of repair takes years.",
      "The sheath keeps a neuron fast: the loss of the layer it provides can be harmful.",
      "Tables are filled by chaining (a list in every slot) in most books.",
      "He learned to drive, which is never easy at that age.",
    ])
  func none(sentence: String) {
    let all = SetInDefinition.all(in: sentence, words: WordSpan.words(of: sentence))
    #expect(all.map(\.meaning) == [])
  }

  @Test("A sentence without an end costs little")
  func hostile() {
    let endless = String(
      repeating: "memory: the process of memory (the process of things called memory, which ", count: 20_000)
    let words = WordSpan.words(of: endless)
    let seconds = ContinuousClock().measure { #expect(SetInDefinition.all(in: endless, words: words).isEmpty) }
    #expect(seconds < .seconds(5))
  }

  @Test("They can be asked about where the notes mark other terms only, from a sentence that leans on others")
  func asked() {
    let notes = """
      # Memory

      The **amygdala** is a structure of the brain that handles fear. Because of that, it is also involved in memory \
      consolidation: the process of moving what was learned into long-term memory.

      Today, panic is often defined as a period of strong fear that comes without a warning.
      """
    let lexicon = Lexicon(documents: [NoteReader.document(text: notes, name: "memory.md")])
    let asked = lexicon.candidates.compactMap { candidate in
      candidate.term.map { "\(lexicon.terms[$0].name.shown): \(candidate.definition?.text ?? "")" }
    }
    #expect(
      Set(asked) == [
        "amygdala: a structure of the brain that handles fear",
        "memory consolidation: the process of moving what was learned into long-term memory",
        "panic: a period of strong fear that comes without a warning",
      ])
  }
}
