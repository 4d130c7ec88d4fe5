import Synchronization

/// Hands what the worker writes to whoever asked for it.
final class MLXMailbox: Sendable {
  /// The answers to one command.
  typealias Answers = AsyncThrowingStream<MLXEvent, any Error>

  private struct Listener {
    var continuation: Answers.Continuation
    var bytes = 0
  }

  private struct State {
    var nextID = 1
    var listeners: [Int: Listener] = [:]
    var end: LLMError?
  }

  private let state = Mutex(State())
  /// The most that one command may be answered, in bytes.
  private let limit: Int

  init(limit: Int) {
    self.limit = limit
  }

  /// Why the worker is gone; `nil` while it lives.
  var end: LLMError? { state.withLock { $0.end } }

  /// A new command's number, and the answers to it.
  func open() -> (id: Int, answers: Answers) {
    let (answers, continuation) = Answers.makeStream()
    let (id, end) = state.withLock { state in
      let id = state.nextID
      state.nextID += 1
      if state.end == nil { state.listeners[id] = Listener(continuation: continuation) }
      return (id, state.end)
    }
    if let end { continuation.finish(throwing: end) }
    return (id, answers)
  }

  /// Stops listening; what still comes is dropped.
  func close(_ id: Int) {
    state.withLock { _ = $0.listeners.removeValue(forKey: id) }
  }

  /// Takes a line of the worker. What is not an answer to a command that is listened for is dropped.
  func deliver(_ line: String) {
    guard let json = try? JSONValue(parsing: line), let id = json["id"]?.int, let event = MLXEvent(json) else { return }
    let (listener, isTooMuch) = state.withLock { state -> (Answers.Continuation?, Bool) in
      guard var listener = state.listeners[id] else { return (nil, false) }
      listener.bytes += line.utf8.count
      state.listeners[id] = listener.bytes <= limit ? listener : nil
      return (listener.continuation, listener.bytes > limit)
    }
    if isTooMuch { listener?.finish(throwing: LLMError.responseTooLarge) } else { listener?.yield(event) }
  }

  /// Notes that the worker is gone, and tells everyone who waits.
  func end(_ error: LLMError) {
    let listeners = state.withLock { state in
      defer { state.listeners = [:] }
      if state.end == nil { state.end = error }
      return state.listeners.values
    }
    for listener in listeners { listener.continuation.finish(throwing: error) }
  }
}
