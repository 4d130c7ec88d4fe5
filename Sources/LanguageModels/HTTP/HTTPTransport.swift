import AsyncHTTPClient
import Logging
import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// The only way out to a server. It asks the ``EgressPolicy`` before it connects, follows no redirect, and keeps every
/// limit; leaving an exchange early, by cancelling or by an error, closes its connection.
///
/// The client beneath it is made at the first request, so that a program that needs no server pays nothing for it.
public final class HTTPTransport: Sendable {
  private enum State {
    case idle
    case running(HTTPClient)
    case shutDown
  }

  /// What may be reached.
  let egress: EgressPolicy
  private let logger: Logger
  private let state = Mutex(State.idle)

  /// Makes a transport under a policy; the logger is told of every exchange at the level `debug`.
  public init(egress: EgressPolicy, logger: Logger = .silent) {
    self.egress = egress
    self.logger = logger
  }

  deinit {
    // The client keeps itself until it has closed its connections; without this it would stop the program.
    if case .running(let client) = state.withLock({ $0 }) { client.shutdown { _ in } }
  }

  /// Closes every connection; later requests fail.
  public func shutDown() async {
    let previous = state.withLock { state in
      defer { state = .shutDown }
      return state
    }
    if case .running(let client) = previous { try? await client.shutdown() }
  }

  /// Sends a request and hands the answer to a reader, which may return before the body ends.
  ///
  /// - Throws: ``LLMError``, what the reader throws, or `CancellationError`.
  func exchange<Result: Sendable>(
    _ request: HTTPRequest, reading read: @escaping @Sendable (HTTPHead, HTTPBody) async throws -> Result
  ) async throws -> Result {
    try egress.check(request.url, backend: request.backend, keySource: request.keySource)
    let client = try runningClient()
    let clock = ExchangeClock(limits: request.limits)
    return try await withThrowingTaskGroup(of: Result.self) { group in
      defer { group.cancelAll() }
      group.addTask {
        try await self.perform(request, client: client, clock: clock, reading: read)
      }
      group.addTask { try await clock.watch() }
      do {
        guard let result = try await group.next() else { throw CancellationError() }
        return result
      } catch is ExchangeClock.Lingering {
        // The answer is there: closing the connection lets its reader return it.
        group.cancelAll()
        guard let result = try await group.next() else { throw CancellationError() }
        return result
      }
    }
  }

  private func perform<Result: Sendable>(
    _ request: HTTPRequest, client: HTTPClient, clock: ExchangeClock,
    reading read: @Sendable (HTTPHead, HTTPBody) async throws -> Result
  ) async throws -> Result {
    do {
      let response = try await Self.response(to: Self.clientRequest(request), client: client)
      let head = HTTPHead(
        status: Int(response.status.code), retryAfter: response.headers.first(name: "retry-after"))
      note(request, head, clock)
      return try await read(head, HTTPBody(chunks: response.body, limit: request.limits.bodyBytes, clock: clock))
    } catch {
      try Task.checkCancellation()
      throw Self.failure(error, url: request.url)
    }
  }

  /// How many kept connections in a row may turn out to be closed: a server that ends each after so many requests ends
  /// several at once when they are used in turn.
  private static let mostClosed = 4

  /// Asks, and again where the server closed a kept connection just as it was used: no answer has begun then, and asking a
  /// model twice changes nothing.
  private static func response(to request: HTTPClientRequest, client: HTTPClient) async throws -> HTTPClientResponse {
    // The exchange has its own clock; this deadline only has to be later.
    let deadline = NIODeadline.now() + .hours(24)
    for _ in 0..<mostClosed {
      do {
        return try await client.execute(request, deadline: deadline)
      } catch  where isClosed(error) {
        continue
      }
    }
    return try await client.execute(request, deadline: deadline)
  }

  private static func isClosed(_ error: any Error) -> Bool {
    switch error {
    case ChannelError.ioOnClosedChannel, ChannelError.eof: true
    case let error as HTTPClientError: error == .remoteConnectionClosed
    case let error as IOError: error.errnoCode == ECONNRESET || error.errnoCode == EPIPE
    default: false
    }
  }

  private func note(_ request: HTTPRequest, _ head: HTTPHead, _ clock: ExchangeClock) {
    logger.debug(
      "exchange",
      metadata: [
        "backend": "\(request.backend)", "method": "\(request.body == nil ? "GET" : "POST")",
        "url": "\(request.url.text)", "status": "\(head.status)", "ms": "\(Int(clock.elapsed.inSeconds * 1000))",
      ])
  }

  private static func clientRequest(_ request: HTTPRequest) -> HTTPClientRequest {
    var outgoing = HTTPClientRequest(url: request.url.requestTarget)
    outgoing.headers.add(name: "user-agent", value: "testlet")
    outgoing.headers.add(name: "accept", value: "application/json, text/event-stream")
    for header in request.headers { outgoing.headers.add(name: header.name, value: header.value) }
    if let (header, key) = request.authorization {
      outgoing.headers.add(name: header, value: header == "authorization" ? "Bearer \(key.secret)" : key.secret)
    }
    if let body = request.body {
      outgoing.method = .POST
      outgoing.headers.add(name: "content-type", value: "application/json")
      outgoing.body = .bytes(Array(body.utf8))
    }
    return outgoing
  }

  private func runningClient() throws(LLMError) -> HTTPClient {
    let client = state.withLock { state -> HTTPClient? in
      switch state {
      case .running(let client): return client
      case .shutDown: return nil
      case .idle:
        let client = HTTPClient(configuration: Self.configuration)
        state = .running(client)
        return client
      }
    }
    guard let client else { throw .connectionLost }
    return client
  }

  private static var configuration: HTTPClient.Configuration {
    var configuration = HTTPClient.Configuration()
    configuration.redirectConfiguration = .disallow
    configuration.httpVersion = .http1Only
    configuration.timeout = .init(connect: TimeAmount(HTTPLimits.connect))
    // A refused connection is an answer: asking again until the deadline would only hide it.
    configuration.connectionPool.retryConnectionEstablishment = false
    // Shorter than servers keep an idle connection, so that none is reused while the server closes it.
    configuration.connectionPool.idleTimeout = .seconds(3)
    // Streams must not keep a question of how the server is waiting.
    configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 64
    return configuration
  }
}
