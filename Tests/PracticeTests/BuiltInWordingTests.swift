import Testing

@testable import PracticeTests

@Suite("How the built-in writer asks for what it found")
struct BuiltInWordingTests {
  private let parser = DefinitionParser(countNouns: CountNouns())

  private func term(_ name: String) throws -> Term { Term(name: try #require(TermName(name)), document: 0) }

  private func questions(_ text: String, of name: String) throws -> Set<String> {
    let definition = try #require(parser.definition(text))
    var random = SeededGenerator(seed: 1)
    return Set(Wording.questions(for: definition, term: try term(name), using: &random))
  }

  @Test("The verb of a question has the number of the noun behind it")
  func numbers() throws {
    let many = try questions("the sites of photosynthesis in a plant", of: "chloroplasts")
    #expect(many.contains("Which of these are the sites of photosynthesis in a plant?"))
    #expect(many.contains("What are the sites of photosynthesis in a plant called?"))
    let one = try questions("the site of photosynthesis in a plant", of: "chloroplast")
    #expect(one.contains("Which of these is the site of photosynthesis in a plant?"))
    #expect(one.contains("What is the site of photosynthesis in a plant called?"))
  }

  @Test(
    "What has a comma, a colon or a bracket in it isn't followed by \"called\"",
    arguments: ["a large bag, white or blue, in a plant cell", "a large bag (white or blue) in a plant cell"])
  func called(text: String) throws {
    let stems = try questions(text, of: "vacuole")
    #expect(stems.contains("Which of these is \(text)?"))
    #expect(!stems.contains { $0.hasSuffix(" called?") })
  }

  @Test("\"Known as\" stands before names without an article only", arguments: [("osmosis", true), ("heap", false)])
  func known(name: String, isKnown: Bool) throws {
    var named = try term(name)
    named.singular = name
    let definition = try #require(parser.definition("the passing of things from one side to the other"))
    let statements = Wording.statements(for: definition, term: named)
    #expect(statements.contains { $0.before.hasSuffix(" is known as ") } == isKnown)
  }

  @Test("A predicate is explained with the article of its name")
  func explained() throws {
    let definition = try #require(parser.definition("converts the energy of a fuel to current"))
    var cell = try term("electric cell")
    cell.precedingWord = "an"
    #expect(
      Wording.explanation(of: definition, name: "electric cell", term: cell)
        == "An electric cell converts the energy of a fuel to current.")
  }

  @Test(
    "No article stands before whose principle it is",
    arguments: [("Le Chatelier's principle", ""), ("cell theory", "the ")])
  func principles(name: String, article: String) throws {
    let text = "a system at rest that is disturbed shifts so as to undo the change"
    let definition = try #require(parser.definition(text))
    let named = try term(name)
    let statement = try #require(Wording.statements(for: definition, term: named).first)
    #expect(statement.before == "According to \(article)")
    #expect(Wording.clozes(for: definition, term: named) == ["According to \(article)____, \(definition.text)."])
    #expect(
      Wording.explanation(of: definition, name: name, term: named)
        == Wording.capitalised("\(article)\(name) holds that \(definition.text)."))
  }

  @Test(
    "Without options, a noun that many fit asks for the term",
    arguments: [("stream", false), ("mountain stream", true)])
  func vague(noun: String, isAsked: Bool) throws {
    let definition = Definition(
      text: "a \(noun) that flows into a larger river", shape: .thing, genus: ["stream"],
      relative: Definition.Relative(noun: noun, predicate: "flows into a larger river"))
    var random = SeededGenerator(seed: 1)
    let stems = Wording.openQuestions(for: definition, term: try term("tributary"), using: &random)
    #expect(stems.contains("Which \(noun) flows into a larger river?") == isAsked)
    #expect(stems.contains("What is the term for a \(noun) that flows into a larger river?"))
  }

  @Test(
    "What begins with \"a\" is called \"a(n)\", what begins with \"the\" is called \"the\", or it is put otherwise",
    arguments: [
      ("The **fall** roars. A fall is steep.", "the place of a river at which water drops", "the "),
      ("The **fall** roars. A fall is steep.", "a place of a river at which water drops", "a(n) "),
      ("A **fall** is the place of a river at which water drops.", "the place of a river at which water drops", nil),
      ("The **fall** is a place of a river at which water drops.", "a place of a river at which water drops", nil),
    ])
  func articles(text: String, meaning: String, article: String?) throws {
    let lexicon = lexicon("# Rivers\n\n" + text)
    let fall = try #require(lexicon.terms.first { $0.name.shown == "fall" })
    let clozes = Wording.clozes(for: try #require(parser.definition(meaning)), term: fall)
    #expect(
      clozes.filter { $0.contains(" is called ") }
        == [article].compactMap(\.self).map {
          Wording.capitalised(meaning) + " is called \($0)____."
        })
    #expect(clozes.contains("____ is the term for \(meaning)."))
  }

