/// One event of a stream of server-sent events.
struct ServerSentEvent: Sendable, Hashable {
  /// What the `event` field says; empty when there is none.
  var name: String
  /// The lines of the `data` fields.
  var data: String
}

/// Cuts a stream of bytes into server-sent events (WHATWG HTML, section 9.2), wherever the pieces were cut.
struct ServerSentEventParser: Sendable {
  private let limit: Int
  private var line: [UInt8] = []
  private var name = ""
  private var data: [UInt8]?
  private var previousWasCarriageReturn = false
  private var isFirstLine = true

  /// Makes a parser that refuses lines and events longer than a limit, in bytes.
  init(limit: Int) {
    self.limit = limit
  }

  /// Takes the next piece, and returns the events that it completes.
  ///
  /// - Throws: ``LLMError/responseTooLarge``.
  mutating func feed(_ bytes: some Sequence<UInt8>) throws(LLMError) -> [ServerSentEvent] {
    var events: [ServerSentEvent] = []
    for byte in bytes {
      let followsCarriageReturn = previousWasCarriageReturn
      previousWasCarriageReturn = byte == 0x0D
      if byte == 0x0A && followsCarriageReturn { continue }
      if byte == 0x0A || byte == 0x0D {
        if let event = try endLine() { events.append(event) }
      } else {
        guard line.count < limit else { throw .responseTooLarge }
        line.append(byte)
      }
    }
    return events
  }

  /// The event that the end of the stream completes: servers that close without a blank line exist.
  mutating func finish() throws(LLMError) -> ServerSentEvent? {
    if !line.isEmpty, let event = try endLine() { return event }
    return try dispatch()
  }

  private mutating func endLine() throws(LLMError) -> ServerSentEvent? {
    defer { line.removeAll(keepingCapacity: true) }
    if isFirstLine {
      isFirstLine = false
      if line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
    }
    guard !line.isEmpty else { return try dispatch() }
    let field = line.prefix { $0 != UInt8(ascii: ":") }
    var value = line[field.endIndex...].dropFirst()
    if value.first == 0x20 { value = value.dropFirst() }
    if field.elementsEqual("data".utf8) {
      var joined = data.map { $0 + [0x0A] } ?? []
      guard joined.count + value.count <= limit else { throw .responseTooLarge }
      joined += value
      data = joined
    } else if field.elementsEqual("event".utf8) {
      name = String(decoding: value, as: UTF8.self)
    }
    return nil
  }

  private mutating func dispatch() throws(LLMError) -> ServerSentEvent? {
    defer {
      name = ""
      data = nil
    }
    guard let data else { return nil }
    // Putting a mark in the place of what is no text would change what a model wrote.
    guard let text = String(validating: data, as: UTF8.self) else { throw .failedOnServer(detail: "it sent no text") }
    return ServerSentEvent(name: name, data: text)
  }
}
