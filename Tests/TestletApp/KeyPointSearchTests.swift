import Foundation
import LanguageModels
import Synchronization
import Terminal
import Testing

@testable import PracticeTests
@testable import TestletApp

@Suite("Key points of long answers", .timeLimit(.minutes(5)))
@MainActor
struct KeyPointSearchTests {
  private static let points = ["warm rock rises", "cool rock sinks"]
  private static let question = Question(
    id: "q",
    item: Item(
      format: .explanation, prompt: "Why do the plates move?", correctAnswer: "Warm rock rises and cool rock sinks.",
      keyPoints: points, rationale: "The mantle creeps."),
    topic: "Earth", bloom: .understand, difficulty: .medium, template: .causeAndEffect, grounding: nil,
    provenance: Provenance(origin: .model, backend: "model", model: "m", attempts: 1))

  /// A model that finds those points that it is told of; it notes how often it was asked.
  private final class Finder: Sendable {
    let requests = Mutex(0)
    let found: [String]
    init(_ found: [String]) { self.found = found }

    func respond(_ request: LLMRequest) -> String {
      requests.withLock { $0 += 1 }
      let list = request.messages.last?.content.components(separatedBy: "\nPoints:\n").last ?? ""
      let verdicts = list.split(separator: "\n").map { line in
        let parts = line.split(separator: ") ", maxSplits: 1).map(String.init)
        return "\"\(parts[0])\": \"\(found.contains(parts[1]) ? "yes" : "no")\""
      }
      return "{\(verdicts.joined(separator: ", "))}"
    }
  }

  /// An app with one question that asks for an explanation, taken in a mode and answered.
  private func answered(
    _ mode: Key, _ finder: Finder?, beside model: LLMBackendConfig = ModelStandIn.local
  ) async throws -> AppDriver {
    let factory = ModelStandIn.factory { request in finder?.respond(request) ?? "" }
    let app = try AppDriver(backends: finder == nil ? [.mock] : [.mock, model], factory: factory)
    try await app.wait(for: "Welcome to testlet")
    let slot = QuestionSlot(
      index: 0, topic: "Earth", passageID: "p", bloom: .understand, difficulty: .medium, format: .explanation,
      template: .causeAndEffect, choices: 0, keyPosition: 0)
    _ = try Library(path: app.folder.file("testlet.sqlite")).createTest(
      NewTest(
        title: "Plates", course: "Earth",
        blueprint: TestBlueprint(request: TestRequest(count: 1, seed: 1), slots: [slot]),
        versionIDs: [], backend: "model", model: "m", allowsFallback: false), questions: [Self.question])
    app.take(.started(.home))
    try await app.wait(for: "Plates")
    try await app.wait { $0.state.backends.entries.last?.availability.isAvailable == true }
    app.press(mode)
    try await app.wait(for: "Question 1 of 1")
    app.type("They float about.")
    app.press(.control("g"))
    try await app.wait { $0.state.taking?.pending.isEmpty == true }
    return app
  }

  @Test("Every point found: it is right, marked as the model's, and one key takes that away and back")
  func full() async throws {
    let app = try await answered(.character("t"), Finder(Self.points))
    try await app.wait { $0.state.taking?.response.outcome == .modelGradedRight }
    try await app.wait { $0.state.taking?.pending.isEmpty == true }
    for part in ["a model found every key point", "✓ found", "model m found 2 of 2 points"] {
      #expect(app.screen.contains(part), "\(part)")
    }
    app.press(.character("y"))
    try await app.wait { $0.state.taking?.attempt.items[0].response.outcome == .selfGradedWrong }
    app.press(.character("y"))
    try await app.wait { $0.state.taking?.attempt.items[0].response.outcome == .selfGradedRight }
    app.press(.character("y"))
    try await app.wait { $0.state.taking?.attempt.items[0].response.outcome == .selfGradedWrong }
    let choices = ChoiceLog(path: app.folder.file("choices.jsonl")).latest()
    #expect(choices.map { $0["task"]?.string } == ["study-questions"])
  }

