import Subprocess
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A Python process that runs a model. It ends with this value, and, since its input ends then, with the program.
final class MLXWorker: Sendable {
  private let mailbox: MLXMailbox
  private let commands: AsyncStream<String>.Continuation
  private let life: Task<Void, Never>

  /// Starts a process; it has no model yet.
  ///
  /// - Parameter isOffline: whether it may reach no other machine.
  init(_ python: MLXPython, program: MLXWorkerProgram, isOffline: Bool, limits: HTTPLimits) {
    // A command for a process that has just died must be an error, not the end of this program.
    signal(SIGPIPE, SIG_IGN)
    let mailbox = MLXMailbox(limit: limits.bodyBytes)
    let (lines, commands) = AsyncStream.makeStream(of: String.self)
    let configuration = Configuration(
      executable: python.executable, arguments: ["-c", program.source],
      environment: .child(program.childEnvironment(isOffline: isOffline)), platformOptions: .ownGroup)
    let lineLimit = limits.eventBytes
    life = Task {
      mailbox.end(await MLXProcess(configuration: configuration, lineLimit: lineLimit).run(lines, mailbox))
    }
    self.mailbox = mailbox
    self.commands = commands
  }

  deinit {
    commands.finish()
    life.cancel()
  }

  /// Whether the process still runs.
  var isAlive: Bool { mailbox.end == nil }

  /// Sends a command and reads the answers to it, until one ends the reading.
  ///
  /// - Parameter read: adds an answer to the result, and says whether it is whole now.
  /// - Throws: ``LLMError``, what `read` throws, or `CancellationError`; then the worker stops.
  func ask<Result: Sendable>(
    _ command: MLXCommand, limits: HTTPLimits, into initial: Result,
    read: @escaping @Sendable (inout Result, MLXEvent) throws -> Bool
  ) async throws -> Result {
    let (id, answers) = mailbox.open()
    defer {
      mailbox.close(id)
      // Nothing to a worker that is done with it.
      commands.yield(MLXCommand.cancel(id).line(id: 0))
    }
    let clock = ExchangeClock(limits: limits)
    commands.yield(command.line(id: id))
    return try await withThrowingTaskGroup(of: Result.self) { group in
      defer { group.cancelAll() }
      group.addTask {
        var result = initial
        for try await event in answers {
          clock.noteBody()
          if case .failure(let error) = event { throw error }
          if try read(&result, event) { return result }
        }
        throw CancellationError()
      }
      group.addTask { try await clock.watch() }
      guard let result = try await group.next() else { throw CancellationError() }
      return result
    }
  }
}
