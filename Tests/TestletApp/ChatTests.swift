import Foundation
import LanguageModels
import PracticeTests
import Terminal
import TestSupport
import Testing

@testable import TestletApp

@Suite("Asking about a question", .timeLimit(.minutes(5)))
@MainActor
struct ChatTests {
  nonisolated private static let sizes = [
    Size(columns: 80, rows: 24), Size(columns: 120, rows: 40), Size(columns: 40, rows: 12),
  ]

  /// An app beside a model, on a question of the sample test in study mode.
  private func study(
    _ factory: LLMBackendFactory, beside model: LLMBackendConfig = ModelStandIn.local,
    size: Size = Size(columns: 80, rows: 24)
  ) async throws -> AppDriver {
    let app = try AppDriver(columns: size.columns, rows: size.rows, backends: [.mock, model], factory: factory)
    try await app.makeSampleTest()
    app.press(.character("t"))
    try await app.wait { $0.state.taking?.item != nil }
    try await app.wait { $0.state.backends.entries.last?.availability != .unknown }
    return app
  }

  /// Gives an answer that is not right.
  private func answer(_ app: AppDriver) async throws {
    let item = try #require(app.state.taking?.item?.question.item)
    let wrong = ((item.correctIndex ?? 0) + 1) % item.choices.count
    app.press(.character(Character(String(wrong + 1))))
    try await app.wait { $0.state.taking?.response.outcome == .wrong }
  }

  /// The conversation of an app with a model, about an answered question.
  private func chat(
    _ respond: @escaping MockResponder, size: Size = Size(columns: 80, rows: 24)
  ) async throws -> AppDriver {
    let app = try await study(ModelStandIn.factory(respond: respond), size: size)
    try await answer(app)
    app.press(.character("w"))
    _ = try #require(app.state.chat)
    return app
  }

  @Test("Not before the answer, not in an exam, and not without a model: the key keeps its place and says why")
  func hindrances() async throws {
    let app = try AppDriver()
    try await app.makeSampleTest()
    app.press(.character("t"))
    try await app.wait { $0.state.taking?.item != nil }
    app.press(.character("w"))
    #expect(app.screen.contains("Answer first"))
    try await answer(app)
    #expect(app.screen.contains("w why?"))
    app.press(.character("w"))
    #expect(app.screen.contains("This needs a model") && app.state.chat == nil)
    #expect(app.words.contains("g shows what there is"))
    app.press(.character("g"))
    #expect(app.state.settings != nil)

    let exam = try AppDriver(
      backends: [.mock, ModelStandIn.local], factory: ModelStandIn.factory { _ in "x" })
    try await exam.makeSampleTest()
    exam.press(.enter)
    try await exam.wait(for: "Question 1 of 10")
    exam.press(.character("a"))
    try await exam.wait(for: "(●) A")
    exam.press(.character("w"))
    #expect(exam.screen.contains("In an exam you can ask") && exam.state.chat == nil)
    exam.press(.character("s"), .tab, .enter)
    try await exam.wait { $0.state.results != nil }
    exam.press(.enter, .character("w"))
    #expect(exam.state.chat != nil)
  }

  @Test("What an earlier sitting asked can't be asked about while an exam of the same test is open")
  func openExam() async throws {
    let app = try AppDriver(backends: [.mock, ModelStandIn.local], factory: ModelStandIn.factory { _ in "x" })
    try await app.makeSampleTest()
    app.press(.enter)
    try await app.wait(for: "Question 1 of 10")
    app.press(.character("a"), .character("s"), .tab, .enter)
    try await app.wait { $0.state.results != nil }
    app.press(.character("a"))
    try await app.wait { $0.state.taking?.item != nil }
    app.press(.character("a"))
    try await app.wait { $0.state.taking?.pending.isEmpty == true }
    app.press(.escape)
    try await app.wait(for: "1 of 10 answered")
    app.press(.character("v"))
    try await app.wait { $0.state.results != nil }
    for isOpened in [false, true] {
      if isOpened { app.press(.enter) }
      app.press(.character("w"))
      #expect(app.screen.contains("An exam of this test is open") && app.state.chat == nil)
    }
    app.press(.escape, .character("a"))
    try await app.wait { $0.state.taking?.attempt.answered == 1 }
    app.press(.character("s"), .tab, .enter)
    try await app.wait { $0.state.results != nil }
    app.press(.enter, .character("w"))
    #expect(app.state.chat != nil)
  }

  @Test("Enter asks, the answer is signed and marked as not checked, and the conversation is there when one comes back")
  func conversation() async throws {
    let app = try await chat { request in
      request.messages.count > 2 ? "The notes don't tell." : "Because it is so."
    }
    #expect(app.screen.contains("Ask about a question") && app.screen.contains("nobody checks what it says."))
    app.press(.enter)
    try await app.wait(for: "nobody has checked it")
    for part in ["Why is my answer not right?", "Because it is so.", "model m;"] {
      #expect(app.screen.contains(part), "\(part)")
    }
    app.type("And why that?")
    app.press(.enter)
    try await app.wait { $0.state.chat?.chat.turns.count == 2 }
    app.press(.enter)
    #expect(app.screen.contains("Write a question first."))
    app.press(.escape)
    guard case .taking = app.state.screen else {
      Issue.record("not back")
      return
    }
    app.press(.character("w"))
    #expect(app.state.chat?.chat.turns.count == 2 && app.screen.contains("The notes don't tell."))
    let choices = ChoiceLog(path: app.folder.file("choices.jsonl")).latest()
    #expect(choices.map { $0["task"]?.string } == ["chat", "chat"])
    #expect(choices.allSatisfy { $0["backend"]?.string == "model" })
  }