  @Test("Not every point found: what was is shown, and the grade stays the student's")
  func partial() async throws {
    let app = try await answered(.character("t"), Finder([Self.points[0]]))
    try await app.wait(for: "✗ not found")
    #expect(app.screen.contains("✓ found") && app.screen.contains("model m found 1 of 2 points"))
    #expect(app.state.taking?.response.outcome == .ungraded)
    app.press(.character("y"))
    try await app.wait { $0.state.taking?.attempt.items[0].response.outcome == .selfGradedRight }
    app.press(.character("y"))
    try await app.wait { $0.state.taking?.attempt.items[0].response.outcome == .selfGradedWrong }
  }

  @Test("What was kept of another sitting has no answer of this one looked at")
  func anotherSitting() async throws {
    let app = try await answered(.character("t"), Finder([]))
    try await app.wait(for: "✗ not found")
    let response = Response(answer: .text("Something else."), outcome: .ungraded)
    app.take(.taking(.responseStored(attemptID: "another", position: 0, response)))
    #expect(app.effects.isEmpty && app.state.keyPoints.count == 1)
    let id = try #require(app.state.taking?.attempt.id)
    app.take(.taking(.responseStored(attemptID: id, position: 0, response)))
    #expect(app.effects.count == 1 && app.state.keyPoints.count == 2)
  }

  @Test("Where the one that was expected to look is gone, the next is named, and looks")
  func anotherLooks() async throws {
    let app = try await answered(.character("t"), Finder([]), beside: ModelStandIn.remote)
    try await app.wait(for: "✗ not found")
    let attempt = try #require(app.state.taking?.attempt)
    app.take(.backends(.listed([.mock, ModelStandIn.local, ModelStandIn.remote], selected: "mock")))
    app.take(.backends(.probed("far", .unavailable(.notRunning(url: "u")), at: app.now)))
    #expect(app.state.backends.author(of: .studyQuestions)?.backend == "model")
    let response = Response(answer: .text("Something else."), outcome: .ungraded)
    let answer = try #require(GivenAnswer(attempt.items[0].question, response))
    app.take(.taking(.responseStored(attemptID: attempt.id, position: 0, response)))
    let far = ModelSignature(backend: "far", model: "gpt", host: "models.example")
    try await app.wait { $0.state.keyPoints[answer] == .running(by: far) }
    try await app.wait { if case .ended? = $0.state.keyPoints[answer] { true } else { false } }
  }

  @Test("Without a model nothing is asked, and the student compares as ever")
  func withoutModel() async throws {
    let app = try await answered(.character("t"), nil)
    try await app.wait { $0.state.taking?.attempt.items[0].response.outcome == .ungraded }
    #expect(app.state.keyPoints.isEmpty && app.screen.contains("- warm rock rises"))
  }

  @Test("In an exam nothing is asked before the question is looked at in the results")
  func exam() async throws {
    let finder = Finder(Self.points)
    let app = try await answered(.enter, finder)
    app.press(.character("s"))
    try await app.wait { $0.state.results != nil }
    #expect(app.state.keyPoints.isEmpty && finder.requests.withLock { $0 } == 0)
    app.press(.enter)
    try await app.wait { $0.state.results?.attempt.items[0].response.outcome == .modelGradedRight }
    #expect(finder.requests.withLock { $0 } == 3)
    app.press(.character("y"))
    try await app.wait { $0.state.results?.attempt.items[0].response.outcome == .selfGradedWrong }
  }

  /// The answer in a review is in the library.
  private static let kept = AppAction.review(.kept(questionID: "q", KeptReview(id: 7, due: nil)))

