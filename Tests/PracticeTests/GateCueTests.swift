import Testing

@testable import PracticeTests

/// Gates against cues, and gates about stems: what they catch and what they let pass.
struct GateCueTests {
  @Test(arguments: [
    GateCase(
      "The powerhouse of the cell makes ATP. What is it called?", "the powerhouse",
      ["the nucleus", "the wall", "the gel"], .repair),
    GateCase("In \u{2018}let t = true;\u{2019}, what does t hold?", "true", ["type", "void", "null"], .repair),
    GateCase(
      "Sensory adaptation is well known. Which effect dulls a constant smell?", "Sensory adaptation",
      ["transduction", "masking", "priming"], .repair),
    GateCase(
      "Which group lists trauma and stressor-related disorders?", "Trauma-and-Stressor-Related Disorders",
      ["Anxiety Disorders", "Mood Disorders", "Depression"], .repair),
    GateCase("Which feeling is a part of self-esteem?", "esteem", ["pride", "shame", "guilt"], nil),
    GateCase("Which is denser, ice or water?", "water", ["ice", "both are alike", "it depends"], nil),
    GateCase("What does DNA stand for?", "deoxyribonucleic acid", ["dinitric acid", "ribose", "a protein"], nil),
    GateCase("Two dice are thrown. How many sums can come up with 2 dice?", "2", ["11", "12", "36"], nil),
    GateCase("What is the opposite of an acid?", "a base", ["a salt", "a metal", "a gas"], nil),
  ])
  func `The key in the stem is caught, unless a distractor stands there too`(example: GateCase) {
    #expect(found(.keyInStem, example.item).map(\.action) == [example.action].compactMap(\.self))
  }

  @Test func `The key in a cloze sentence is caught`() {
    let cloze = Item(
      format: .cloze, prompt: "A ribosome is a ____, since ribosomes are ribosome-like.", correctAnswer: "ribosome")
    #expect(found(.keyInStem, cloze).count == 1)
    let fine = Item(format: .cloze, prompt: "Proteins are built by ____ in the cell.", correctAnswer: "ribosomes")
    #expect(found(.keyInStem, fine).isEmpty)
  }

  @Test(arguments: [
    GateCase("Why do cells divide?", "to replace cells that were damaged", ["to rest", "to eat", "to move"], .repair),
    GateCase(
      "How is a lifetime written?", "By using generic lifetime parameters",
      ["By using types", "By using scopes", "By hand"], .repair),
    GateCase(
      "Why is water wet?", "because its molecules stick to other surfaces", ["it is cold", "it is blue", "it flows"],
      .repair),
    GateCase("Who wrote it?", "Fyodor Mikhailovich Dostoevsky", ["Gogol", "Pushkin", "Babel"], nil),
    GateCase(
      "Why do cells divide?", "to replace cells that were damaged",
      ["to rest", "to make room for new tissue", "to move"], nil),
    GateCase("Where does it happen?", "in the cell wall", ["in the nucleus", "in the gel", "outside"], nil),
  ])
  func `A key by far the longest is caught from four words on`(example: GateCase) {
    #expect(found(.longestKey, example.item).map(\.action) == [example.action].compactMap(\.self))
  }

  @Test(arguments: [
    GateCase(
      "Which organelle stores genetic material?", "a store of genetic code", ["a source of heat", "a wall", "a pump"],
      .repair),
    GateCase(
      "What is the artificial island in the lake?", "Barro Colorado Island", ["Chubu", "Kansai", "Hulhu"], .repair),
    GateCase(
      "Which framework for solving problems is general?", "a general rule", ["an algorithm", "a set", "a guess"],
      .repair),
    GateCase("Which system controls digestion?", "nervous system", ["immune system", "lymph", "skin"], nil),
    GateCase(
      "Which of the following best describes osmosis?", "a following of water", ["a flow of salt", "a wind", "heat"],
      nil),
    GateCase("How hot is the sun?", "5,500 degrees", ["100 degrees", "2,000 degrees", "1 degree"], nil),
  ])
  func `A word shared by stem and key alone is caught`(example: GateCase) {
    #expect(found(.wordRepeat, example.item).map(\.action) == [example.action].compactMap(\.self))
  }

