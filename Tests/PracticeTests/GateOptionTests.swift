import Testing

@testable import PracticeTests

/// Gates about options and texts: what they catch and what they let pass.
struct GateOptionTests {
  @Test(arguments: [
    GateCase("What is a lifetime?", "A", ["B", "C", "D"], .reject),
    GateCase("What is a lifetime?", "c", ["a", "b"], .reject),
    GateCase("What is a lifetime?", "a span", ["Option B", "a scope", "a type"], .reject),
    GateCase("What is a lifetime?", "a span", ["answer 2", "a scope", "a type"], .reject),
    GateCase("What is a lifetime?", "a span", ["...", "a scope", "a type"], .reject),
    GateCase("What is a lifetime?", "i", ["ii", "iii"], .reject),
    GateCase("What is a lifetime?", "A.", ["B.", "C.", "D."], .reject),
    GateCase("What is a lifetime?", "First option", ["Second option", "a scope"], .reject),
    GateCase("What is a lifetime?", "a span", ["answer2", "a scope", "a type"], .reject),
    GateCase("What is a lifetime?", "a span", ["wrong answer", "a scope", "a type"], .reject),
    GateCase("Which blood type is rare?", "AB", ["A", "B", "O"], nil),
    GateCase("How many hearts has a squid?", "3", ["1", "2", "4"], nil),
    GateCase("What did the vote decide?", "the first option", ["a tie", "a draw", "an answer to the crown"], nil),
    GateCase("What is an option in finance?", "a right to buy", ["a duty", "a bond", "a share"], nil),
  ])
  func `Labels and stand-ins for options are rejected`(example: GateCase) {
    #expect(found(.placeholder, example.item).map(\.action) == [example.action].compactMap(\.self))
  }

  @Test func `Letters and numbers that stand in the notes are answers`() {
    #expect(found(.placeholder, choice("Which vitamin?", "A", ["B", "C", "D"]), broughtContext).isEmpty)
    let counts = Item(
      format: .multipleChoice, prompt: "How many?", choices: ["1", "2", "3", "4"], correctIndex: 1, correctAnswer: "2")
    #expect(found(.placeholder, counts, broughtContext).map(\.action) == [.reject])
    #expect(found(.placeholder, counts).isEmpty)
  }

  @Test func `A stand-in name beside a name of the notes is rejected`() {
    let item = choice("Who named the cell?", "Robert Hooke", ["John Doe", "Jane Smith", "Darwin"])
    #expect(found(.placeholder, item, broughtContext).map(\.action) == [.reject])
    #expect(found(.placeholder, item).isEmpty)
  }

  @Test(arguments: [
    GateCase("What helps?", "sleep deprivation", ["SLEEP DEPRIVATION", "rest", "food"], .reject),
    GateCase("What helps?", "rest", ["food", "others\u{2019} views", "others\u{2019}  views."], .reject),
    GateCase("What helps?", "fovea", ["fovea", "iris", "lens"], .reject),
    GateCase("Which line is right?", "let x = y", ["let x = y", "let y = x", "x = y"], .reject),
    GateCase("What comes first?", "Reason", ["reason", "war", "law"], .reject),
    GateCase("Which organ?", "the heart", ["heart", "lung", "liver"], .reject),
    GateCase("Which word?", "\u{201C}soon\u{201D}", ["\"soon\"", "\"to\"", "\"no\""], .reject),
    GateCase("What holds the genes?", "nucleus", ["nucleus\u{200B}", "wall", "sap"], .reject),
    GateCase("What holds the genes?", "nucleus", ["sap", "nu\u{AD}cl\u{2060}eus", "wall"], .reject),
    GateCase("Which gas?", "CO", ["C\u{200D}O", "C", "O"], .reject),
    GateCase("Which?", "\u{645}\u{6CC}\u{200C}\u{631}\u{648}", ["\u{645}\u{6CC}\u{631}\u{648}", "b", "c"], .reject),
    GateCase("Which sign?", "\u{2764}", ["\u{2764}\u{FE0F}", "\u{2660}", "\u{2663}"], .reject),
    GateCase("Which hand?", "\u{1F44D}", ["\u{1F44D}\u{1F3FD}", "\u{1F44E}", "\u{270A}"], nil),
    GateCase("How large is it?", "5 MB", ["5 Mb", "5 kB", "5 GB"], nil),
    GateCase("Which name is the type?", "`Self`", ["`self`", "`this`", "`type`"], nil),
    GateCase("Which is carbon monoxide?", "CO", ["Co", "C", "O"], nil),
    GateCase("Which is valid?", "getName()", ["getname()", "GetName()", "get_name()"], nil),
    GateCase("What helps?", "resume", ["r\u{E9}sum\u{E9}", "vita", "letter"], nil),
  ])
  func `Equal options are rejected, and case counts in code and units`(example: GateCase) {
    #expect(found(.duplicateOption, example.item).map(\.action) == [example.action].compactMap(\.self))
  }

