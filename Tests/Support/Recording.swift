import Foundation

/// An answer of a real llama.cpp server, byte for byte as it came, head and framing included. Only its id, its time and
/// the name of its model were replaced, by others of the same length.
public enum Recording: String, Sendable, CaseIterable {
  /// A chat completion under a JSON schema, streamed in chunks.
  case stream
  /// A chat completion in one piece.
  case whole
  /// A refusal of a schema that can't be compiled.
  case refusal
  /// The list of models.
  case models

  /// All of it.
  public var bytes: [UInt8] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Recordings")
    let path = folder.appendingPathComponent("\(rawValue).http").path
    guard let data = FileManager.default.contents(atPath: path) else { preconditionFailure("\(path) is not there") }
    return Array(data)
  }

  /// How many of its bytes no client may take for the whole; of a stream, those before it says that it stops.
  public var bytesOfNoAnswer: Int {
    let bytes = Data(self.bytes)
    let stop = Data(#""finish_reason":"stop""#.utf8)
    return self == .stream ? bytes.range(of: stop)?.lowerBound ?? 0 : bytes.count - 1
  }
}
