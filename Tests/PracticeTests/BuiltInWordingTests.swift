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

  @Test("What stands after \"a\" somewhere is called \"a(n)\", though it is named with \"the\" first")
  func counted() throws {
    let lexicon = lexicon("# Rivers\n\nThe **fall** roars. A fall is the place of a river at which water drops.")
    let fall = try #require(lexicon.terms.first { $0.name.shown == "fall" })
    let definition = try #require(parser.definition("the place of a river at which water drops"))
    let clozes = Wording.clozes(for: definition, term: fall)
    #expect(clozes.contains { $0.hasSuffix(" is called a(n) ____.") })
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
