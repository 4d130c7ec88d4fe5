import Foundation
import Synchronization

/// A server on this machine that misbehaves as a test tells it to: one request for each connection, then a list of steps.
final class ScriptedServer: Sendable {
  enum Step: Sendable {
    /// Sends bytes.
    case send(String)
    /// Waits until the client closes the connection.
    case hold
    /// Sends the same bytes until the client closes the connection.
    case flood(String)
  }

  struct Request: Sendable {
    var line: String
    /// Names in lower case.
    var headers: [String: String]
    var body: String
  }

  let port: Int
  /// One element each time that a client closed a connection that was held or flooded.
  let closings: AsyncStream<Void>

  private let listener: Int32
  private let received = Mutex<[Request]>([])
  private let closed: AsyncStream<Void>.Continuation
  private let script: @Sendable (Request, Int) -> [Step]

  /// Starts a server; the script gets each request and its number from 0.
  init(_ script: @escaping @Sendable (Request, Int) -> [Step]) throws {
    self.script = script
    (closings, closed) = AsyncStream.makeStream()
    (listener, port) = try Self.listen()
    let (descriptor, weakly) = (listener, Weakly(self))
    Thread.detachNewThread {
      while true {
        let client = accept(descriptor, nil, nil)
        guard client >= 0 else { break }
        Thread.detachNewThread {
          weakly.server?.serve(client)
          close(client)
        }
      }
      close(descriptor)
    }
  }

  deinit {
    // Wakes the thread that accepts, which then closes.
    shutdown(listener, Int32(SHUT_RDWR))
  }

  var url: String { "http://127.0.0.1:\(port)" }

  var requests: [Request] { received.withLock { $0 } }

  /// The answer to a request, as one step.
  static func answer(_ status: Int, _ body: String, headers: [String] = []) -> Step {
    let lines =
      ["HTTP/1.1 \(status) Test", "Content-Length: \(body.utf8.count)", "Connection: close"] + headers
    return .send(lines.joined(separator: "\r\n") + "\r\n\r\n" + body)
  }

  /// The beginning of a stream that ends when the connection does.
  static let streamHead = Step.send(
    "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n")

  /// A whole streamed answer.
  static func stream(_ content: String, finish: String = "stop") -> [Step] {
    [streamHead, .send(event(content)), .send(end(finish)), .send("data: [DONE]\n\n")]
  }

  static func event(_ content: String) -> String {
    let text = content.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    return #"data: {"model":"test-model","choices":[{"delta":{"content":"\#(text)"},"finish_reason":null}]}"# + "\n\n"
  }

  static func end(_ reason: String) -> String {
    #"data: {"choices":[{"delta":{},"finish_reason":"\#(reason)"}]}"# + "\n\n"
  }

  private func serve(_ client: Int32) {
    guard let request = Self.readRequest(client) else { return }
    let number = received.withLock { requests in
      requests.append(request)
      return requests.count - 1
    }
    for step in script(request, number) {
      switch step {
      case .send(let text): guard Self.send(text, to: client) else { return }
      case .hold:
        var byte: UInt8 = 0
        while recv(client, &byte, 1, 0) > 0 {}
        closed.yield()
      case .flood(let text):
        while Self.send(text, to: client) {}
        closed.yield()
      }
    }
  }

  private static func send(_ text: String, to client: Int32) -> Bool {
    let bytes = Array(text.utf8)
    var offset = 0
    while offset < bytes.count {
      let count = bytes[offset...].withUnsafeBytes {
        Foundation.send(client, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      offset += count
    }
    return true
  }

  private static func readRequest(_ client: Int32) -> Request? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let text = String(decoding: bytes, as: UTF8.self)
      if let end = text.range(of: "\r\n\r\n") {
        let lines = text[..<end.lowerBound].components(separatedBy: "\r\n")
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
          let parts = line.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
          headers[parts[0].lowercased()] = parts.count > 1 ? parts[1] : ""
        }
        let body = String(text[end.upperBound...])
        if body.utf8.count >= Int(headers["content-length"] ?? "0") ?? 0 {
          return Request(line: lines[0], headers: headers, body: body)
        }
      }
      let count = recv(client, &buffer, buffer.count, 0)
      guard count > 0 else { return nil }
      bytes += buffer[..<count]
    }
  }

  private static func listen() throws -> (Int32, Int) {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let port = try withUnsafeMutablePointer(to: &address) { pointer in
      try pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        guard bind(descriptor, generic, length) == 0, Foundation.listen(descriptor, 64) == 0,
          getsockname(descriptor, generic, &length) == 0
        else { throw POSIXError(.EADDRINUSE) }
      }
      return Int(UInt16(bigEndian: pointer.pointee.sin_port))
    }
    return (descriptor, port)
  }

  /// A port on which nothing listens.
  static func refusingPort() throws -> Int {
    let (descriptor, port) = try listen()
    close(descriptor)
    return port
  }

  /// Lets the accepting thread not keep the server alive.
  private final class Weakly: Sendable {
    // Written once, in the initialiser; reading a weak reference is atomic.
    nonisolated(unsafe) private(set) weak var server: ScriptedServer?

    init(_ server: ScriptedServer) { self.server = server }
  }
}