  /// An app with the question reviewed and answered, whose key points are looked for.
  private func reviewed() throws -> (state: AppState, answer: GivenAnswer) {
    var state = AppState(size: Size(columns: 80, rows: 24), now: Date(timeIntervalSince1970: 1_000_000))
    _ = state.update(.backends(.listed([.mock, ModelStandIn.local], selected: "mock")))
    _ = state.update(.reviewAsked)
    _ = state.update(.review(.loaded(ReviewQueue(due: 1), next: ReviewItem(question: Self.question))))
    for key in [Key.character("x"), .control("g")] { _ = state.update(.keyPressed(key, at: state.now)) }
    #expect(state.keyPoints.isEmpty)
    let effects = state.update(Self.kept)
    return (state, try #require(effects.searched.first))
  }

  @Test("What came to nothing is looked for again with the next look at the answer, and nothing else is")
  func failed() throws {
    let (app, answer) = try reviewed()
    var state = app
    #expect(state.update(Self.kept).searched.isEmpty)
    #expect(state.update(.keyPoints(answer, .failed("It stopped."))).isEmpty)
    #expect(state.update(Self.kept).searched == [answer])
    #expect(state.keyPoints[answer] == .running(by: ModelSignature(backend: "model", model: "m")))
    #expect(state.view().lines.joined().contains("model m looks for these points"))
  }

  @Test("A short answer whose key is a sentence is looked at where the fixed rules could not tell, and only there")
  func sentence() {
    var question = Self.question
    question.item = Item(
      format: .shortAnswer, prompt: "Why does it rise?", correctAnswer: "Warm rock rises because it is less dense.")
    var state = AppState(size: Size(columns: 80, rows: 24), now: Date(timeIntervalSince1970: 1_000_000))
    _ = state.update(.backends(.listed([.mock, ModelStandIn.local], selected: "mock")))
    for (text, isLookedAt) in [("It is lighter.", true), (question.item.correctAnswer, false), ("heat", true)] {
      let outcome = Grading.grade(question.item, .text(text))
      let effects = state.lookForKeyPoints(question, Response(answer: .text(text), outcome: outcome))
      #expect(effects.searched.map(\.text) == (isLookedAt ? [text] : []), "\(text)")
    }
  }

  @Test("The student's own grade stays, whatever a model finds later")
  func ownGrade() throws {
    let (app, answer) = try reviewed()
    var state = app
    let full = KeyPointGrading(
      points: Self.points, findings: [.found, .found], author: ModelSignature(backend: "model", model: "m"))
    for outcome in [Outcome.selfGradedRight, .selfGradedWrong] {
      _ = state.update(.keyPressed(.character("y"), at: state.now))
      #expect(state.update(Self.kept).isEmpty)
      #expect(state.update(.keyPoints(answer, .ended(full))).isEmpty)
      #expect(state.review?.asked?.response.outcome == outcome)
    }
  }

  @Test("In a review a full answer is kept as right, once the first grade is")
  func review() throws {
    let (app, answer) = try reviewed()
    var state = app
    let author = ModelSignature(backend: "model", model: "m")
    let partial = KeyPointGrading(points: Self.points, findings: [.found, .unclear], author: author)
    #expect(state.update(.keyPoints(answer, .ended(partial))).isEmpty)
    #expect(state.view().lines.joined().contains("? your call"))
    let full = KeyPointGrading(points: Self.points, findings: [.found, .found], author: author)
    let effect = state.update(.keyPoints(answer, .ended(full))).first
    guard case .review(.keepReview(_, let response, _, let before)) = effect else {
      Issue.record("not kept")
      return
    }
    #expect(response.outcome == .modelGradedRight && before == 7)
    #expect(state.update(.keyPoints(answer, nil)).isEmpty && state.keyPoints.isEmpty)
  }
}

extension [AppEffect] {
  /// The answers in which key points are to be looked for.
  fileprivate var searched: [GivenAnswer] {
    compactMap { effect in
      guard case .tutoring(.findKeyPoints(let answer, _)) = effect else { return nil }
      return answer
    }
  }
}