  @Test(
    "Without options, what much does is not asked for, and nothing that would ask for an explanation",
    arguments: [
      ("pumps blood to the lungs", false), ("receives used blood from the veins of the body", true),
      ("is where two nerves of the arm meet each other", false), ("is guided by power and by practical needs", false),
    ])
  func open(deed: String, isAsked: Bool) throws {
    var random = SeededGenerator(seed: 1)
    let definition = Definition(text: deed, shape: .predicate)
    let stems = Wording.openQuestions(for: definition, term: try term("right ventricle"), using: &random)
    #expect(stems == (isAsked ? ["What \(deed)?"] : []))
  }

  @Test("What there are many of is asked for with \"a(n)\"")
  func countedDeeds() throws {
    var cell = try term("electric cell")
    (cell.singular, cell.plural, cell.precedingWord) = ("electric cell", "electric cells", "an")
    let definition = Definition(text: "converts the energy of a fuel to current", shape: .predicate)
    #expect(
      Wording.clozes(for: definition, term: cell) == ["A(n) ____ converts the energy of a fuel to current."])
  }

  // MARK: From notes

  @Test("In a list of words, what things do is asked of them")
  func deeds() throws {
    let lexicon = lexicon(
      """
      # The heart

      - Left ventricle: pumps blood into the aorta
      - Right ventricle: pumps blood into the lungs
      - Bundle branches: carry the impulse through the ventricles
      - Bicuspid valve: between left atrium and left ventricle
      - Warm-up: stretch the muscles before a race on the track
      - **Ductus**: the vessel opens into the aorta before birth
      """)
    let texts = asked(lexicon).mapValues { $0.definition?.text ?? "" }
    #expect(
      texts == [
        "left ventricle": "pumps blood into the aorta", "right ventricle": "pumps blood into the lungs",
        "bundle branches": "carry the impulse through the ventricles",
        "bicuspid valve": "lies between left atrium and left ventricle",
        "ductus": "the vessel opens into the aorta before birth",
      ])
  }

  @Test("Where jottings leave articles out, the names of things of which there are many get them")
  func jottings() {
    let notes = OptionNotes(
      """
      # The heart

      - Right atrium: receives blood from the body
      - Right ventricle: pumps blood into the lungs
      - Tricuspid valve: between right atrium and right ventricle
      - Ischemia: reduces the supply of an organ with blood

      The valves shut when the ventricles contract. Both atria fill at once.
      """)
    func cloze(_ name: String) -> String? {
      if case .cloze(let question)? = notes.draft(name, .cloze, seed: 1) { question.sentence } else { nil }
    }
    #expect(cloze("tricuspid valve") == "The ____ lies between the right atrium and the right ventricle.")
    #expect(cloze("right ventricle") == "The ____ pumps blood into the lungs.")
    #expect(cloze("ischemia") == "____ reduces the supply of an organ with blood.")
  }

  @Test("An entry, a story and a deed of many give no sentence with a blank")
  func blanks() throws {
    let lexicon = lexicon(
      """
      # Disorders

      ## Fear

      **Panic**: a time of strong fear that comes without a warning.

      Robin suffers from **general anxiety**: a state of worry that has no single cause and doesn't end.

      Ada Berg was one of the first to become a chemist in the north of Norway.

      Ida Holm published a book that describes how fear is lost by getting used to its cause.
      """)
    let found = asked(lexicon)
    let panic = try #require(found["panic"])
    #expect(panic.definition != nil && panic.blank == nil)
    let anxiety = try #require(found["general anxiety"])
    #expect(anxiety.definition != nil && anxiety.blank == nil)
    #expect(found["Ada Berg"] == nil && found["Ida Holm"]?.blank != nil)
  }

  @Test("An answer is explained once, though in few words")
  func rationales() throws {
    let lexicon = lexicon(
      """
      # Blood

      ## Vessels

      **Stenosis** is the narrowing of a heart valve. A valve lets blood pass in one direction.
      """)
    let stenosis = try #require(asked(lexicon)["stenosis"])
    #expect(
      ItemWriter(lexicon: lexicon).rationale(stenosis, name: "stenosis")
        == "Stenosis is the narrowing of a heart valve.")
  }
}
