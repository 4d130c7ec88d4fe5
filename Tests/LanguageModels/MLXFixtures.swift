import Foundation
import TestSupport

@testable import LanguageModels

/// An MLX backend whose worker notes each start, so that tests can see and kill it.
struct MLXFixture {
  let backend: MLXBackend
  private let folder: TestSupport.TemporaryFolder

  /// Makes a backend of the real worker.
  static func real(limits: HTTPLimits = HTTPLimits()) throws -> MLXFixture {
    try MLXFixture(source: MLXModelFolder.workerSource(), limits: limits)
  }

  /// Makes a backend of a worker that does as told with each request to generate; `id` is the request's number, and
  /// `say` answers it.
  static func scripted(
    _ generate: String, load: String = "say(event='ready', context=100, constrains=True)",
    environment: [String: String] = [:], limits: HTTPLimits = HTTPLimits()
  ) throws -> MLXFixture {
    let indented = { (code: String) in code.replacing("\n", with: "\n        ") }
    return try MLXFixture(
      source: """
        import json, os, sys, time
        for line in sys.stdin:
            request = json.loads(line)
            id = request["id"]
            def say(id=id, **fields):
                print(json.dumps({"id": id, **fields}), flush=True)
            if request["op"] == "load":
                \(indented(load))
            elif request["op"] == "ping":
                say(event="pong")
            elif request["op"] == "generate":
                \(indented(generate))
        """, environment: environment, limits: limits)
  }

  /// Makes a backend of a worker; without a model it is the real one in a folder.
  init(
    source: String, model: String? = nil, environment: [String: String] = [:],
    egress: EgressPolicy = EgressPolicy(mode: .localOnly), limits: HTTPLimits = HTTPLimits()
  ) throws {
    let mlx = try MLXModelFolder.shared
    folder = try TestSupport.TemporaryFolder()
    var configuration = LLMBackendConfig.mlxDefault
    (configuration.python, configuration.model) = (mlx.python, model ?? mlx.model)
    let note = "import os; print(os.getpid(), file=open('\(folder.file("starts"))', 'a'))\n"
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let program = MLXWorkerProgram(
      source: note + source, environment: environment.merging(["PATH": path, "HOME": folder.path]) { $1 },
      virtualEnvironment: "/absent")
    backend = MLXBackend(configuration: configuration, program: program, egress: egress, limits: limits)
  }

  /// Makes a file in the home of the worker.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    let file = URL(filePath: folder.file(name))
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    return try folder.write(text, to: name)
  }

  /// The processes that were started, in order.
  var starts: [pid_t] {
    let text = (try? String(contentsOfFile: folder.file("starts"), encoding: .utf8)) ?? ""
    return text.split(separator: "\n").compactMap { pid_t($0) }
  }

  /// Whether no process that was started is there any longer, not even as a zombie.
  var areAllGone: Bool { starts.allSatisfy { kill($0, 0) != 0 } }
}
