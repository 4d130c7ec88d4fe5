import Foundation
import Testing

@testable import PracticeTests

@Suite("The built-in writer")
struct BuiltInWriterTests {
  @Test("The same notes, slots and seed give the same questions, in whichever order they are written")
  func deterministic() {
    let slots = CellNotes.slots(12)
    let forwards = CellNotes.write(slots, seed: 7)
    let again = CellNotes.write(slots, seed: 7)
    let backwards = CellNotes.write(slots, seed: 7, order: slots.reversed())
    #expect(forwards.count == 12)
    #expect(forwards == again)
    #expect(forwards == backwards)
    #expect(forwards != CellNotes.write(slots, seed: 8))
  }

  @Test("No two slots ask for the same term or from the same sentence", arguments: [UInt64(1), 2, 3])
  func unique(seed: UInt64) {
    let drafts = CellNotes.write(CellNotes.slots(12), seed: seed).values
    let keys = drafts.compactMap(\.key)
    #expect(keys.count == 12)
    #expect(Set(keys).count == keys.count)
    let evidence = drafts.map(\.draft.evidenceText)
    #expect(Set(evidence).count == evidence.count)
  }

  @Test("A passage yields as many questions as its capacity promises, then no more")
  func capacity() throws {
    let document = CellNotes.document
    let lexicon = Lexicon(documents: [document])
    let capacity = document.passages.reduce(0) { $0 + lexicon.capacity(of: $1, hasModel: false) }
    #expect(capacity >= 12)
    let slots = CellNotes.slots(capacity + 3)
    #expect(CellNotes.write(slots, seed: 1).count == capacity)
  }

  @Test("The evidence stands in the passage that a draft names", arguments: QuestionFormat.allCases)
  func evidence(format: QuestionFormat) {
    for (_, built) in CellNotes.write(CellNotes.slots(10, format: format), seed: 3) {
      let passage = CellNotes.document.passages.first { $0.id == built.passageID }
      #expect(passage?.text.contains(built.draft.evidenceText) == true)
    }
  }

  @Test("Another name for the key is never a wrong option", arguments: UInt64(0)..<30)
  func synonyms(seed: UInt64) {
    for (_, built) in CellNotes.write(CellNotes.slots(12), seed: seed) {
      guard case .multipleChoice(let question) = built.draft else { continue }
      let options = Set(question.distractors + [question.correctAnswer])
      #expect(!options.isSuperset(of: ["soma", "cell body"]))
      #expect(!options.isSuperset(of: ["glial cell", "neuroglia"]))
      #expect(options.count == 4)
      #expect(question.distractors.allSatisfy { !question.prompt.lowercased().contains($0.lowercased()) })
    }
  }

  @Test("Where the sentence has a plural verb, all options are plural")
  func agreement() {
    var checked = 0
    for seed in UInt64(0)..<20 {
      for (_, built) in CellNotes.write(CellNotes.slots(12), seed: seed) {
        guard case .multipleChoice(let question) = built.draft, question.prompt.hasPrefix("Which of these receive ")
        else { continue }
        checked += 1
        #expect((question.distractors + [question.correctAnswer]).allSatisfy { $0.hasSuffix("s") })
      }
    }
    #expect(checked > 0)
  }

  @Test("A true statement is true, and a false one differs from its correction", arguments: [true, false])
  func truth(truth: Bool) {
    let written = CellNotes.write(CellNotes.slots(10, format: .trueFalse, keyPosition: truth ? 0 : 1), seed: 5)
    let questions = written.values.compactMap { built -> QuestionDraft.TrueFalse? in
      if case .trueFalse(let question) = built.draft { question } else { nil }
    }
    #expect(questions.count >= 8)
    #expect(questions.allSatisfy { ($0.statement == $0.correction) == truth })
  }

