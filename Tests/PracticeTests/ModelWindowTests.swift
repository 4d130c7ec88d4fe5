import LanguageModels
import Synchronization
import Testing

@testable import PracticeTests

/// What fits into a model's window.
@Suite struct ModelWindowTests {
  private static func request(_ bytes: Int, answer: Int = 100) -> LLMRequest {
    LLMRequest(messages: [LLMMessage(.user, String(repeating: "a", count: bytes))], maxTokens: answer)
  }

  /// A window with a counter that finds four bytes in every token.
  private static func counting(_ tokens: Int) -> ModelWindow {
    ModelWindow(tokens: tokens) { $0.utf8.count / 4 }
  }

  @Test(
    "A request is counted where the estimate is too large, and refused with a reason where that is too",
    arguments: [
      // Bytes, window, whether it fits with a counter, whether it fits by the estimate.
      (300, 250, true, true), (1200, 500, true, false), (1200, 400, false, false), (1200, 10_000, true, true),
    ])
  func check(bytes: Int, tokens: Int, counted: Bool, estimated: Bool) async {
    let request = Self.request(bytes)
    for (window, fits) in [
      (Self.counting(tokens), counted), (ModelWindow(tokens: tokens) { _ in nil }, estimated), (.unknown, true),
    ] {
      do throws(LLMError) {
        try await window.check(request)
        #expect(fits)
      } catch {
        #expect(!fits)
        guard case .contextExceeded(let prompt, tokens) = error else {
          Issue.record("\(error)")
          return
        }
        #expect(prompt > tokens - 100)
      }
    }
  }

  @Test("Nobody is asked to count what fits by any count")
  func estimate() async throws {
    let window = ModelWindow(tokens: 1000) { _ in
      Issue.record("counted")
      return nil
    }
    try await window.check(Self.request(900))
    #expect(await window.hasRoom(for: Self.request(900)))
    #expect(await !ModelWindow.unknown.hasRoom(for: Self.request(20_000)))
  }

  // MARK: - In a request for a whole draft

  private static let sayings = (1...3).map { "Saying number \($0): " + String(repeating: "word ", count: 40) }

  private func assignment(_ window: ModelWindow) throws -> SlotAssignment {
    var assignment = try #require(try SampleSlots(1).assignments.first)
    (assignment.window, assignment.neighbours) = (window, Self.sayings)
    return assignment
  }

  private func prompt(within tokens: Int?) async throws -> String {
    let asked = Mutex("")
    let service = try GenerationFixture.model { request in
      asked.withLock { $0 = request.messages[1].content }
      return "{}"
    }
    let window = ModelWindow(tokens: tokens) { $0.utf8.count / 4 }
    _ = try await service.generateQuestionForSlot(assignment(window)) { _ in }
    return asked.withLock { $0 }
  }

  @Test("What the notes say elsewhere is left out from the end as the window gets smaller; the passage never")
  func fitted() async throws {
    let passage = try assignment(.unknown).passage.text
    var counts: [Int] = []
    for tokens in stride(from: 2400, through: 1000, by: -20) {
      do {
        let prompt = try await prompt(within: tokens)
        #expect(prompt.contains(passage))
        let kept = Self.sayings.map { prompt.contains($0) }
        counts.append(kept.filter(\.self).count)
        #expect(kept == kept.sorted { $0 && !$1 })
      } catch LLMError.contextExceeded(_, let limit) {
        #expect(limit == tokens)
        counts.append(-1)
      }
    }
    #expect(counts == counts.sorted(by: >))
    #expect(Set(counts) == [3, 2, 1, 0, -1])
    #expect(try await prompt(within: nil).contains(Self.sayings[2]))
  }

  @Test("A slot whose passage does not fit is filled without the model, and costs no request")
  func tooSmall() async throws {
    let fixture = try GenerationFixture()
    let id = try fixture.plan(1)
    let service = try GenerationFixture.model { _ in
      Issue.record("asked")
      return ""
    }
    let generator = TestGenerator(
      library: fixture.library, service: service, settings: .atOnce, newID: Library.randomID)
    let test = try fixture.library.test(id)
    let builtIn = BuiltInWriter(
      lexicon: fixture.material.lexicon, passages: fixture.material.passages, slots: test.blueprint.slots, seed: 5)
    let outcome = try await fixture.library.withLease(test: id) { lease in
      let desk = AcceptanceDesk(
        library: fixture.library, test: test, lease: lease, newID: Library.randomID
      ) { _ in }
      var pipeline = generator.pipeline(of: test, fixture.material, builtIn, desk) { _ in }
      let writer = await service.selected
      pipeline.windows = ModelWindows(service, known: [writer: ModelWindow(tokens: 300) { _ in nil }])
      return try await pipeline.fill(test.slots[0].slot)
    }
    #expect(outcome?.missing == nil && outcome?.stats.fallbacks == 1)
    #expect(try fixture.library.test(id).questions.map(\.provenance.origin) == [.builtin])
  }

  // MARK: - Neighbours

  @Test("Definitions of a passage's terms that stand elsewhere come with it, its own do not")
  func neighbours() throws {
    let document = NoteReader.document(
      text: """
        # Cells

        ## Organelles

        A **ribosome** is a particle of RNA and protein that builds every protein of the cell from amino acids.

        ## Membranes

        The **rough endoplasmic reticulum** is a network of membranes that carries each ribosome on its outer surface.
        """, name: "cells.md")
    let neighbours = Neighbours(Lexicon(documents: [document]))
    let (first, second) = (document.passages[0], document.passages[1])
    #expect(neighbours.sentences(for: second).contains { $0.contains("particle of RNA") })
    #expect(neighbours.sentences(for: first).allSatisfy { !$0.contains("particle of RNA") })
    let prompt = SlotPrompt(slot: .fixture(0), passage: second, neighbours: neighbours.sentences(for: second))
    #expect(prompt.messages[1].content.contains("only to understand the passage"))
    #expect(!prompt.ownWords.contains("particle of RNA"))
  }
}
