import Synchronization

/// Something that changed about the backends.
public enum ServiceChange: Sendable, Hashable {
  /// The settings of the backends have changed.
  case configured([LLMBackendConfig], selected: String)
  /// Another backend is selected.
  case selected(id: String)
  /// A backend was asked how it is.
  case availability(id: String, BackendAvailability)
  /// A backend is gone, and another answers in its place where the request allows that.
  case standIn(for: String, by: String, reason: String)
  /// A backend that was gone is back: it answers for itself again.
  case isBack(id: String)
}

/// Hands changes to everyone who listens.
final class ChangeBroadcast: Sendable {
  private struct Listeners {
    var next = 0
    var continuations: [Int: AsyncStream<ServiceChange>.Continuation] = [:]
  }

  private let listeners = Mutex(Listeners())

  /// A new listener, from now on. One that does not listen for long loses the oldest changes.
  func stream() -> AsyncStream<ServiceChange> {
    let (stream, continuation) = AsyncStream.makeStream(of: ServiceChange.self, bufferingPolicy: .bufferingNewest(100))
    let number = listeners.withLock { listeners in
      listeners.next += 1
      listeners.continuations[listeners.next] = continuation
      return listeners.next
    }
    continuation.onTermination = { [weak self] _ in
      _ = self?.listeners.withLock { $0.continuations.removeValue(forKey: number) }
    }
    return stream
  }

  func send(_ change: ServiceChange) {
    let continuations = listeners.withLock { Array($0.continuations.values) }
    for continuation in continuations { continuation.yield(change) }
  }

  deinit {
    for continuation in listeners.withLock({ $0.continuations.values }) { continuation.finish() }
  }
}