  @Test("A short answer is asked without a word about options, and does not name its answer")
  func shortAnswers() {
    let written = CellNotes.write(CellNotes.slots(10, format: .shortAnswer), seed: 1)
    let questions = written.values.compactMap { built -> QuestionDraft.ShortAnswer? in
      if case .shortAnswer(let question) = built.draft { question } else { nil }
    }
    #expect(questions.count >= 7)
    for question in questions {
      #expect(question.prompt.hasSuffix("?") && !question.prompt.contains("Which of these"))
      #expect(!question.prompt.lowercased().contains(question.correctAnswer.lowercased()))
    }
  }

  @Test("An explanation is not written, and where nothing is left the reason says why")
  func nothing() {
    #expect(CellNotes.write(CellNotes.slots(3, format: .explanation), seed: 1).isEmpty)
    let lexicon = Lexicon(documents: [CellNotes.document])
    func reason(_ format: QuestionFormat, besides: Set<String> = []) -> String {
      let slots = CellNotes.slots(1, format: format)
      return BuiltInWriter(
        lexicon: lexicon, passages: CellNotes.document.passages, slots: slots, seed: 1, besides: besides
      ).reasonForNone(slots[0])
    }
    #expect(reason(.explanation).contains("choose a model, or another format"))
    #expect(reason(.cloze).hasPrefix("No sentence is left"))
    #expect(reason(.cloze, besides: Set(lexicon.candidates.map(\.evidence))).contains("asked already"))
  }

  @Test("A slot keeps its format while another piece of its notes has it", arguments: UInt64(0)..<5)
  func formatKept(seed: UInt64) {
    let document = NoteReader.document(
      text: """
        # Things

        ## Votes

        A **quorum** is a crowd of members that must be there for a vote.

        ## Light

        A **lens** is a piece of glass that bends light to one point. A **prism** is a piece of glass that parts white \
        light. A **mirror** is a piece of glass that shows a face to its owner.
        """, name: "things.md")
    let slot = QuestionSlot(
      index: 0, topic: document.passages[0].topic, passageID: document.passages[0].id, bloom: .remember,
      difficulty: .easy, format: .multipleChoice, template: .conceptIdentification, choices: 4, keyPosition: 1)
    let writer = BuiltInWriter(
      lexicon: Lexicon(documents: [document]), passages: document.passages, slots: [slot], seed: seed)
    let formats = (0..<12).compactMap { writer.draft(for: slot, attempt: $0)?.draft.format }
    let choices = formats.prefix { $0 == .multipleChoice }
    #expect(choices.count >= 3 && formats.count > choices.count)
    #expect(!formats.dropFirst(choices.count).contains(.multipleChoice))
  }

  @Test("A process is no wrong option for a thing where the notes have things enough", arguments: UInt64(0)..<10)
  func kinds(seed: UInt64) {
    let things = ["nucleus", "vacuole", "ribosome", "lysosome"]
    let document = CellNotes.document(paragraphs: [
      ("A nucleus is the body that holds the chromosomes of the cell.", ["nucleus"]),
      ("Osmosis is the passing of water through a skin that holds salts back.", ["Osmosis"]),
      ("A vacuole is the bag that stores water and salts in a plant.", ["vacuole"]),
      ("Respiration is the slow burning of sugar that drives the whole animal.", ["Respiration"]),
      ("A ribosome is the grain that joins amino acids into long chains.", ["ribosome"]),
      ("Glycolysis is the splitting of one sugar into two smaller molecules.", ["Glycolysis"]),
      ("A lysosome is the sac that takes worn parts to pieces.", ["lysosome"]),
    ])
    for built in CellNotes.write(CellNotes.slots(7, in: document), seed: seed, document: document).values {
      guard case .multipleChoice(let question) = built.draft else { continue }
      let options = Set(question.distractors + [question.correctAnswer])
      #expect(!things.contains(question.correctAnswer) || options == Set(things))
    }
  }

