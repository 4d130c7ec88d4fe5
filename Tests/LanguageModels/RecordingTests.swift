import Synchronization
import TestSupport
import Testing

@testable import LanguageModels

@Suite("Answers that a real llama.cpp server gave, replayed")
struct RecordingTests {
  private static let answers: [(Recording, String)] = [
    (.stream, "{\n  \"answer\": \"chlorophyll\"\n}"),
    (.whole, "A cell is a fundamental unit of a computer's memory that stores data and instructions."),
  ]
  private static let refusal = LLMError.status(
    code: 400,
    detail: "Unable to generate parser for this template. Automatic parser generation failed: "
      + "JSON schema error at #: unrecognized type nonsense")
  private static let models = [ModelInfo(name: "model-1", bytes: 1_111_370_240, contextLength: 4096)]

  /// All at once, and one byte at a time.
  private static let manners: [@Sendable ([UInt8]) -> [ScriptedServer.Step]] = [
    { [.sendBytes($0)] }, { $0.map { .sendBytes([$0]) } },
  ]

  @Test("Whole and byte by byte they are the answers that they were") func replayed() async throws {
    for manner in Self.manners {
      for (recording, text) in Self.answers {
        let server = try ScriptedServer { _, _ in manner(recording.bytes) }
        let response = try await backend(server.url).generate(helloRequest) { _ in }
        #expect(response.text == text && response.finishReason == .stop && response.model == "model-1")
        let usage = response.usage
        let counts = [usage.promptTokens, usage.cachedPromptTokens, usage.outputTokens]
        #expect(counts == (recording == .stream ? [40, 4, 16] : [39, 24, 18]))
      }
      let refusing = try ScriptedServer { _, _ in manner(Recording.refusal.bytes) }
      await #expect(throws: Self.refusal) { try await backend(refusing.url).generate(helloRequest) { _ in } }
      let listing = try ScriptedServer { _, _ in manner(Recording.models.bytes) }
      #expect(try await backend(listing.url).models() == Self.models)
    }
  }

  /// Of the long one every fifth place, and each place near its ends.
  @Test("Cut off anywhere they are an error, or the whole answer where it has come", .timeLimit(.minutes(3)))
  func cuts() async throws {
    for (recording, text) in Self.answers {
      let bytes = recording.bytes
      let places = (0...bytes.count).filter { $0 < 400 || $0 > bytes.count - 1000 || $0 % 5 == 0 }
      try await Self.cut(bytes, at: places) { backend, place in
        do {
          let response = try await backend.generate(helloRequest) { _ in }
          #expect(response.text == text && response.finishReason == .stop, "cut at \(place)")
          #expect(place > recording.bytesOfNoAnswer, "cut at \(place)")
        } catch {
          #expect(error is LLMError && place < bytes.count, "cut at \(place): \(error)")
        }
      }
    }
  }

  @Test("Cut off anywhere a refusal is an error, and a list of models is whole or an error", .timeLimit(.minutes(1)))
  func otherCuts() async throws {
    let refusal = Recording.refusal.bytes
    try await Self.cut(refusal, at: Array(0...refusal.count)) { backend, place in
      let error = await #expect(throws: LLMError.self, "cut at \(place)") {
        try await backend.generate(helloRequest) { _ in }
      }
      #expect(place < refusal.count || error == Self.refusal)
    }
    let list = Recording.models.bytes
    try await Self.cut(list, at: Array(0...list.count)) { backend, place in
      do {
        #expect(try await backend.models() == Self.models && place == list.count, "cut at \(place)")
      } catch {
        #expect(error is LLMError && place < list.count, "cut at \(place): \(error)")
      }
    }
  }

  @Test("Without its framing, too, a stream that is cut anywhere is an error or the whole answer")
  func cutEvents() throws {
    let events = Self.events(of: Recording.stream.bytes)
    let url = try ServerURL("http://localhost:1/v1")
    var wholes = 0
    for place in 0...events.count {
      var reader = ChatStreamReader(dialect: OpenAIDialect(url), key: nil, limits: HTTPLimits())
      do {
        _ = try reader.feed(events[..<place])
        _ = try reader.finish()
        #expect(reader.text == Self.answers[0].1 && reader.finishReason == .stop, "cut at \(place)")
        wholes += 1
      } catch {
        #expect(place < events.count, "cut at \(place): \(error)")
      }
    }
    // Where it says that it stops, where it counts, and its end.
    #expect(wholes > 2 && wholes < events.count / 2)
  }

  /// Has a server break an answer off at each of some places, and asks it there.
  private static func cut(
    _ bytes: [UInt8], at places: [Int], _ ask: (OpenAICompatibleBackend, Int) async throws -> Void
  ) async throws {
    let length = Mutex(0)
    let server = try ScriptedServer { _, _ in [.sendBytes(Array(bytes.prefix(length.withLock { $0 })))] }
    let backend = try backend(server.url)
    for place in places {
      length.withLock { $0 = place }
      try await ask(backend, place)
    }
  }

  /// The body of a chunked answer, without its framing.
  private static func events(of bytes: [UInt8]) -> [UInt8] {
    var rest = bytes[...]
    func line() -> String {
      let line = rest.prefix { $0 != UInt8(ascii: "\n") }
      rest = rest.dropFirst(line.count + 1)
      return String(decoding: line.dropLast(), as: UTF8.self)
    }
    while !line().isEmpty {}
    var events: [UInt8] = []
    while let size = Int(line(), radix: 16), size > 0 {
      events += rest.prefix(size)
      rest = rest.dropFirst(size + 2)
    }
    return events
  }
}
