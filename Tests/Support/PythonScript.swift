import Foundation

/// A script beside this file, run to its end.
public enum PythonScript {
  /// What it prints, run by a Python, or by that of the tests.
  public static func output(_ script: String, _ arguments: String..., python: String? = nil) throws -> Data {
    guard let python = python ?? PythonServer.python else {
      throw PythonServer.Failure(description: PythonServer.skipReason)
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(script).path
    process.arguments = [path] + arguments
    let output = try PrivatePipe()
    process.standardOutput = output.writing
    try process.run()
    try output.writing.close()
    let data = output.reading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw PythonServer.Failure(description: "\(script) ended with code \(process.terminationStatus)")
    }
    return data
  }
}
