import ArgumentParser
import LanguageModels
import TestSupport

/// `measure client`: what our client costs beside a bare one, how many connections it makes, and how soon it leaves.
struct ClientMeasure: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "client",
    abstract: "Compare the client with a bare one that sends the same bytes, on an instant server and on a real one.",
    discussion: """
      The bare client is AsyncHTTPClient, which reads the answer and looks at nothing. Both take turns, and who begins \
      changes with each round. Figures are medians with their quartiles.
      """)

  @Option(help: "The base URL of a real server on this machine, to measure on it too.")
  var url: String?

  @Option(help: "Rounds.")
  var rounds = 15

  @Option(help: "Requests of a round to the instant server.")
  var requests = 400

  @Option(help: "Requests of a round to the real server, for a few tokens each.")
  var realRequests = 8

  @Option(help: "Requests at once.")
  var parallel = 4

  func run() async throws {
    let pieces = ["The ", "heart ", "of ", "a ", "cell ", "is ", "its ", "nucleus", "."]
    for width in Set([1, parallel]).sorted() {
      let server = try ScriptedServer { _, _ in ScriptedServer.keptStream(pieces) }
      print("instant server, \(width) at once")
      let duel = try await ClientDuel(url: server.url, maxTokens: 16)
      try await duel.run(rounds: rounds, requests: requests, parallel: width)
      try await duel.shutDown()
      try await countConnections(width, pieces)
    }
    try await CancelMeasure.closing(rounds: 20)
    guard let url else { return }
    print("real server, \(parallel) at once")
    let duel = try await ClientDuel(url: url, maxTokens: 8)
    do {
      try await duel.run(rounds: rounds, requests: realRequests, parallel: parallel)
    } catch {
      try await duel.shutDown()
      throw error
    }
    try await duel.shutDown()
    try await CancelMeasure.freeing(url: url, rounds: 5)
  }

  private func countConnections(_ width: Int, _ pieces: [String]) async throws {
    let server = try ScriptedServer { _, _ in ScriptedServer.keptStream(pieces) }
    let service = try LocalLLMService.measured(url: server.url)
    _ = try await ClientDuel.microseconds(requests, parallel: width) {
      _ = try await service.generate(ClientDuel.request(maxTokens: 16)) { _ in }
    }
    print("  connections      \(server.connections) for \(server.requests.count) requests")
  }
}