  @Test("Simpler words that don't hold are not taken, and the explanation stands with the reason")
  func simpler() async throws {
    let app = try await chat { request in
      // The explanation itself, out of its fence.
      request.messages[1].content.components(separatedBy: "\"\"\"")[1].trimmingCharacters(in: .whitespacesAndNewlines)
    }
    app.press(.tab)
    try await app.wait(for: "because the model found none.")
    let explanation = try #require(app.state.chat?.chat.explanation)
    #expect(app.state.chat?.chat.question.item.rationale == explanation)
    #expect(ChoiceLog(path: app.folder.file("choices.jsonl")).latest().last?["task"]?.string == "rewriting")
  }

  @Test("Escape stops the answer first, and the model with it; then it leaves")
  func stopping() async throws {
    let (ended, end) = AsyncStream.makeStream(of: Void.self)
    let app = try await chat { _ in
      // Until it is cancelled.
      for await _ in AsyncStream<Void>.makeStream().stream {}
      end.yield()
      throw CancellationError()
    }
    app.type("Why?")
    app.press(.enter)
    try await app.wait { $0.state.chat?.running?.author != nil }
    #expect(app.screen.contains("model m is writing"))
    app.press(.tab)
    #expect(app.screen.contains("A model is still writing"))
    app.press(.escape)
    #expect(app.effects == [.tutoring(.cancelTutor)] && app.state.chat?.running == nil)
    #expect(app.state.chat?.field.text == "Why?")
    for await _ in ended { break }
    app.press(.escape)
    #expect(app.state.chat == nil)
  }

  @Test("What has come of a stopped answer stays, what comes late is left out, and what failed can be asked again")
  func requests() async throws {
    let app = try await chat { _ in "x" }
    var state = app.state
    func take(_ action: ChatAction) { _ = state.update(.chat(action)) }
    take(.asked)
    let first = try #require(state.chat?.running?.number)
    take(.began(first, by: ModelSignature(backend: "far", model: "gpt", host: "models.example")))
    take(.textArrived(first, "Half an \u{1B}[31manswer"))
    #expect(state.view().lines.joined().contains("far gpt at models.example is writing"))
    take(.stopped)
    take(.textArrived(first, " too late"))
    take(.failed(first, "Too late."))
    guard case .answer(let answer) = state.chat?.chat.turns.last else {
      Issue.record("nothing stayed")
      return
    }
    #expect(answer.ending == .stopped && state.view().lines.joined().contains("Half an [31manswer"))
    #expect(state.view().lines.joined().contains("models.example, stopped; nobody has checked it"))
    _ = state.update(.keyPressed(.character("Q"), at: app.now))
    take(.asked)
    let second = try #require(state.chat?.running?.number)
    #expect(second > first)
    take(.failed(second, "The server is gone."))
    #expect(state.chat?.field.text == "Q" && state.view().lines.joined().contains("The server is gone."))
  }

  @Test(
    "A remote model is refused in local-only mode with the reason; where agreeing is all that lacks, its host is named")
  func privacy() async throws {
    let refused = try await study(
      ModelStandIn.factory(.unavailable(.localOnly(host: "models.example"))) { _ in "x" }, beside: ModelStandIn.remote)
    refused.take(.backends(.selected("far")))
    try await answer(refused)
    refused.press(.character("w"))
    #expect(refused.state.chat == nil && refused.screen.contains("Your privacy mode is local-only"))

    let asked = try await study(
      ModelStandIn.factory(.unavailable(.notPermitted(host: "models.example"))) { _ in "x" },
      beside: ModelStandIn.remote)
    asked.take(.backends(.selected("far")))
    try await answer(asked)
    asked.press(.character("w"))
    #expect(asked.screen.contains("Agree to models.example?"))
    asked.press(.enter)
    #expect(asked.state.chat == nil && asked.effects.isEmpty)
    asked.press(.character("w"), .tab, .enter)
    #expect(asked.effects.contains(.settings(.agree(ModelStandIn.remote, host: "models.example"))))
    #expect(asked.state.chat != nil && asked.screen.contains("What you ask goes to models.example"))
  }

