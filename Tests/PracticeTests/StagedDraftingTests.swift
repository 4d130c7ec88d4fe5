import Assets
import LanguageModels
import Synchronization
import TestSupport
import Testing

@testable import PracticeTests

@Suite struct StagedDraftingTests {
  private let fixture: GenerationFixture

  init() throws { fixture = try GenerationFixture() }

  /// A model that answers each stage by its instructions, and notes what it was asked.
  private final class StageModel: Sendable {
    private let asked = Mutex<[LLMRequest]>([])
    private let answer: @Sendable (DraftStage, String, Int) -> String

    init(_ answer: @escaping @Sendable (DraftStage, String, Int) -> String) { self.answer = answer }

    var requests: [LLMRequest] { asked.withLock { $0 } }

    func stages() -> [DraftStage?] { requests.map(Self.stage) }

    func respond(_ request: LLMRequest) -> String {
      let number = asked.withLock { asked in
        asked.append(request)
        return asked.count
      }
      guard let stage = Self.stage(request) else { return "{}" }
      return answer(stage, request.messages[1].content, number)
    }

    private static func stage(_ request: LLMRequest) -> DraftStage? {
      [DraftStage.ask, .restate, .choose(among: []), .wrongAnswers, .explain].first {
        $0.instructions == request.messages[0].content
      }
    }
  }

  private func run(_ id: String, _ model: StageModel, _ way: DraftingChoice = .staged) async throws -> StoredTest {
    let service = try GenerationFixture.model { model.respond($0) }
    var settings = GenerationSettings()
    (settings.drafting, settings.verifies) = (way, false)
    let generator = TestGenerator(
      library: fixture.library, service: service, settings: settings, newID: Library.randomID)
    _ = try await generator.run(id) { _ in }
    return try fixture.library.test(id)
  }

  @Test("Code chooses evidence, key and options; the model words the question")
  func multipleChoice() async throws {
    let model = StageModel { _, prompt, _ in #"{"question": "\#(StagePrompt.question(on: prompt))"}"# }
    let test = try await run(try fixture.plan(1), model)
    let question = try #require(test.questions.first)
    #expect(question.provenance.origin == .model)
    #expect(question.item.prompt.hasPrefix("Which of these is described by:"))
    #expect(model.stages() == [.ask])
    let prompt = model.requests[0].messages[1].content
    #expect(StagePrompt.line("Answer", of: prompt) == question.item.correctAnswer)
    #expect(question.item.choices.count == 4 && question.bloom <= .understand)
    let passage = fixture.material.passages.first { $0.id == question.grounding?.passageID }
    #expect(passage?.text.contains(question.grounding?.quote ?? "-") == true)
  }

  @Test("A stage is asked again with what was wrong, and only that stage")
  func repairsStage() async throws {
    let model = StageModel { _, prompt, number in
      let key = StagePrompt.line("Answer", of: prompt)
      return number == 1
        ? #"{"question": "What is \#(key)?"}"# : #"{"question": "\#(StagePrompt.question(on: prompt))"}"#
    }
    let test = try await run(try fixture.plan(1), model)
    #expect(test.questions.first?.provenance.attempts == 1)
    #expect(model.stages() == [.ask, .ask])
    #expect(model.requests[1].messages[1].content.contains("mend this"))
    #expect(!model.requests[0].messages[1].content.contains("mend this"))
  }

  @Test("A restated fact becomes a sentence with a blank", arguments: [QuestionFormat.cloze, .trueFalse])
  func restated(format: QuestionFormat) async throws {
    let model = StageModel { _, prompt, _ in
      #"{"sentence": "Cells have a share in \#(StagePrompt.line("Words", of: prompt)), and students of cells know it."}"#
    }
    let test = try await run(try fixture.plan(2, formats: [format]), model)
    #expect(test.questions.count == 2)
    for question in test.questions where question.provenance.origin == .model {
      let item = question.item
      if format == .cloze {
        #expect(item.prompt == "Cells have a share in ____, and students of cells know it.")
      } else {
        #expect(item.correctAnswer == (item.correctIndex == 0 ? "True" : "False"))
      }
    }
    #expect(test.questions.contains { $0.provenance.origin == .model })
    // One of two statements is false: it names another term than the one that was given.
    if format == .trueFalse {
      let given = model.requests.map { StagePrompt.line("Words", of: $0.messages[1].content) }
      for question in test.questions where question.provenance.origin == .model {
        let isTold = given.contains { question.item.prompt.contains(" \($0),") }
        #expect(isTold == (question.item.correctAnswer == "True"))
      }
    }
  }

  @Test("In the open way the model chooses an answer among the phrases of the sentence")
  func open() async throws {
    let model = StageModel { stage, prompt, number in
      guard stage == .choose(among: []) else {
        return #"{"wrong": ["quartz", "granite", "basalt", "marble", "slate"]}"#
      }
      let offered = StagePrompt.line("Possible answers", of: prompt).components(separatedBy: "; ")
      let answer = number == 1 ? "quartzite" : offered[0]
      return #"{"answer": "\#(answer)", "question": "What is meant in lesson number \#(prompt.count) on this?"}"#
    }
    let test = try await run(try fixture.plan(1), model, .open)
    let question = try #require(test.questions.first)
    #expect(question.provenance.origin == .model && question.bloom <= .understand)
    #expect(
      model.stages().prefix(2) == [.choose(among: []), .choose(among: [])] && model.stages().last == .wrongAnswers)
    #expect(model.requests[1].messages[1].content.contains("copied exactly"))
    #expect(question.grounding?.quote.contains(question.item.correctAnswer) == true)
    #expect(Set(question.item.choices).isSuperset(of: ["quartz", "granite", "basalt"]))
  }