  @Test(arguments: [
    GateCase("What does the call return?", "ReferenceError", ["3", "2", "1"], .warn),
    GateCase("What clears the list?", "clear()", ["wipe", "drop", "erase"], .warn),
    GateCase("What refers to craving?", "Psychological dependence", ["antagonism", "agonism", "relief"], .warn),
    GateCase("When do lobes mature?", "by 25", ["at birth", "in youth", "late"], .warn),
    GateCase("Who opened the first hospice?", "Cicely Saunders", ["her sister", "a monk", "a nurse"], nil),
    GateCase("Which scan uses magnets?", "MRI", ["x-ray", "ultrasound", "endoscopy"], nil),
    GateCase("Which year?", "1665", ["1700", "1810", "1905"], nil),
    GateCase("Which is largest?", "cell", ["atom", "Molecule", "quark"], nil),
  ])
  func `A key that alone looks different is warned about, names and abbreviations aside`(example: GateCase) {
    #expect(found(.oddKey, example.item).map(\.action) == [example.action].compactMap(\.self))
  }

  @Test func `The notes tell whether a capital is a name's`() {
    let name = choice("Who named the cell?", "Robert", ["a monk", "a priest", "a king"])
    #expect(found(.oddKey, name, broughtContext).isEmpty)
    let word = choice("What stores energy?", "Glucose", ["lipids", "water", "salt"])
    #expect(found(.oddKey, word, broughtContext).map(\.action) == [.warn])
  }

  @Test(arguments: [
    GateCase("What do teams do?", "they often win", ["they never fail", "they rest", "they lose"], .warn),
    GateCase("What do teams do?", "they only win", ["they never fail", "they rest", "they lose"], nil),
    GateCase("What do teams do?", "they win", ["they fail", "they rest", "they lose"], nil),
    GateCase("What do teams do?", "they usually win", ["they fail", "they rest", "they lose"], .warn),
    GateCase("What do teams do?", "they usually win", ["they often fail", "they rest", "they lose"], nil),
  ])
  func `An absolute word in distractors alone, or a hedge in the key alone, is warned about`(example: GateCase) {
    #expect(found(.absolutes, example.item).map(\.action) == [example.action].compactMap(\.self))
  }

  @Test(arguments: [
    GateCase(
      "What is Pilates based on?", "Yoga and Aerobics", ["Boxing and Yoga", "Yoga and Dance", "Aerobics and Rest"],
      .warn),
    GateCase("What changed?", "higher; lower", ["higher; higher", "lower; lower", "lower; higher"], nil),
    GateCase(
      "Which order?", "zygote, embryo, fetus",
      ["fetus, zygote, embryo", "embryo, fetus, zygote", "fetus, embryo, zygote"], nil),
  ])
  func `A key that shares most parts is warned about`(example: GateCase) {
    #expect(found(.convergence, example.item).map(\.action) == [example.action].compactMap(\.self))
  }

  @Test(arguments: [
    GateCase("Which of the following is not a scalar type?", "Array", ["Integer", "Boolean", "Float"], .repair),
    GateCase("Symptoms include all of the following except ____.", "joy", ["fear", "guilt", "anger"], .repair),
    GateCase("Which statement about enzymes is false?", "a", ["b", "c", "d"], .repair),
    GateCase("Which metal doesn't rust?", "gold", ["iron", "steel", "nickel"], .repair),
    GateCase("Which is a rule that is not true?", "a", ["b", "c", "d"], .repair),
    GateCase("Which U.S. president did he NOT meet?", "Ford", ["Nixon", "Kennedy", "Johnson"], .warn),
    GateCase("Each of these is a mammal EXCEPT which?", "shark", ["whale", "bat", "seal"], .warn),
    GateCase("Which of these is NOT seen when there is not enough light?", "red", ["grey", "black", "white"], .repair),
    GateCase("What is a false memory?", "a", ["b", "c", "d"], nil),
    GateCase("A patient who cannot form new memories has damage to the", "hippocampus", ["pons", "medulla"], nil),
    GateCase("In 1859, who did not believe in change?", "a", ["b", "c", "d"], .repair),
    GateCase(
      "Which animals are called those that do not eat meat?", "herbivores", ["carnivores", "omnivores", "birds"], nil),
    GateCase("Why do metals not dissolve in water?", "a", ["b", "c", "d"], nil),
    GateCase("All information, except for smell, passes which relay?", "thalamus", ["pons", "cortex", "fovea"], nil),
    GateCase("A cell does not rest. Which phase does it enter?", "S", ["G0", "M", "G9"], nil),
    GateCase("Which drug is given to patients who don't respond to lithium?", "x", ["y", "z", "w"], nil),
  ])
  func `A negative question is caught, a negative inside it is not`(example: GateCase) {
    #expect(found(.negativeStem, example.item).map(\.action) == [example.action].compactMap(\.self))
  }