  @Test("Named is whom the router would choose under the mode and the privacy, not whom the student has selected")
  func named() {
    var backends = BackendsState()
    backends.list([.mock, ModelStandIn.remote, ModelStandIn.local], selected: "far")
    let ready = BackendAvailability.available(latencyMilliseconds: 1, proven: true)
    backends.note("model", ready, at: .distantPast)
    #expect(backends.author(of: .chat)?.text == "far gpt at models.example")
    for (availability, mode, privacy, name) in [
      (.unavailable(.notRunning(url: "u")), .auto, .ask, "model m"),
      (.unavailable(.notPermitted(host: "models.example")), .auto, .ask, "model m"),
      (.unavailable(.notRunning(url: "u")), .byo, .ask, nil), (ready, .byo, .any, "far gpt at models.example"),
      (ready, .local, .any, "model m"), (ready, .auto, .localOnly, "model m"),
    ] as [(BackendAvailability, BackendSettings.Mode, EgressPolicy.Mode, String?)] {
      backends.note("far", availability, at: .distantPast)
      (backends.mode, backends.privacy) = (mode, privacy)
      #expect(backends.author(of: .chat)?.text == name, "\(availability) \(mode) \(privacy)")
    }
  }

  @Test("Nobody is asked to agree to a host that the mode or the privacy leaves out, and the reason is said")
  func barred() {
    var backends = BackendsState()
    backends.list([.mock, ModelStandIn.remote], selected: "far")
    backends.note("far", .unavailable(.notPermitted(host: "models.example")), at: .distantPast)
    #expect(backends.hostToAgreeTo == "models.example" && backends.modelHindrance == nil)
    for (mode, privacy, reason) in [
      (.local, .ask, "the mode is local, and it is at models.example"),
      (.auto, .localOnly, "the privacy mode is local-only, and it is at models.example"),
    ] as [(BackendSettings.Mode, EgressPolicy.Mode, String)] {
      (backends.mode, backends.privacy) = (mode, privacy)
      #expect(backends.hostToAgreeTo == nil && backends.modelHindrance?.contains(reason) == true)
    }
    backends.note("far", .available(latencyMilliseconds: 1, proven: true), at: .distantPast)
    #expect(backends.modelHindrance?.contains("far is not asked") == true)
  }

  @Test("What is asked goes to no host that was not named, and can be asked again once it is")
  func unnamedHost() async throws {
    let app = try await study(ModelStandIn.factory { _ in "Because." }, beside: ModelStandIn.remote)
    try await answer(app)
    app.press(.character("w"))
    for part in ["far gpt at models.example would answer", "What you ask goes to models.example"] {
      #expect(app.screen.contains(part), "\(part)")
    }
    app.take(.backends(.probed("far", .unavailable(.notRunning(url: "u")), at: app.now)))
    #expect(app.screen.contains("No model can answer now"))
    app.press(.enter)
    try await app.wait(for: "which was not named before")
    try await app.wait(for: "Next, far gpt at models.example would answer.")
    app.press(.enter)
    try await app.wait { $0.state.chat?.chat.turns.count == 1 }
    #expect(app.screen.contains("far gpt at models.example; nobody has checked it"))
  }

  @Test("A selected host that was not agreed to is not asked about where another model can answer")
  func anotherAnswers() async throws {
    let app = try await chat { _ in "x" }
    app.press(.escape)
    app.take(.backends(.listed([.mock, ModelStandIn.local, ModelStandIn.remote], selected: "far")))
    app.take(.backends(.probed("far", .unavailable(.notPermitted(host: "models.example")), at: app.now)))
    app.press(.character("w"))
    #expect(app.state.overlay == nil && app.screen.contains("model m would answer"))
  }

  @Test("Drawn in each size: the end of what comes is followed, until the student scrolls", arguments: sizes)
  func drawing(size: Size) async throws {
    let lines = (1...40).map { "Line \($0) of a long answer." }.joined(separator: "\n")
    let app = try await chat({ _ in lines }, size: size)
    let prompt = try #require(app.state.chat?.chat.question.item.prompt.prefix(12))
    #expect(app.screen.contains(prompt) && app.screen.contains("Ask:"))
    let keys = app.state.bindings.flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
    app.press(.enter)
    try await app.wait { $0.state.chat?.chat.turns.count == 1 }
    #expect(app.screen.contains("Line 40") && app.screen.contains("nobody has checked"))
    #expect(app.screen.contains("Ask on") && app.screen.contains("F1"))
    #expect(app.screen.contains(prompt) == (size.columns == 120))
    app.press(.pageUp, .up)
    let top = app.screen
    #expect(!top.contains("Line 40 "))
    app.type("w?")
    #expect(app.screen.contains("Ask: w?"))
    for _ in 0..<60 { app.press(.down) }
    #expect(app.state.chat?.scroll == nil && app.screen.contains("Line 40"))
    app.take(.resized(Size(columns: 50, rows: 13)))
    #expect(app.state.view().size == Size(columns: 50, rows: 13))
  }

  @Test("In a review one can ask as soon as the answer is graded")
  func review() async throws {
    let app = try await study(ModelStandIn.factory { _ in "x" })
    try await answer(app)
    app.press(.escape)
    app.pass(120)
    app.press(.character("r"))
    try await app.wait { $0.state.review?.asked != nil }
    app.press(.character("w"))
    #expect(app.state.chat == nil)
    app.press(.character("a"))
    try await app.wait { $0.state.review?.asked?.kept != nil }
    app.press(.character("w"))
    #expect(app.state.chat != nil)
  }
}
