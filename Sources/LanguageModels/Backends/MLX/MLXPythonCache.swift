import Synchronization

/// Remembers for a while in which Python `mlx_lm` is.
final class MLXPythonCache: Sendable {
  /// How long a Python that was found counts as being there; that there is none is asked sooner, since the student may be
  /// installing it.
  private static let trusted = (found: Duration.seconds(60), missing: Duration.seconds(5))

  private struct Finding {
    var python: MLXPython?
    var time: ContinuousClock.Instant
  }

  private let configured: String?
  private let program: MLXWorkerProgram
  private let finding = Mutex<Finding?>(nil)

  init(configured: String?, program: MLXWorkerProgram) {
    self.configured = configured
    self.program = program
  }

  /// The Python that has `mlx_lm`.
  ///
  /// - Throws: ``LLMError/notInstalled(program:command:)``, or `CancellationError`.
  func python() async throws -> MLXPython {
    guard let python = await find() else {
      // A search that was given up found nothing either.
      try Task.checkCancellation()
      throw LLMError.notInstalled(program: "MLX for Python", command: MLXPython.installation(for: program))
    }
    return python
  }

  private func find() async -> MLXPython? {
    if let known = finding.withLock({ $0 }) {
      let trusted = known.python == nil ? Self.trusted.missing : Self.trusted.found
      if ContinuousClock.now - known.time < trusted { return known.python }
    }
    let python = await MLXPython.find(configured, for: program)
    // A search that was given up says nothing.
    if !Task.isCancelled { finding.withLock { $0 = Finding(python: python, time: .now) } }
    return python
  }
}
