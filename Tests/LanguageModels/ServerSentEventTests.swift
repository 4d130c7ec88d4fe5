import Testing

@testable import LanguageModels

struct ServerSentEventTests {
  private static let stream =
    "\u{FEFF}: keepalive\r\n\r\ndata: {\"a\":\"é\"}\n\nevent: error\ndata:first\rdata: second\r\r"
    + "id: 7\nretry: 10\n\ndata\n\ndata: last"

  private static let events = [
    ServerSentEvent(name: "", data: "{\"a\":\"é\"}"), ServerSentEvent(name: "error", data: "first\nsecond"),
    ServerSentEvent(name: "", data: ""), ServerSentEvent(name: "", data: "last"),
  ]

  @Test("A stream reads the same wherever it is cut in two") func streamReadsSameWhereverItIsCutInTwo() throws {
    let bytes = Array(Self.stream.utf8)
    for cut in 0...bytes.count {
      var parser = ServerSentEventParser(limit: 100)
      var events = try parser.feed(bytes[..<cut])
      events += try parser.feed(bytes[cut...])
      if let event = try parser.finish() { events.append(event) }
      #expect(events == Self.events, "cut at \(cut)")
    }
  }

  @Test("A stream reads the same byte by byte") func streamReadsSameByteByByte() throws {
    var parser = ServerSentEventParser(limit: 100)
    var events: [ServerSentEvent] = []
    for byte in Self.stream.utf8 { events += try parser.feed([byte]) }
    if let event = try parser.finish() { events.append(event) }
    #expect(events == Self.events)
  }

  @Test(
    "A line or an event beyond the limit is refused",
    arguments: [String(repeating: "x", count: 101), String(repeating: "data: 123456789\n", count: 11)])
  func lineOrEventBeyondLimitIsRefused(text: String) {
    var parser = ServerSentEventParser(limit: 100)
    #expect(throws: LLMError.responseTooLarge) { _ = try parser.feed(text.utf8) }
  }
}

struct ReasoningSplitterTests {
  @Test(
    "Reasoning at the beginning is kept apart wherever the text is cut",
    arguments: [
      ("<think>because</think>yes", "because", "yes"), ("  \n<think></think>yes", "", "yes"), ("plain", "", "plain"),
      ("<thin ice", "", "<thin ice"), ("<think>never ends </thi", "never ends </thi", ""),
      ("a <think>b</think>", "", "a <think>b</think>"),
    ])
  func reasoningAtBeginningIsKeptApartWhereverTextIsCut(
    text: String, reasoning: String, answer: String
  ) {
    for cut in 0...text.count {
      var splitter = ReasoningSplitter()
      let deltas =
        splitter.feed(String(text.prefix(cut))) + splitter.feed(String(text.dropFirst(cut))) + splitter.finish()
      let pieces = Pieces()
      deltas.forEach(pieces.add)
      #expect(pieces.reasoning == reasoning && pieces.text == answer, "cut at \(cut)")
    }
  }
}