  @Test(arguments: [
    GateCase(
      "This card game is played by four players, one of which is a dummy.", "Bridge", ["Rummy", "Hearts", "Spades"],
      .repair),
    GateCase("In 1997 he married this woman.", "Jennifer", ["Sophia", "Julia", "Anna"], .repair),
    GateCase("She ruled the kingdom of France until 1651", "Anne", ["Marie", "Maria", "Catherine"], .repair),
    GateCase("He is best known for the theory of", "gravity", ["light", "sets", "games"], nil),
    GateCase("Name the hot soup made of beets.", "Borscht", ["Shi", "Lapsha", "Okroshka"], nil),
    GateCase("Phonemes are the ____ of language.", "units", ["rules", "words", "signs"], nil),
    GateCase("The capital of Peru is", "Lima", ["Cusco", "Quito", "Bogota"], nil),
    GateCase("Which gas do plants take in?", "carbon dioxide", ["oxygen", "argon", "helium"], nil),
  ])
  func `A stem that asks nothing is caught`(example: GateCase) {
    #expect(found(.noQuestion, example.item).map(\.action) == [example.action].compactMap(\.self))
  }

  @Test(arguments: [
    GateCase("Which of these is true?", "a b", ["c d", "e f", "g h"], .warn),
    GateCase("Which of these does not belong?", "Libra", ["Leo", "Aries", "Taurus"], .warn),
    GateCase("Find the odd one.", "Libra", ["Leo", "Aries", "Taurus"], .warn),
    GateCase("Which of these is true of enzymes?", "a b", ["c d", "e f", "g h"], nil),
  ])
  func `A stem without a subject is warned about`(example: GateCase) {
    #expect(found(.unfocused, example.item).map(\.action) == [example.action].compactMap(\.self))
  }

  @Test(arguments: [
    GateCase("According to the passage, what do ribosomes build?", "proteins", ["fats", "walls", "salts"], .repair),
    GateCase("What does the text say is the size of a cell?", "small", ["large", "flat", "long"], .repair),
    GateCase("What is the output of Listing 10-25?", "one", ["two", "three", "four"], .repair),
    GateCase("As described in the chapter, humans have which kind of cell?", "x", ["y", "z", "w"], .repair),
    GateCase("What is the tone of the text?", "calm", ["angry", "sad", "happy"], .repair),
    GateCase("According to the given context, what splits sugar?", "x", ["y", "z", "w"], .repair),
    GateCase("From the information provided, what splits sugar?", "x", ["y", "z", "w"], .repair),
    GateCase("In the above code, what is the value of n?", "x", ["y", "z", "w"], .repair),
    GateCase("Which process was discussed in class?", "x", ["y", "z", "w"], .repair),
    GateCase("What does the following code print?", "x", ["y", "z", "w"], nil),
    GateCase("Which word changes its meaning in the context of law?", "x", ["y", "z", "w"], nil),
    GateCase("What happens in the passage of time?", "decay", ["growth", "rest", "heat"], nil),
    GateCase("How do you save a file in the text editor?", "x", ["y", "z", "w"], nil),
    GateCase(
      "Which passage joins the nose and the throat?", "the nasal passage", ["the ear", "the duct", "the vein"], nil),
    GateCase("According to Freud, what drives us?", "x", ["y", "z", "w"], nil),
    GateCase("What does chapter 11 bankruptcy allow?", "x", ["y", "z", "w"], nil),
  ])
  func `A question that points at the notes is caught`(example: GateCase) {
    #expect(found(.sourceReference, example.item).map(\.action) == [example.action].compactMap(\.self))
  }

