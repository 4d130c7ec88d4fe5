/// Cuts a stream of bytes into lines, such as those of newline-delimited JSON, wherever the pieces were cut.
struct LineReader: Sendable {
  private static let lineFeed = UInt8(ascii: "\n")

  private let limit: Int
  private var line: [UInt8] = []

  /// Makes a reader that refuses lines longer than a limit, in bytes.
  init(limit: Int) {
    self.limit = limit
  }

  /// Takes the next piece, and returns the lines that it completes; empty ones are left out.
  ///
  /// - Throws: ``LLMError/responseTooLarge``.
  mutating func feed(_ bytes: ArraySlice<UInt8>) throws(LLMError) -> [String] {
    var lines: [String] = []
    var rest = bytes
    while let end = rest.firstIndex(of: Self.lineFeed) {
      try append(rest[..<end])
      if let text = take() { lines.append(text) }
      rest = rest[(end + 1)...]
    }
    try append(rest)
    return lines
  }

  /// The line that the end of the stream completes.
  mutating func finish() -> String? { take() }

  private mutating func append(_ bytes: ArraySlice<UInt8>) throws(LLMError) {
    guard line.count + bytes.count <= limit else { throw .responseTooLarge }
    line += bytes
  }

  private mutating func take() -> String? {
    defer { line.removeAll(keepingCapacity: true) }
    let text = String(decoding: line, as: UTF8.self)
    return text.allSatisfy(\.isWhitespace) ? nil : text
  }
}
