@testable import LanguageModels

/// A stream is read to the same wherever it is cut, or fails wherever it is cut.
enum StreamChecks {
  private static let limit = 512

  static func events(_ bytes: [UInt8]) {
    expectSame(bytes) { pieces in
      var parser = ServerSentEventParser(limit: limit)
      var events: [ServerSentEvent] = []
      for piece in pieces { events += try parser.feed(piece) }
      if let last = try parser.finish() { events.append(last) }
      require(events.allSatisfy { $0.data.utf8.count <= limit }, "an event beyond the limit")
      return events
    }
  }

  static func lines(_ bytes: [UInt8]) {
    expectSame(bytes) { pieces in
      var reader = LineReader(limit: limit)
      var lines: [String] = []
      for piece in pieces { lines += try reader.feed(piece) }
      if let last = reader.finish() { lines.append(last) }
      require(lines.allSatisfy { !$0.utf8.contains(0x0A) }, "a line break in a line")
      return lines
    }
  }

  static func chat(_ bytes: [UInt8]) {
    guard let url = try? ServerURL("http://localhost:1/v1") else { return }
    expectSame(bytes) { pieces in
      var reader = ChatStreamReader(dialect: OpenAIDialect(url), key: nil, limits: HTTPLimits())
      for piece in pieces { _ = try reader.feed(piece) }
      _ = try reader.finish()
      return Answer(text: reader.text, model: reader.model, usage: reader.usage)
    }
  }

  static func ollama(_ bytes: [UInt8]) {
    guard let url = try? ServerURL("http://localhost:1") else { return }
    expectSame(bytes) { pieces in
      var reader = OllamaStreamReader(url: url, key: nil, limits: HTTPLimits())
      for piece in pieces { _ = try reader.feed(piece) }
      _ = try reader.finish()
      return Answer(text: reader.text, model: reader.model, usage: reader.usage)
    }
  }

  private struct Answer: Equatable {
    var text: String
    var model: String?
    var usage: LLMUsage
  }

  /// Reads the bytes whole, one by one, and cut in the middle.
  private static func expectSame<Value: Equatable>(
    _ bytes: [UInt8], _ read: ([ArraySlice<UInt8>]) throws -> Value
  ) {
    let middle = bytes.count / 2
    let whole = try? read([bytes[...]])
    for pieces in [bytes.indices.map { bytes[$0...$0] }, [bytes[..<middle], bytes[middle...]]] {
      let other = try? read(pieces)
      require(other == whole, "cut in \(pieces.count): \(String(describing: other)), not \(String(describing: whole))")
    }
  }
}