  @Test(arguments: [
    GateCase("Who proposed natural selection?", "the finch beak", ["coral", "moss", "fern"], .repair),
    GateCase("When did Darwin publish the book?", "natural selection", ["drift", "mutation", "gene flow"], .repair),
    GateCase("How many chambers has the heart?", "muscle tissue", ["bone", "skin", "nerve"], .repair),
    GateCase("What percentage of air is nitrogen?", "an inert gas", ["a liquid", "a salt", "a metal"], .repair),
    GateCase("Where was the treaty signed?", "1815", ["1816", "1820", "1848"], .repair),
    GateCase("What are two traits that raise the risk?", "neuroticism", ["calm", "wit", "zeal"], .repair),
    GateCase("What are some factors of risk?", "poverty", ["wealth", "sleep", "wit"], .repair),
    GateCase("What are the two parts of a cell?", "wall and sap", ["a and b", "c and d", "e and f"], nil),
    GateCase("What are two-sided coins called?", "doubles", ["singles", "proofs", "blanks"], nil),
    GateCase("Who carried the letters?", "the postmaster's riders", ["the fleet", "pigeons", "smoke"], nil),
    GateCase("When does identity form?", "adolescence", ["sleep", "work", "play"], nil),
    GateCase("How many legs has a spider?", "eight", ["six", "ten", "four"], nil),
    GateCase("How many orders can n books stand in?", "n!", ["n", "2n", "n log n"], nil),
    GateCase("How many pairs do n people form?", "\\binom{n}{k}", ["n + k", "nk", "n"], nil),
    GateCase("What fraction of n balls is drawn?", "k / n", ["n / k", "k", "n"], nil),
    GateCase("How many chambers has a heart?", "a muscle", ["b c", "skin", "nerve"], .repair),
    GateCase("When you look for trends, which ability do you use?", "analytical", ["creative", "social", "none"], nil),
    GateCase("Where is the body clock?", "hypothalamus", ["pons", "cortex", "fovea"], nil),
    GateCase("Who named the cell?", "Robert Hooke", ["Darwin", "Mendel", "Pasteur"], nil),
  ])
  func `An answer of another kind than asked for is caught`(example: GateCase) {
    #expect(found(.answerKind, example.item).map(\.action) == [example.action].compactMap(\.self))
  }

  @Test func `A long prompt is caught by the slot's own limit`() {
    var slot = QuestionSlot(
      index: 0, topic: "The cell", passageID: "cells", bloom: .remember, difficulty: .easy, format: .multipleChoice,
      template: .conceptIdentification, choices: 4, keyPosition: 0, maxPromptWords: 5)
    let item = choice("Which organelle builds the proteins?", "ribosome", ["nucleus", "wall", "gel"])
    #expect(found(.promptTooLong, item, GateContext(slot: slot, requiresGrounding: false)).isEmpty)
    let twice = choice("What did Hooke see, and why did he call it a cell?", "cork", ["wool", "silk", "hair"])
    #expect(found(.unfocused, twice, GateContext(slot: slot, requiresGrounding: false)).map(\.action) == [.repair])
    #expect(found(.unfocused, twice).isEmpty)
    slot.maxPromptWords = 4
    #expect(found(.promptTooLong, item, GateContext(slot: slot, requiresGrounding: false)).map(\.action) == [.repair])
  }

  @Test func `A final article that fits some options becomes a(n), and one that fits all stays`() {
    let cue = Gates.check(choice("It is an example of an ____.", "allele", ["gene", "codon", "exon"]), bareContext)
    #expect(cue.item.prompt == "It is an example of a(n) ____.")
    #expect(cue.violations.map(\.gate) == [.articleCue])
    #expect(cue.passes)
    let start = Gates.check(choice("A ____ is a scan.", "MRI", ["CT", "PET", "film"]), bareContext)
    #expect(start.item.prompt == "A(n) ____ is a scan.")
    for fine in ["It needs an ____.", "It needs an _____ here"] {
      let item = choice(fine, "hour", ["MRI", "apple", "8-bit word"])
      #expect(Gates.check(item, bareContext).item == item)
    }
    let units = choice("It is a ____.", "unit", ["European", "one-way street", "cell"])
    #expect(found(.articleCue, units).isEmpty)
    let plan = choice("Which plan? Plan ____", "alpha", ["beta", "gamma", "delta"])
    #expect(found(.articleCue, plan).isEmpty)
  }
}
