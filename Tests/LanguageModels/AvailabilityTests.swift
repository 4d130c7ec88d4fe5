import TestSupport
import Testing

@testable import LanguageModels

struct AvailabilityTests {
  private static let list = #"{"data":[{"id":"/models/qwen.gguf","owned_by":"x","meta":{"n_ctx":4096}},{"id":"b"}]}"#

  private func availability(
    model: String? = nil, _ answer: @escaping @Sendable (ScriptedServer.Request) -> ScriptedServer.Step
  ) async throws -> BackendAvailability {
    let server = try ScriptedServer { request, _ in [answer(request)] }
    return try await backend(server.url, model: model).availability()
  }

  @Test("A server that lists the model is available", arguments: [nil, "b", "/models/qwen.gguf", "qwen.gguf", "qwen"])
  func serverThatListsModelIsAvailable(model: String?) async throws {
    let found = try await availability(model: model) { _ in ScriptedServer.answer(200, Self.list) }
    guard case .available(_, proven: false) = found else {
      Issue.record("got \(found)")
      return
    }
  }

  @Test(
    "A server that can't be used says why",
    arguments: [
      (200, Self.list, UnavailableReason.modelMissing(model: "absent")),
      (401, "", .keyMissing(variable: nil)),
      (500, #"{"error":"x"}"#, .failed(status: 500, detail: "x")),
    ])
  func serverThatCantBeUsedSaysWhy(status: Int, body: String, reason: UnavailableReason) async throws {
    let found = try await availability(model: "absent") { _ in ScriptedServer.answer(status, body) }
    #expect(found == .unavailable(reason))
    #expect(found.reason?.isEmpty == false)
    #expect(found.nextStep(for: .openAICompatible())?.isEmpty == false)
  }

  @Test(
    "Another kind of server is a wrong address",
    arguments: [
      (404, "nope"), (200, "<html>"), (200, #"{"error":"Unexpected endpoint"}"#), (200, #"{"models":[]}"#), (302, ""),
    ])
  func anotherKindOfServerIsWrongAddress(status: Int, body: String) async throws {
    let found = try await availability { _ in ScriptedServer.answer(status, body) }
    guard case .unavailable(.wrongAddress) = found else {
      Issue.record("got \(found)")
      return
    }
  }

  @Test("A server without a list is taken as it is") func serverWithoutListIsTakenAsItIs() async throws {
    let found = try await availability(model: "m") { _ in ScriptedServer.answer(200, "") }
    #expect(found.isAvailable)
  }

  @Test("A server that offers nothing has no model") func serverThatOffersNothingHasNoModel() async throws {
    let found = try await availability { _ in ScriptedServer.answer(200, #"{"data":[]}"#) }
    #expect(found == .unavailable(.noModel))
  }

  @Test("A llama.cpp server that loads is loading") func llamaCppServerThatLoadsIsLoading() async throws {
    let loading = #"{"error":{"message":"Loading model","type":"unavailable_error","code":503}}"#
    let found = try await availability { request in
      request.line.contains("/health")
        ? ScriptedServer.answer(503, loading)
        : ScriptedServer.answer(200, #"{"data":[{"id":"m","owned_by":"llamacpp"}]}"#)
    }
    #expect(found == .loading("Loading model"))
    #expect(try await availability { _ in ScriptedServer.answer(503, loading) } == .loading("Loading model"))
  }

  @Test("Nothing listening is not running") func nothingListeningIsNotRunning() async throws {
    let url = "http://127.0.0.1:\(try ScriptedServer.refusingPort())"
    #expect(try await backend(url).availability() == .unavailable(.notRunning(url: url + "/v1")))
  }

  @Test("Models come with their context, and slots make parallel requests")
  func modelsComeWithTheirContextAndSlotsMakeParallelRequests() async throws {
    let server = try ScriptedServer { request, _ in
      [ScriptedServer.answer(200, request.line.contains("/props") ? #"{"total_slots":3}"# : Self.list)]
    }
    #expect(try await backend(server.url).models().map(\.contextLength) == [4096, nil])
    #expect(try await backend(server.url).capabilities().parallelism == 3)
    #expect(try await backend(server.url, parallel: 5).capabilities().parallelism == 5)
    #expect(server.requests.map(\.line).contains("GET /props HTTP/1.1"))
    let silent = try ScriptedServer { _, _ in [ScriptedServer.answer(404, "")] }
    #expect(try await backend(silent.url).capabilities().parallelism == 1)
  }
}
