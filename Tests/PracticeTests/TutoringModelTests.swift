import LanguageModels
import Synchronization
import TestSupport
import Testing

@testable import PracticeTests

/// A real model, which is far too small to say anything sensible: what is looked at is the way, not the words.
@Suite(
  "Tutoring, by a real model", .enabled(if: LlamaServer.isWanted, "\(LlamaServer.skipReason)"), .serialized,
  .timeLimit(.minutes(5)))
struct TutoringModelTests {
  private static let question = Question.fixture(
    "q",
    item: choice(
      "What releases energy from glucose?", "mitochondrion", ["ribosome"], rationale: "The mitochondrion stores it."))

  private func chat() throws -> QuestionChat {
    try #require(QuestionChat(about: Self.question, Response(answer: .choice(1), outcome: .wrong)))
  }

  /// What the router makes of a task, with its log in a folder.
  private func assignment(_ kind: AITaskKind, log: ChoiceLog? = nil) async throws -> AIAssignment {
    let configuration = LLMBackendConfig(
      id: "local", kind: .openAICompatible, profile: .llamaCpp, url: try await LlamaServer.shared.value.url)
    var settings = try BackendSettings(SettingsFile(path: "/nonexistent/config.toml"))
    (settings.backends, settings.selected) = ([configuration], configuration.id)
    let factory = LLMBackendFactory(
      transport: HTTPTransport(egress: EgressPolicy(mode: .localOnly)), environment: [:],
      mlxWorker: MLXWorkerProgram(source: "", environment: [:], virtualEnvironment: "/absent")
    ) { _ in "" }
    let service = LocalLLMService(settings: settings, factory: factory) { _ in }
    return try await AIRouter(service: service, mode: .local, privacy: .localOnly, log: log).assign(AITask(kind))
  }

  @Test("An answer streams in pieces, is signed, and the router's choice is logged") func answer() async throws {
    let folder = try TemporaryFolder()
    let log = ChoiceLog(path: folder.file("choices.jsonl"))
    let pieces = Mutex<[String]>([])
    let tutor = QuestionTutor(model: try await assignment(.chat, log: log), passage: cellPassage)
    let answer = try await tutor.answer("Why?", in: chat()) { piece in pieces.withLock { $0.append(piece) } }
    let text = pieces.withLock { $0.joined() }
    #expect(pieces.withLock { $0.count } > 3 && !answer.text.isEmpty)
    #expect(SafeText.text(text).contains(answer.text))
    #expect(answer.author.backend == "local" && answer.author.host == nil)
    #expect(log.latest().map { $0["task"]?.string } == ["chat"])
  }

  @Test("A conversation that outgrows the context of the server forgets its beginning, and is answered")
  func window() async throws {
    var chat = try chat()
    let author = ModelSignature(backend: "local", model: nil)
    chat.turns = (0..<6).map { number in
      .answer(
        ChatAnswer(question: "Number \(number)?", text: String(repeating: "word ", count: 150), author: author))
    }
    let tutor = QuestionTutor(model: try await assignment(.chat), passage: cellPassage)
    #expect(try await tutor.answer("Why?", in: chat) { _ in }.forgotten > 2)
  }

  @Test("Cancelling ends an answer") func cancelling() async throws {
    let tutor = QuestionTutor(model: try await assignment(.chat), passage: cellPassage)
    let (arrivals, arrival) = AsyncStream.makeStream(of: Void.self)
    let chat = try chat()
    let task = Task { try await tutor.answer("Tell me all of it.", in: chat) { _ in arrival.yield() } }
    for await _ in arrivals { break }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }

  @Test("Whatever simpler words it writes, what is shown has the number, the negation and the term")
  func simpler() async throws {
    let explanation = "The mitochondrion releases energy at 37 degrees, and it does not build proteins."
    let simplifier = ExplanationSimplifier(model: try await assignment(.rewriting), passage: cellPassage)
    for _ in 0..<3 {
      let simplification = try await simplifier.simplify(explanation, of: Self.question)
      let shown = Words.tokens(simplification.text)
      #expect(shown.contains("37") && shown.contains("mitochondrion") && Negation.count(in: simplification.text) == 1)
    }
  }

  @Test("Its votes have the form that is asked for: each counts, or it found what can't be there")
  func keyPoints() async throws {
    let item = Item(
      format: .explanation, prompt: "Why?", correctAnswer: "Water crosses. Solutes do not.",
      keyPoints: ["water crosses", "solutes are held back"])
    let model = try await assignment(.studyQuestions)
    let vote = KeyPointVote(0, on: item.keyPoints, of: item, answer: "Water goes through.")
    let answer = try await model.complete(vote.messages, schema: vote.schema, maxTokens: 36)
    #expect(TolerantJSON.read(answer.text).values.first?["3"]?.string.map(["yes", "no"].contains) == true)
    let grading = try await KeyPointGrader(model: model).grade("Water goes through.", to: item)
    #expect(grading.findings.count == 2 && grading.points == item.keyPoints)
  }
}