  @Test("Where other tests ask about a sentence, a slot takes one that none asks about, while there is one")
  func asked() {
    let document = CellNotes.document
    let lexicon = Lexicon(documents: [document])
    let slots = CellNotes.slots(4)
    func write(_ asked: Set<String>) -> Set<String> {
      let writer = BuiltInWriter(
        lexicon: lexicon, passages: document.passages, slots: slots, seed: 1, preferablyBesides: asked)
      return Set(slots.compactMap { writer.draft(for: $0, attempt: 0)?.draft.evidenceText })
    }
    let first = write([])
    #expect(first.count == 4)
    #expect(write(first).isDisjoint(with: first))
    #expect(write(Set(lexicon.candidates.map(\.evidence))).count == 4)
  }

  @Test("A cloze has one blank, its answer is not in the rest, and it explains itself in ten words or more")
  func cloze() {
    for (_, built) in CellNotes.write(CellNotes.slots(12, format: .cloze), seed: 2) {
      guard case .cloze(let question) = built.draft else { continue }
      #expect(question.sentence.components(separatedBy: "____").count == 2)
      #expect(!question.sentence.lowercased().contains(question.correctAnswer.lowercased()))
      #expect(Words.count(question.rationale) >= 10)
    }
  }

  @Test("With too few terms for options, a question with options becomes a cloze")
  func fewTerms() {
    let document = CellNotes.document(
      paragraphs: [("Osmosis is the net movement of water across a selectively permeable membrane.", ["Osmosis"])])
    let written = CellNotes.write(CellNotes.slots(2, in: document), seed: 1, document: document)
    #expect(written.values.map(\.draft.format) == [.cloze])
  }

  @Test("Notes that mark no terms are read by what their sentences define")
  func plainNotes() {
    let document = CellNotes.document(
      paragraphs: CellNotes.paragraphs.map { ($0.text, []) }, glossary: [])
    let lexicon = Lexicon(documents: [document])
    #expect(document.passages.reduce(0) { $0 + lexicon.capacity(of: $1, hasModel: false) } >= 8)
  }

  @Test("A list of terms with their definitions can be asked about")
  func lists() {
    let items = [
      "Osmosis: the net movement of water across a selectively permeable membrane",
      "Diffusion: the net movement of particles towards a lower concentration",
      "Mitosis: the division of a nucleus into two identical nuclei",
      "Lysis: the bursting of a cell after its membrane has broken",
    ]
    let text = "# Cells\n\n" + items.map { "- \($0)\n" }.joined()
    let document = NoteReader.document(text: text, name: "cells.md")
    let words = items.compactMap { TermName(String($0.prefix { $0 != ":" }))?.key }
    let lexicon = Lexicon(documents: [document])
    #expect(Set(lexicon.candidates.compactMap(\.term).map { lexicon.terms[$0].name.key }) == Set(words))
    #expect(!lexicon.candidates.contains { !$0.isWritable })
  }

  @Test("Empty and tiny notes yield nothing, quietly", arguments: ["", "Hello.", "A **", "It is so. They are not."])
  func tiny(text: String) {
    let document = CellNotes.document(paragraphs: text.isEmpty ? [] : [(text, [])])
    let lexicon = Lexicon(documents: [document])
    #expect(document.passages.allSatisfy { lexicon.capacity(of: $0, hasModel: false) == 0 })
    #expect(CellNotes.write(CellNotes.slots(2, in: document), seed: 1, document: document).isEmpty)
    #expect(Lexicon(documents: []).terms.isEmpty)
  }
}