  @Test("The phrases of a sentence are its terms, names, numbers and what recurs, but not what the passage is about")
  func phrases() {
    func phrases(_ sentence: String, topic: String = "Rocks", among others: String = "") -> [String] {
      let block = Block(kind: .paragraph, text: sentence + " " + others, emphasised: [], line: 1)
      let passage = Passage(id: "p", headings: [], topic: topic, blocks: [block])
      let recurring = RecurringPhrases(of: [passage], topics: [topic])
      return AnswerPhrases(
        passage: passage, isTerm: { ["mantle", "core"].contains($0) }, recurs: { recurring.contains($0, in: topic) }
      ).all(of: sentence)
    }
    #expect(
      phrases(
        "The mantle is the thick layer of hot rock that lies between the Earth's crust and its core.",
        among: "Much hot rock.") == ["mantle", "hot rock", "Earth's crust", "core"])
    #expect(
      phrases("In 1911 the treaty of Long Water was signed by three towns.", among: "In three towns.")
        == ["1911", "Long Water", "three towns"])
    #expect(
      phrases(
        "PTSD must remain for one month, and PTS is its older name.", topic: "Post-traumatic stress disorder",
        among: "For one month.") == ["one month"])
    #expect(
      phrases("They discuss feelings or experience childhood adversity.", among: "A childhood adversity.")
        == ["childhood adversity"])
    #expect(
      phrases(
        "Many individuals cope, and greater effort is a global level of anxiety disorders.",
        among: "Individuals cope with a global level of an anxiety disorder.") == ["anxiety disorders"])
    #expect(phrases("Hot rock rises.", among: "Much hot rock.") == ["hot rock"])
    #expect(phrases("Hot rock rises.", among: "Of Hot rock we speak.") == ["Hot rock"])
    #expect(phrases("Hot rock rises and cools.").isEmpty)
    #expect(phrases("It is so.").isEmpty)
    let long = "By 1901, 1902, 1903, 1904, 1905, 1906, 1907 and 1908 in the mine of Nickel Oxide."
    #expect(phrases(long).count == 8 && phrases(long).contains("Nickel Oxide"))
  }

  @Test("Slots for which code finds no subject get sentences of their own, of their passage or one beside it")
  func ownSentences() throws {
    let text = """
      # Talks

      ## Water

      Long talks between two neighbours ended the quarrel about water in the dry summer of 1911. Nobody in \
      Upper Dale had expected the shepherds to agree on anything at all.

      ## Wood

      The old forest of the village belonged to the monks of Cold Spring in the days of King Harold.
      """
    let material = TestMaterial([("talks.md", NoteReader.document(text: text, name: "talks.md"))])
    let slots = (0..<4).map { index in
      QuestionSlot(
        index: index, topic: material.passages[0].topic, passageID: material.passages[0].id, bloom: .remember,
        difficulty: .easy, format: .shortAnswer, template: .conceptIdentification, choices: 4, keyPosition: 0)
    }
    let writer = BuiltInWriter(
      lexicon: material.lexicon, passages: material.passages, slots: slots, seed: 1, findsSentences: true)
    let shares = slots.map { writer.sentences(for: $0).map(\.evidence) }
    let given = shares.flatMap(\.self)
    #expect(given.count == 3 && Set(given).count == 3 && given.contains { $0.hasPrefix("The old forest") })
    let asked = Set([given[0]])
    let again = BuiltInWriter(
      lexicon: material.lexicon, passages: material.passages, slots: [slots[0]], seed: 1, preferablyBesides: asked,
      findsSentences: true)
    let left = again.sentences(for: slots[0]).map(\.evidence)
    #expect(left.count == 3 && left.last == given[0])
  }

  @Test("Where code finds no subject, a draft in stages has none; in the open way it is a sentence that stands alone")
  func withoutSubject() throws {
    let text = "# Talks\n\nLong talks between two neighbours ended the quarrel about water in the dry summer of 1911."
    let material = TestMaterial([("talks.md", NoteReader.document(text: text, name: "talks.md"))])
    let slot = try #require(try material.plan(TestRequest(count: 1, seed: 1)).slots.first)
    let writer = BuiltInWriter(
      lexicon: material.lexicon, passages: material.passages, slots: [slot], seed: 1, findsSentences: true)
    var assignment = SlotAssignment(slot: slot, passage: material.passages[0], builtIn: writer)
    #expect(assignment.subject == nil)
    assignment.method = .open
    guard case .sentence(let sentence)? = assignment.subject else {
      Issue.record("no sentence")
      return
    }
    #expect(sentence.shown.hasPrefix("Long talks") && assignment.subject?.method == .open)
    assignment.method = .oneShot
    #expect(assignment.subject == nil)
  }

  @Test("Where code finds no subject, no model is asked, and the slot is missing")
  func asksNobody() async throws {
    let folder = try TemporaryFolder()
    let text = "# Talks\n\nLong talks between two neighbours ended the quarrel about water in the dry summer of 1911."
    let notes = try TestPreparation(
      library: fixture.library, notes: [folder.write(text, to: "talks.md")], course: "Talks")
    let id = try notes.createTest(
      TestRequest(count: 1, seed: 1), title: nil, writer: .mock, allowsFallback: false)
    let model = StageModel { _, _, _ in #"{"question": "Who?", "answer": "1911"}"# }
    let test = try await run(id, model)
    #expect(model.requests.isEmpty && test.questions.isEmpty)
  }

  @Test("A model that can't follow leaves the slot to the built-in writer, within its budget")
  func hopeless() async throws {
    let model = StageModel { _, _, _ in "I am a model." }
    let test = try await run(try fixture.plan(1), model)
    #expect(test.questions.first?.provenance.origin == .builtin)
    #expect(model.requests.count <= SlotPipeline.maxRequests)
    #expect(test.stats.fallbacks == 1)
  }

  @Test("A subject's complaints end with it, and are told again and again while it lasts")
  func complaintsEnd() async throws {
    let model = StageModel { _, prompt, _ in #"{"question": "What is \#(StagePrompt.line("Answer", of: prompt))?"}"# }
    _ = try await run(try fixture.plan(1), model)
    // Three tries a draft, two drafts a subject.
    let prompts = model.requests.map { $0.messages[1].content }
    var subject = ""
    for prompt in prompts {
      let answer = StagePrompt.line("Answer", of: prompt)
      #expect(prompt.contains("mend this") == (answer == subject), "\(prompt)")
      subject = answer
    }
    #expect(Set(prompts.map { StagePrompt.line("Answer", of: $0) }).count > 1)
  }

  @Test("Answers that are repaired while they are read are counted and told of")
  func repairedAnswers() async throws {
    let model = StageModel { _, prompt, _ in
      "Here you are:\n```json\n{\"question\": \"\(StagePrompt.question(on: prompt))\",}\n```"
    }
    let test = try await run(try fixture.plan(2), model)
    #expect(test.questions.count == 2)
    #expect(test.stats.repairedAnswers == model.requests.count && test.stats.repairs < 2)
    #expect(
      Accounting.sentence(test).hasSuffix("\(model.requests.count) answers were repaired while reading."))
  }

  @Test("An explanation takes its evidence from the passage")
  func explanation() async throws {
    let answer =
      #"{"question": "How does a cell make use of its membrane?", "answer": "The membrane controls which substances enter and leave the cell.", "points": ["controls what enters", "controls what leaves", "surrounds the cell"]}"#
    let model = StageModel { _, _, _ in answer }
    let test = try await run(try fixture.plan(1, formats: [.explanation]), model)
    let question = try #require(test.questions.first)
    #expect(question.item.format == .explanation && question.item.keyPoints.count == 3)
    let passage = fixture.material.passages.first { $0.id == question.grounding?.passageID }
    #expect(passage?.text.contains(question.grounding?.quote ?? "-") == true)
  }

  // MARK: - Pieces

  @Test("A restated sentence holds its key once, as whole words")
  func restatedSentence() throws {
    let sentence = try #require(RestatedSentence("An Axon carries signals.", holding: "axon"))
    #expect(sentence.with("____") == "An ____ carries signals." && sentence.words == "Axon")
    #expect(RestatedSentence("Axons carry signals.", holding: "axon") == nil)
    #expect(RestatedSentence("An axon is an axon.", holding: "axon") == nil)
    #expect(RestatedSentence("Nothing of it.", holding: "axon") == nil)
    #expect(RestatedSentence("Nothing.", holding: "") == nil)
  }

  @Test("Wrong answers that name the key, repeat the question or each other are left out")
  func wrongAnswers() {
    let target = DraftTarget(
      passageID: "p", evidence: "", fact: "", key: "institutional review board", acceptedAnswers: ["IRB"],
      rationale: "",
      candidate: 0)
    let usable = WrongAnswers.usable(
      [
        "The institutional review board", "IRB", "review board", "ethics committee", "Ethics Committee",
        "faculty senate",
        "research", "", "grant agency",
      ], to: "Who reviews research on people?", about: target)
    #expect(usable == ["ethics committee", "faculty senate", "grant agency"])
    var person = target
    (person.key, person.acceptedAnswers) = ("President Bush", [])
    let others = WrongAnswers.usable(["George W. Bush", "Bill Clinton", "Theory Y"], to: "Who spoke?", about: person)
    #expect(others == ["Bill Clinton", "Theory Y"])
    (person.key, person.acceptedAnswers) = ("triangular theory of love", [])
    let theories = WrongAnswers.usable(
      ["love triangle theory", "love triangle principle", "attachment theory", "finance", "theory of mind"],
      to: "Which theory holds that there are three?", about: person)
    #expect(theories == ["attachment theory", "theory of mind"])
    (person.key, person.evidence) = ("social support", "Emotional comfort is social support, and not legal support.")
    let kinds = WrongAnswers.usable(["emotional support", "legal support"], to: "What does it give?", about: person)
    #expect(kinds == ["legal support"])
  }

  @Test("A wrong answer has the number of the key, and not its first word with another noun") func renamed() {
    var target = DraftTarget(
      passageID: "p", evidence: "", fact: "", key: "perceived control", acceptedAnswers: [], rationale: "",
      candidate: 0)
    func usable(_ offered: String..., to question: String = "What is a belief in one's own power called?") -> [String] {
      WrongAnswers.usable(offered, to: question, about: target)
    }
    #expect(usable("perceived strength", "remote control", "optimism", "emotions") == ["remote control", "optimism"])
    #expect(usable("perceived strength", to: "What is a perceived power called?") == ["perceived strength"])
    target.key = "glial cells"
    #expect(usable("neuron", "blood vessels") == ["blood vessels"])
    (target.key, target.acceptedAnswers) = ("William James", [])
    #expect(usable("Sigmund Freud", to: "Who wrote of habit?") == ["Sigmund Freud"])
    target.key = "glial cells"
    let question = "What keeps neurons alive?"
    #expect(WrongAnswers.fault(of: ["neuron", "synapse"], to: question, about: target).message.contains("plural"))
    #expect(WrongAnswers.fault(of: ["blood vessels"], to: question, about: target) == .tooFewWrongAnswers)
  }

  @Test("A word that question and key share stands in a wrong answer, too, or the model is told which")
  func hiding() {
    let question = "What is the process where the observer sees the model punished?"
    func hiding(_ usable: [String], beside siblings: [String] = []) -> Result<[String], WrongAnswers.Giveaway> {
      WrongAnswers.hiding(the: "vicarious punishment", in: question, beside: siblings, usable, count: 2)
    }
    #expect((try? hiding(["praise", "blame", "harsh punishment"]).get()) == ["harsh punishment", "praise"])
    #expect((try? hiding(["praise", "blame"], beside: ["negative punishment"]).get()) == ["praise", "blame"])
    guard case .failure(let giveaway) = hiding(["praise", "blame"]) else {
      Issue.record("Nothing hides the key.")
      return
    }
    #expect(giveaway.word == "punished")
  }
}