  @Test(arguments: [
    GateCase("Which scan?", "MRI", ["CT", "PET", "All of the above"], .repair),
    GateCase("Which scan?", "MRI", ["CT", "PET", "none of these"], .repair),
    GateCase("Which scan?", "both A and B", ["CT", "PET", "MRI"], .repair),
    GateCase("Which scan?", "MRI", ["CT", "PET", "A and C only"], .repair),
    GateCase("Which scan?", "MRI", ["CT", "PET", "Neither"], .repair),
    GateCase("Which scan?", "MRI", ["CT", "PET", "Options A and B"], .repair),
    GateCase("Which scan?", "MRI", ["CT", "PET", "All the above"], .repair),
    GateCase("Which scan?", "MRI", ["CT", "PET", "All answers are correct"], .repair),
    GateCase("Which scan?", "MRI", ["CT", "PET", "Both 1 and 2"], .repair),
    GateCase("Which scan?", "MRI", ["CT", "PET", "I and II only"], .repair),
    GateCase("Which wars?", "World War I and II", ["the Gulf War", "the Boer War"], nil),
    GateCase("What do cells share?", "all of the genes of the body", ["none", "some genes", "one gene"], nil),
    GateCase("Who raises the chick?", "both mother and father", ["the mother", "the father", "a nurse"], nil),
    GateCase("Where is it?", "above the knee", ["below it", "behind it", "inside it"], nil),
  ])
  func `Options about other options are caught`(example: GateCase) {
    #expect(found(.allOfTheAbove, example.item).map(\.action) == [example.action].compactMap(\.self))
  }

  @Test func `Labels are taken out of options, and the key stays where it is`() {
    var item = choice("Which type indexes a list?", "a. isize", ["b. usize", "c. i32"])
    item.correctIndex = 1
    item.correctAnswer = "b. usize"
    let report = Gates.check(item, bareContext)
    #expect(report.item.choices == ["isize", "usize", "i32"])
    #expect(report.item.correctIndex == 1)
    #expect(report.item.correctAnswer == "usize")
    #expect(report.violations.first?.action == .fix)
    #expect(Gates.check(choice("Which one?", "(B) rest", ["food", "work"]), bareContext).item.choices[0] == "rest")
  }

  @Test func `A list of the options in the stem is cut off`() {
    let item = choice("Which type indexes a list? a. isize b. usize c. i32", "usize", ["isize", "i32"])
    let report = Gates.check(item, bareContext)
    #expect(report.item.prompt == "Which type indexes a list?")
    #expect(report.passes)
    let other = choice(
      "Which of these moves? a. the earth b. the moon c. both bodies", "all do", ["none does", "one does"])
    #expect(found(.nestedLabel, other).map(\.action) == [.repair])
  }

  @Test func `Names that begin with an initial are not labels`() {
    let worms = choice("Which is a worm?", "C. elegans", ["E. coli", "B. subtilis", "D. rerio"])
    #expect(Gates.check(worms, bareContext).item == worms)
  }

  @Test func `Numbers of one unit are sorted and the key's index follows`() {
    let item = choice("What did it cost?", "$14,000", ["$4,000", "$10,000", "$1,000"])
    let report = Gates.check(item, bareContext)
    #expect(report.item.choices == ["$1,000", "$4,000", "$10,000", "$14,000"])
    #expect(report.item.correctIndex == 3)
    #expect(report.violations.map(\.action) == [.fix])
    let words = Gates.check(
      choice("How many?", "Ten children", ["One child", "Five children", "Eight children"]), bareContext)
    #expect(words.item.choices == ["One child", "Five children", "Eight children", "Ten children"])
  }

