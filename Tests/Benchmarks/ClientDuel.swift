import ArgumentParser
import AsyncHTTPClient
import Foundation
import LanguageModels
import TestSupport

/// Our client and a bare one, asking one server the same in turns.
struct ClientDuel {
  private let service: LocalLLMService
  private let bare: HTTPClient
  private let request: HTTPClientRequest
  private let maxTokens: Int

  /// Sees what our client sends, for the bare one to send the same bytes.
  init(url: String, maxTokens: Int) async throws {
    guard var address = URLComponents(string: url) else { throw ValidationError("\"\(url)\" is not an address.") }
    let mirror = try ScriptedServer { _, _ in ScriptedServer.stream("x") }
    _ = try await LocalLLMService.measured(url: mirror.url + address.path)
      .generate(Self.request(maxTokens: maxTokens)) { _ in }
    let sent = mirror.requests[0]
    address.path = String(sent.line.split(separator: " ")[1])
    var request = HTTPClientRequest(url: address.string ?? url)
    request.method = .POST
    for (name, value) in sent.headers where name != "host" && name != "content-length" {
      request.headers.add(name: name, value: value)
    }
    request.body = .bytes(Array(sent.body.utf8))
    (self.request, self.maxTokens) = (request, maxTokens)
    service = try .measured(url: url)
    bare = HTTPClient()
  }

  static func request(maxTokens: Int) -> LLMRequest {
    LLMRequest(messages: [LLMMessage(.user, "What is a cell?")], maxTokens: maxTokens, temperature: 0, seed: 1)
  }

  /// Lets both ask, in turns, and prints what a request took.
  func run(rounds: Int, requests: Int, parallel: Int) async throws {
    var (ours, others) = ([Double](), [Double]())
    // The first round makes the connections, and does not count.
    for round in 0...rounds {
      for isOurs in round.isMultiple(of: 2) ? [true, false] : [false, true] {
        let time = try await Self.microseconds(requests, parallel: parallel) {
          isOurs ? try await askOurs() : try await askBare()
        }
        guard round > 0 else { continue }
        if isOurs { ours.append(time) } else { others.append(time) }
      }
    }
    let ratio = Spread(zip(ours, others).map { $0 / $1 })
    print("  testlet          \(Spread(ours).text(0)) us a request")
    print("  bare client      \(Spread(others).text(0)) us a request")
    print("  ratio by round   \(ratio.text(3))")
  }

  /// Closes the bare client's connections.
  func shutDown() async throws { try await bare.shutdown() }

  /// The time of one request out of many, so many of them at once.
  static func microseconds(
    _ count: Int, parallel: Int, _ ask: @escaping @Sendable () async throws -> Void
  ) async throws -> Double {
    let share = max(1, count / parallel)
    let start = ContinuousClock.now
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<parallel {
        group.addTask { for _ in 0..<share { try await ask() } }
      }
      try await group.waitForAll()
    }
    return (ContinuousClock.now - start) / .microseconds(1) / Double(share * parallel)
  }

  private func askOurs() async throws {
    _ = try await service.generate(Self.request(maxTokens: maxTokens)) { _ in }
  }

  /// A server may close a connection that rests while the other client has its turn: then it is asked on a new one.
  private func askBare() async throws {
    for _ in 0..<4 {
      do {
        return try await exchange()
      } catch {
        continue
      }
    }
    try await exchange()
  }

  private func exchange() async throws {
    let response = try await bare.execute(request, timeout: .seconds(60))
    for try await _ in response.body {}
  }
}
