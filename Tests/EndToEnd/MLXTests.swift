import Foundation
import TestSupport
import Testing

/// The built program with a real model in MLX.
@Suite(.enabled(if: MLXModelFolder.isWanted, "\(MLXModelFolder.skipReason)"), .timeLimit(.minutes(3)))
struct MLXTests {
  private let program: Program

  /// Configures a Python that notes each of its processes.
  init() throws {
    let mlx = try MLXModelFolder.shared
    program = Program(home: try TemporaryFolder())
    let python = try program.home.write(
      "#!/bin/sh\necho $$ >>'\(program.home.file("started"))'\nexec '\(mlx.python)' \"$@\"\n", to: "python")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: python)
    for (key, value) in [("python", python), ("model", mlx.model), ("temperature", "0"), ("max-tokens", "128")] {
      #expect(try program.run("config", "set", "backends.mlx.\(key)", value).code == 0)
    }
  }

  private var started: [pid_t] {
    let text = (try? String(contentsOfFile: program.home.file("started"), encoding: .utf8)) ?? ""
    return text.split(separator: "\n").compactMap { pid_t($0) }
  }

  @Test("A model answers, and no process is left") func modelAnswers() async throws {
    #expect(try program.run("config", "set", "backend.privacy", "local-only").code == 0)
    let result = try program.run("backends", "test", "mlx", "--prompt", "What is the capital of France?")
    #expect(result.output.contains("Paris"))
    #expect(result.errors.contains("mlx, ") && result.code == 0)
    try await waitUntilNoneIsLeft()
  }

  @Test("The process ends with a program that is killed") func processEndsWithProgram() async throws {
    let running = try program.start(["backends", "test", "mlx", "--prompt", "Count to a million."])
    // The first looks for MLX, the second runs the model.
    try await eventually(within: .seconds(120)) { started.count >= 2 || !running.isRunning }
    running.send(SIGKILL)
    #expect(running.wait().code == SIGKILL)
    try await waitUntilNoneIsLeft()
  }

  private func waitUntilNoneIsLeft() async throws {
    #expect(started.count == 2)
    try await eventually { started.allSatisfy { kill($0, 0) != 0 } }
  }
}