/// Notes on the cell for these tests.
private enum CellNotes {
  static let paragraphs: [(text: String, terms: [String])] = [
    ("The axon is a long extension of the soma that carries signals away from it.", ["axon"]),
    ("The nucleus of a neuron lies in the soma, or cell body, among other parts.", ["soma", "cell body"]),
    ("A soma is the rounded part of a neuron that holds most of its organelles.", []),
    (
      "Glial cells (also known as neuroglia) are supporting elements that insulate and feed neurons.",
      ["Glial cells", "neuroglia"]
    ),
    ("Dendrites receive the signals that arrive from many neighbouring neurons at once.", ["Dendrites"]),
    ("A synapse is a junction where one neuron passes its message to the next.", ["synapse"]),
    ("Synapses outnumber nerve fibres in the cortex by far.", []),
    ("A myelin sheath is a fatty covering that speeds up conduction along a fibre.", ["myelin sheath"]),
    ("Myelin sheaths wear thin with age.", []),
    ("A neurotransmitter is a chemical that crosses the gap between two neurons.", ["neurotransmitter"]),
    ("Neurotransmitters are made from amino acids.", []),
    ("A receptor is a protein on the surface of a cell that binds one kind of molecule.", ["receptor"]),
    ("Receptors vary in shape.", []),
    ("Reuptake is the return of a released substance to the ending that it came from.", ["Reuptake"]),
    ("An agonist is a drug that imitates the action of a natural messenger.", ["agonist"]),
    ("An antagonist is a drug that occupies a binding site without any effect.", ["antagonist"]),
    ("Osmosis is the net movement of water across a selectively permeable membrane.", ["Osmosis"]),
    ("A mitochondrion is an organelle that supplies most of the energy of its host.", ["mitochondrion"]),
    ("A ribosome is a particle that joins amino acids into long chains.", ["ribosome"]),
    ("Ribosomes were first seen in the electron microscope.", []),
    ("A lysosome is a sac of enzymes that digests worn-out material.", ["lysosome"]),
  ]

  static let document = document(
    paragraphs: paragraphs,
    glossary: [
      GlossaryEntry(term: "agonist", definition: "drug that imitates a natural messenger", line: 90)
    ])

  static func document(paragraphs: [(text: String, terms: [String])], glossary: [GlossaryEntry] = []) -> NoteDocument {
    let passages = stride(from: 0, to: paragraphs.count, by: 7).map { start in
      let blocks = paragraphs[start..<min(start + 7, paragraphs.count)].enumerated().map { offset, entry in
        Block(kind: .paragraph, text: entry.text, emphasised: entry.terms, line: start + offset + 1)
      }
      return Passage(id: "p\(start)", headings: ["Cells"], topic: "Cells", blocks: blocks)
    }
    return NoteDocument(title: "Cells", contentHash: "0", passages: passages, glossary: glossary)
  }

  static func slots(
    _ count: Int, format: QuestionFormat = .multipleChoice, keyPosition: Int = 0, in document: NoteDocument = document
  ) -> [QuestionSlot] {
    guard !document.passages.isEmpty else { return [] }
    return (0..<count).map { index in
      QuestionSlot(
        index: index, topic: "Cells", passageID: document.passages[index % document.passages.count].id,
        bloom: .remember,
        difficulty: .easy, format: format, template: .conceptIdentification, choices: 4, keyPosition: keyPosition)
    }
  }

  /// The first draft of each slot, by the slot's index, written in `order`.
  static func write(
    _ slots: [QuestionSlot], seed: UInt64, order: [QuestionSlot]? = nil, document: NoteDocument = document
  ) -> [Int: BuiltInDraft] {
    let writer = BuiltInWriter(
      lexicon: Lexicon(documents: [document]), passages: document.passages, slots: slots, seed: seed)
    var drafts: [Int: BuiltInDraft] = [:]
    for slot in order ?? slots { drafts[slot.index] = writer.draft(for: slot, attempt: 0) }
    return drafts
  }
}

extension BuiltInDraft {
  /// What is asked for, where the draft says it.
  fileprivate var key: String? {
    switch draft {
    case .multipleChoice(let question): question.correctAnswer
    case .cloze(let question): question.correctAnswer
    case .trueFalse, .shortAnswer, .explanation: nil
    }
  }
}

extension QuestionDraft {
  /// The quoted words of the passage.
  fileprivate var evidenceText: String {
    switch self {
    case .multipleChoice(let question): question.evidence
    case .trueFalse(let question): question.evidence
    case .cloze(let question): question.evidence
    case .shortAnswer(let question): question.evidence
    case .explanation(let question): question.evidence
    }
  }
}
