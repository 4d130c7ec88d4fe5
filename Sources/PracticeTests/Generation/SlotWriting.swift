import LanguageModels

/// One try at a slot.
public struct SlotAssignment: Sendable {
  /// What is to be written.
  public var slot: QuestionSlot
  /// What it is grounded in.
  public var passage: Passage
  /// Counted from 0.
  public var attempt = 0
  /// What was wrong with the draft before.
  public var violations: [Violation] = []
  /// How a model is asked; in one request all the same where there is nothing to ask about in stages.
  public var method = DraftingMethod.staged
  /// What the notes say elsewhere of the passage's terms, for where there is room.
  public var neighbours: [String] = []
  /// Answers that the test asks for already, as answers are compared.
  var answers: Set<String> = []
  /// What the model can hold.
  var window = ModelWindow.unknown
  /// The writer that needs no model: for the mock backend, and for what code chooses for a model.
  public var builtIn: BuiltInWriter

  /// What staged drafting is about in this try: after two tries at one subject, the next.
  var target: DraftTarget? {
    let targets = builtIn.targets(for: slot).filter { isNew($0.key) }
    return targets.isEmpty ? nil : targets[attempt / 2 % targets.count]
  }

  /// Whether the test does not ask for an answer yet.
  func isNew(_ answer: String) -> Bool {
    Likeness.key(slot.format, answer).map { !answers.contains($0) } ?? true
  }

  /// The sentence in which a model may choose the answer in this try; after two tries at one, the next.
  private var sentence: AskableSentence? {
    let sentences = builtIn.sentences(for: slot)
    return sentences.isEmpty ? nil : sentences[attempt / 2 % sentences.count]
  }

  /// What a draft in stages is about in this try; `nil` where there is nothing, or the whole draft is asked for at once.
  var subject: DraftSubject? {
    switch (method, slot.format) {
    case (.oneShot, _): nil
    case (_, .explanation): .passage
    case (.staged, _): target.map(DraftSubject.target)
    case (.open, _): sentence.map(DraftSubject.sentence)
    }
  }

  /// Goes on to the next try, which is told what was wrong with this one as long as it is about the same subject.
  mutating func goOn(after faults: [Violation]) {
    let before = subject
    attempt += 1
    violations = subject == before ? faults : []
  }
}

/// What came back for a slot, and what it cost.
struct SlotAnswer: Sendable {
  /// The draft, or why there is none.
  var reading: DraftReading
  /// Who answered, and the cost of all requests; `nil` where there was nothing to ask about.
  var response: LLMResponse?
  /// Requests that it took.
  var requests = 0
  /// Answers whose form had to be repaired to read them.
  var repairedAnswers = 0
  /// How the model was really asked.
  var method = DraftingMethod.oneShot
}

extension LocalLLMService {
  /// Has a backend write a draft for a slot: in stages about a subject that code has chosen, or in one request. A model
  /// that needs a subject given would ask about trifles without one, so it is asked nothing then.
  ///
  /// - Parameters:
  ///   - id: the backend that writes the whole of it; the mock has its own way.
  ///   - onText: called with each piece of the answers as it arrives.
  /// - Throws: `LLMError`, or `CancellationError`.
  func generateQuestionForSlot(
    _ assignment: SlotAssignment, backend id: String? = nil, onText: @escaping @Sendable (String) -> Void
  ) async throws -> SlotAnswer {
    let writer = id ?? selected.id
    let isMock = backends.first { $0.id == writer }?.kind == .mock
    guard !isMock, assignment.method != .oneShot else {
      return try await writeAtOnce(assignment, backend: writer, onText: onText)
    }
    guard let subject = assignment.subject else { return SlotAnswer(reading: .unreadable([.nothingToAskAbout])) }
    var drafter = StagedDrafter(service: self, backend: writer, assignment: assignment, onText: onText)
    let reading = try await drafter.draft(about: subject)
    guard let response = drafter.response else { throw LLMError.emptyAnswer }
    return SlotAnswer(
      reading: reading, response: response, requests: drafter.requests, repairedAnswers: drafter.repairedAnswers,
      method: subject.method)
  }

  /// One request for the whole draft.
  private func writeAtOnce(
    _ assignment: SlotAssignment, backend id: String, onText: @escaping @Sendable (String) -> Void
  ) async throws -> SlotAnswer {
    let request = try await assignment.requestAtOnce()
    let response = try await generate(request, backend: id) { delta in
      if case .text(let piece) = delta { onText(piece) }
    }
    guard response.finishReason != .length else {
      return SlotAnswer(reading: .unreadable([.cutOff]), response: response, requests: 1)
    }
    // The built-in writer chooses the format itself.
    let slot = response.kind == .mock ? nil : assignment.slot
    let reading = DraftReader.read(response.text, for: slot)
    let isRepaired = if case .draft(_, let repairs) = reading { !repairs.isEmpty } else { false }
    return SlotAnswer(reading: reading, response: response, requests: 1, repairedAnswers: isRepaired ? 1 : 0)
  }
}

extension SlotAssignment {
  /// The request for the whole draft, with what there is room for of the notes beside the passage.
  ///
  /// - Throws: `LLMError.contextExceeded` where not even the passage fits.
  fileprivate func requestAtOnce() async throws(LLMError) -> LLMRequest {
    var told = neighbours
    while !told.isEmpty, await !window.hasRoom(for: requestAtOnce(telling: told)) { told.removeLast() }
    let request = requestAtOnce(telling: told)
    try await window.check(request)
    return request
  }

  private func requestAtOnce(telling neighbours: [String]) -> LLMRequest {
    let prompt = SlotPrompt(slot: slot, passage: passage, neighbours: neighbours, violations: violations)
    return LLMRequest(
      messages: prompt.messages, schema: slot.format.draftSchema, maxTokens: 700,
      temperature: DraftStage.temperature(attempt: attempt), seed: UInt64(attempt), attachment: self)
  }
}

extension Violation {
  /// The token limit ended the answer before the model did.
  static let cutOff = Violation(
    gate: .schema, field: "draft", action: .reject,
    message: "The answer was cut off by the token limit: write shorter fields.")
}

/// Answers a mock backend's requests with the built-in writer.
public enum BuiltInResponder {
  /// The built-in draft for the slot that a request was built from, as JSON; a refusal where the notes hold nothing
  /// more to ask about, or where the request is not about a slot (in plain words, where it asks for no JSON).
  public static func respond(to request: LLMRequest) -> String {
    guard let assignment = request.attachment as? SlotAssignment else {
      let reason = "The built-in writer only writes questions: choose a model for this."
      return request.schema == nil ? reason : refusal(reason)
    }
    guard let written = assignment.builtIn.draft(for: assignment.slot, attempt: assignment.attempt) else {
      return refusal(assignment.builtIn.reasonForNone(assignment.slot))
    }
    return written.draft.json.text
  }

  private static func refusal(_ reason: String) -> String {
    JSONValue.members([("error", .string("CONTRACT_VIOLATION")), ("reason", .string(reason))]).text
  }
}
