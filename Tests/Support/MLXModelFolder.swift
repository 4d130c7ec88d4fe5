import Foundation

/// A real 135M model in a folder that MLX opens, and the Python that has MLX.
public struct MLXModelFolder: Sendable {
  /// The Python with `mlx_lm`.
  public let python: String
  /// The folder of the model.
  public let model: String

  /// Whether the tests with a real model run. Where they have to, they fail instead of being skipped.
  public static let isWanted = found != nil || ProcessInfo.processInfo.environment["CI"] == "true"

  /// Why they are skipped.
  public static let skipReason = "TESTLET_TEST_PYTHON does not name a Python with mlx-lm and a model beside it"

  /// The one that `.dev/setup test` makes.
  public static var shared: MLXModelFolder {
    get throws {
      guard let found else { throw PythonServer.Failure(description: skipReason) }
      return found
    }
  }

  private static let found: MLXModelFolder? = {
    guard let python = ProcessInfo.processInfo.environment["TESTLET_TEST_PYTHON"] else { return nil }
    let model = URL(filePath: python).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "mlx-model").path(percentEncoded: false)
    guard FileManager.default.fileExists(atPath: "\(model)/config.json") else { return nil }
    return MLXModelFolder(python: python, model: model)
  }()

  /// The source of the worker, as the program embeds it.
  public static func workerSource() throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try String(contentsOf: root.appending(path: "Assets/Workers/mlx_worker.py"), encoding: .utf8)
  }
}
