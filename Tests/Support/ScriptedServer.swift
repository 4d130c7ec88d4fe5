import Foundation
import Synchronization

/// A server on this machine that does what a test tells it to: for each request a list of steps, after which it closes
/// the connection, unless the last step keeps it.
public final class ScriptedServer: Sendable {
  /// One thing that it does with a connection.
  public enum Step: Sendable {
    /// Sends a text.
    case send(String)
    /// Sends bytes, whatever they are.
    case sendBytes([UInt8])
    /// Waits until the client closes the connection.
    case hold
    /// Sends the same bytes until the client closes the connection.
    case flood(String)
    /// Waits for the next request on the same connection.
    case keep
    /// Breaks the connection off, without the end that a closed one has.
    case reset
    /// Closes the connection, and for a while refuses whoever connects.
    case refuse(milliseconds: UInt32)
  }

  /// What it was asked.
  public struct Request: Sendable {
    /// The first line.
    public var line: String
    /// Names in lower case.
    public var headers: [String: String]
    /// The body.
    public var body: String
  }

  private struct Record {
    var requests: [Request] = []
    var connections = 0
  }

  /// Where it listens.
  public let port: Int
  /// One element each time that a client closed a connection that was held or flooded: when that was seen.
  public let closings: AsyncStream<ContinuousClock.Instant>

  private let listener: Mutex<Int32>
  private let record = Mutex(Record())
  private let closed: AsyncStream<ContinuousClock.Instant>.Continuation
  private let script: @Sendable (Request, Int) -> [Step]

  /// Starts a server; the script gets each request and its number from 0.
  public init(_ script: @escaping @Sendable (Request, Int) -> [Step]) throws {
    self.script = script
    (closings, closed) = AsyncStream.makeStream()
    let (descriptor, port) = try Self.listen()
    listener = Mutex(descriptor)
    self.port = port
    acceptAll(on: descriptor)
  }

  deinit {
    // Wakes the thread that accepts, which then closes.
    listener.withLock { _ = shutdown($0, Int32(SHUT_RDWR)) }
  }

  /// Accepts connections until the listener is shut down.
  private func acceptAll(on descriptor: Int32) {
    let weakly = Weakly(server: self)
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

  /// Its address.
  public var url: String { "http://127.0.0.1:\(port)" }

  /// What it was asked until now.
  public var requests: [Request] { record.withLock { $0.requests } }

  /// How many connections were made to it.
  public var connections: Int { record.withLock { $0.connections } }

  private func serve(_ client: Int32) {
    record.withLock { $0.connections += 1 }
    // Every step is a packet of its own.
    Self.setOption(TCP_NODELAY, of: Int32(IPPROTO_TCP), to: Int32(1), on: client)
    while let request = Self.readRequest(client) {
      let number = record.withLock { record in
        record.requests.append(request)
        return record.requests.count - 1
      }
      let steps = script(request, number)
      guard steps.allSatisfy({ take($0, client) }), case .keep? = steps.last else { return }
    }
  }

  /// Whether the connection is still there after a step.
  private func take(_ step: Step, _ client: Int32) -> Bool {
    switch step {
    case .send(let text): return Self.send(Array(text.utf8), to: client)
    case .sendBytes(let bytes): return Self.send(bytes, to: client)
    case .keep: return true
    case .reset:
      // Without a time to linger, closing resets.
      Self.setOption(SO_LINGER, of: SOL_SOCKET, to: linger(l_onoff: 1, l_linger: 0), on: client)
      return false
    case .refuse(let time):
      refuse(client, milliseconds: time)
      return false
    case .hold:
      var byte: UInt8 = 0
      while recv(client, &byte, 1, 0) > 0 {}
    case .flood(let text):
      let bytes = Array(text.utf8)
      while Self.send(bytes, to: client) {}
    }
    closed.yield(.now)
    return false
  }

  private func refuse(_ client: Int32, milliseconds: UInt32) {
    listener.withLock { listener in
      shutdown(listener, Int32(SHUT_RDWR))
      // Bound at once, so that the port stays its own; who connects to what does not listen yet is refused.
      guard let (next, _) = try? Self.bound(to: port) else { return }
      shutdown(client, Int32(SHUT_RDWR))
      usleep(milliseconds * 1000)
      guard Foundation.listen(next, Self.backlog) == 0 else { return }
      listener = next
      acceptAll(on: next)
    }
  }

  /// Lets the accepting thread not keep the server alive.
  private struct Weakly: Sendable {
    weak var server: ScriptedServer?
  }
}
