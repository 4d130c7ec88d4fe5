import Subprocess

/// A Python in which `mlx_lm` is installed.
package struct MLXPython: Sendable, Hashable {
  /// The program: a path, or a name that is looked up in `PATH`.
  package let program: String

  /// Looks for one: the configured Python, that of an active virtual environment, that of testlet's own.
  ///
  /// - Returns: `nil` when none of them has `mlx_lm`.
  @concurrent
  package static func find(_ configured: String?, for program: MLXWorkerProgram) async -> MLXPython? {
    let environments = [program.environment["VIRTUAL_ENV"], program.virtualEnvironment]
    let candidates = [configured] + environments.map { $0.map { "\($0)/bin/python" } }
    for case .some(let candidate) in candidates where !candidate.isEmpty {
      let python = MLXPython(program: candidate)
      if await python.hasMLX(program.childEnvironment(isOffline: true)) { return python }
    }
    return nil
  }

  /// The command that installs `mlx_lm` where it is looked for.
  static func installation(for program: MLXWorkerProgram) -> String {
    #if os(macOS)
      let packages = "mlx-lm llguidance"
    #else
      // Alone, mlx-lm brings no MLX to Linux.
      let packages = "'mlx[cpu]' mlx-lm llguidance"
    #endif
    let folder = ShellWord.quoted(program.virtualEnvironment)
    return "python3 -m venv \(folder) && \(folder)/bin/pip install \(packages)"
  }

  /// What Subprocess starts.
  var executable: Executable {
    guard program.contains("/") else { return .name(program) }
    return .path(.init(program))
  }

  /// Looks for the modules without importing them, which would take seconds.
  private static let probe = """
    import sys
    sys.path = [folder for folder in sys.path if folder]
    from importlib.util import find_spec
    print("mlx", all(find_spec(name) for name in ("mlx", "mlx.core", "mlx_lm")))
    """

  private func hasMLX(_ environment: [String: String]) async -> Bool {
    let answer = try? await withinTime(.seconds(10)) {
      try await Subprocess.run(
        executable, arguments: ["-c", Self.probe], environment: .child(environment), platformOptions: .ownGroup,
        output: .string(limit: 4096), error: .discarded
      ).standardOutput
    }
    return answer?.contains("mlx True") == true
  }
}

extension Subprocess.Environment {
  /// An environment of these variables alone.
  static func child(_ variables: [String: String]) -> Self {
    .custom(
      Dictionary(uniqueKeysWithValues: variables.compactMap { name, value in Key(rawValue: name).map { ($0, value) } }))
  }
}

extension PlatformOptions {
  /// A process group of the child's own, so that a Ctrl-C in the terminal is not for it, and none of its children outlives it.
  static var ownGroup: PlatformOptions {
    var options = PlatformOptions()
    options.processGroupID = 0
    options.teardownSequence = [.gracefulShutDown(toProcessGroup: true, allowedDurationToNextStep: .milliseconds(500))]
    return options
  }
}