  @Test(arguments: [
    ["8 bytes", "4 bytes", "2 bytes"], ["5 m", "3 s", "9 kg"], ["25\u{2013}29", "10\u{2013}12", "3\u{2013}5"],
    ["3", "many", "1"], ["5 mg", "2 Mg", "9 kg"], ["1/4", "1/3", "1/2"], ["1/2", "2 m", "1/3"],
    ["30-20", "10-40", "5-7"],
  ])
  func `Options in falling order, of several units or without one number stay as they are`(options: [String]) {
    let item = choice("How much?", options[0], Array(options.dropFirst()))
    #expect(found(.lostSequence, item).isEmpty)
  }

  @Test(arguments: [
    ("The person\u{E2}\u{20AC}\u{2122}s view of cells", true), ("a tail \u{FFFD}", true), ("a value (of three", true),
    ("He said \u{201C}no and left", true), ("Phonemes that are followed by the", true), ("the bell\u{7} rang", true),
    ("salt  pepper", false), ("salt &amp; pepper", true), ("caf\\u00e9", true), ("AT&T; and so on", false),
    ("It rained.  It snowed.", false),
    ("x in [0, 1) or (2, 5]", false), ("what it is made of", false), ("hepatitis A", false),
    ("caf\u{E9} \u{C2}ge", false),
    ("a 5\" pipe", false), ("f(x) = {a, b}[1]", false), ("step a) comes first", false), ("the", false),
  ])
  func `Broken text is caught, and intervals, inches and names are not`(text: String, isCaught: Bool) {
    let item = choice("What is it?", "a thing", [text, "a wish", "a rule"])
    #expect(found(.artefact, item).map(\.action) == (isCaught ? [.repair] : []))
  }

  @Test func `The same gap in several options is a lost character`() {
    let item = choice("Which couple wed?", "Abe  Lexie", ["Jennifer  Jack", "Hope  Bo", "Austin  Carrie"])
    #expect(found(.artefact, item).map(\.action) == [.repair])
  }

  @Test func `Eight words of our own prompt are rejected, unless the passage has them`() {
    let ours = "Write one question about the passage and give three wrong answers of the same kind."
    let echo = choice("One question about the passage and give three what?", "wrong answers", ["a", "b", "c"])
    var context = broughtContext
    context.promptText = ours
    #expect(found(.echo, echo, context).map(\.action) == [.reject])
    let seven = choice("Should one question about the passage and give anything?", "yes", ["no", "b", "c"])
    #expect(found(.echo, seven, context).isEmpty)
    let limited = choice("What do mitochondria release? (20 words)", "energy", ["water", "starch", "heat"])
    #expect(found(.echo, limited, context).map(\.action) == [.repair])
    #expect(found(.echo, limited, broughtContext).isEmpty)
    context.promptText = cellPassage.blocks[0].text
    let own = choice("Who says the mitochondrion releases energy from glucose and stores it?", "x", ["y", "z", "w"])
    #expect(found(.echo, own, context).isEmpty)
  }

  @Test func `Every gate has its place in a table, and runs once`() {
    let whole: Set<GateID> = [.duplicate, .crossCue, .verification]
    #expect(Set(Gates.table.map(\.id)).union(whole) == Set(GateID.allCases))
    #expect(Set(Gates.table.map(\.id)).isDisjoint(with: whole))
    #expect(Set(Gates.table.map(\.id)).count == Gates.table.count)
  }

  @Test func `A good question of every format passes without a word`() {
    let rationale = "Ribosomes read the messenger and join amino acids into a chain that folds."
    let evidence = "Ribosomes build proteins \u{2014} they don\u{2019}t store energy."
    let context = GateContext(passage: cellPassage, topic: "The cell")
    let items = [
      choice(
        "Which parts build proteins?", "ribosomes", ["vacuoles", "lysosomes", "centrioles"], rationale: rationale,
        evidence: evidence),
      Item(
        format: .trueFalse, prompt: "Ribosomes store energy.", choices: ["True", "False"], correctIndex: 1,
        correctAnswer: "False", rationale: rationale, evidence: evidence),
      Item(
        format: .cloze, prompt: "Proteins are built by ____.", correctAnswer: "ribosomes", rationale: rationale,
        evidence: evidence),
      Item(
        format: .shortAnswer, prompt: "What builds proteins?", correctAnswer: "ribosomes", rationale: rationale,
        evidence: evidence),
      Item(
        format: .explanation, prompt: "Explain what ribosomes do.", correctAnswer: "They build proteins.",
        keyPoints: ["read", "join", "fold"], rationale: rationale, evidence: evidence),
    ]
    for item in items {
      let report = Gates.check(item, context)
      #expect(report.violations == [])
      #expect(report.item == item)
    }
  }
}
