/// An answer of a chat server that no client may take for one, made by lot.
public struct FaultyAnswer: Sendable {
  /// What is wrong with it.
  public enum Fault: String, Sendable, CaseIterable {
    /// The connection ends in the middle.
    case cut
    /// The connection is reset in the middle.
    case reset
    /// Nothing listens any longer when the client asks again.
    case refused
    /// Something else stands where an event should.
    case garbled
    /// One piece of it is larger than any answer.
    case huge
    /// It goes on and on.
    case endless
    /// It stops, and the connection stays.
    case stalled
    /// It is a page for people.
    case webPage = "web page"
    /// It is JSON of another shape.
    case wrongType = "wrong type"
    /// It is no UTF-8.
    case notText = "not text"
    /// It is no HTTP.
    case notHTTP = "not HTTP"
  }

  /// What is wrong with it.
  public var fault: Fault
  /// What the server does.
  public var steps: [ScriptedServer.Step]

  /// Makes the answer of a number; all faults come in turns, and the same seed gives the same ones.
  public init(number: Int, seed: UInt64) {
    fault = Fault.allCases[number % Fault.allCases.count]
    var lottery = Lottery(state: seed &+ UInt64(number) &* 0x9E37_79B9_7F4A_7C15)
    steps = Self.steps(fault, &lottery)
  }

  private static func steps(_ fault: Fault, _ lottery: inout Lottery) -> [ScriptedServer.Step] {
    switch fault {
    case .cut: cut(&lottery)
    case .reset: cut(&lottery) + [.reset]
    case .refused: [.refuse(milliseconds: 50)]
    case .garbled: garbled(&lottery)
    case .huge: huge(&lottery)
    case .endless: endless(&lottery)
    case .stalled: [ScriptedServer.streamHead, .send(String(begun.prefix(80 + lottery.number(below: 200)))), .hold]
    case .webPage: webPage(&lottery)
    case .wrongType: wrongType(&lottery)
    case .notText: notText(&lottery)
    case .notHTTP: notHTTP(&lottery)
    }
  }

  private static let head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"
  /// What is cut off: an answer of our own, and what a real server sent, before any client may take it for the whole.
  private static let beginnings: [[UInt8]] =
    [Array((head + begun).utf8)] + Recording.allCases.map { Array($0.bytes.prefix($0.bytesOfNoAnswer)) }
  private static let begun = ["What ", "is ", "a ", "cell", "?"].map(ScriptedServer.event).joined()

  // MARK: - Faults

  private static func cut(_ lottery: inout Lottery) -> [ScriptedServer.Step] {
    let beginning = beginnings[lottery.number(below: beginnings.count)]
    return [.sendBytes(Array(beginning.prefix(lottery.number(below: beginning.count))))]
  }

  private static func garbled(_ lottery: inout Lottery) -> [ScriptedServer.Step] {
    let noise = (0...lottery.number(below: 60)).map { _ in UInt8(33 + lottery.number(below: 94)) }
    // Two brackets are the beginning of no JSON.
    let event = "data: {{\(String(decoding: noise, as: UTF8.self))\n\n"
    return [.send(head + begun + event + ScriptedServer.end("stop") + ScriptedServer.done)]
  }

  private static func huge(_ lottery: inout Lottery) -> [ScriptedServer.Step] {
    let block = String(repeating: "abcdefgh", count: 8192)
    // A whole gigabyte is only announced: what comes of it is too much long before.
    let gigabyte = "HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n"
    switch lottery.number(below: 7) {
    case 0: return [.send(head + begun + "data: "), .flood(block)]
    case 5: return [.send(gigabyte + #"{"choices":[{"message":{"content":""#), .flood(block)]
    case 6: return [.send(gigabyte + begun), .send(ScriptedServer.event("and no more"))]
    case 1: return [.send(head + begun), .flood("data: \(block)\n")]
    case 2: return [.send(head + #"{"choices":[{"message":{"content":""#), .flood(block)]
    case 3: return [.send(head + "data: " + String(repeating: "[", count: 500_000) + "\n\n")]
    default: return [.send("HTTP/1.1 200 OK\r\nX: "), .flood(block)]
    }
  }

  private static func endless(_ lottery: inout Lottery) -> [ScriptedServer.Step] {
    // Many at once: a server that sends each of them alone is only slow.
    func many(_ text: String) -> String { String(repeating: text, count: 65_536 / text.utf8.count) }
    switch lottery.number(below: 4) {
    case 0: return [ScriptedServer.streamHead, .flood(many(ScriptedServer.event("on and on ")))]
    case 1: return [ScriptedServer.streamHead, .send(begun), .flood(many(": keepalive\n\n"))]
    case 2: return [ScriptedServer.streamHead, .send(begun), .flood(many("\n\n"))]
    default: return [.send("HTTP/1.1 200 OK\r\n"), .flood(many("X: y\r\n"))]
    }
  }

  private static func webPage(_ lottery: inout Lottery) -> [ScriptedServer.Step] {
    let page = "<!DOCTYPE html><html><body><h1>Sign in</h1></body></html>"
    let status = [200, 400, 404, 500][lottery.number(below: 4)]
    let type = ["text/html", "application/json", "text/event-stream", ""][lottery.number(below: 4)]
    return [ScriptedServer.answer(status, page, headers: ["Content-Type: \(type)"])]
  }

  private static func wrongType(_ lottery: inout Lottery) -> [ScriptedServer.Step] {
    let shapes = [
      "[]", "42", "null", "true", #""text""#, "{}", #"{"choices":5}"#, #"{"choices":[]}"#, #"{"choices":[null]}"#,
      #"{"choices":[{"message":"x","delta":"x","finish_reason":"stop"}]}"#, #"{"choices":{"0":{}}}"#,
      #"{"choices":[{"message":{"content":7},"delta":{"content":[7]},"finish_reason":"stop"}]}"#,
      #"{"error":{"message":["x"],"code":{}}}"#, #"{"error":7}"#,
    ]
    let shape = shapes[lottery.number(below: shapes.count)]
    return lottery.number(below: 2) == 0
      ? [ScriptedServer.answer(200, shape)] : [.send(head + "data: \(shape)\n\n" + ScriptedServer.done)]
  }

  private static func notText(_ lottery: inout Lottery) -> [ScriptedServer.Step] {
    let stray: [[UInt8]] = [
      [0xFF], [0x80], [0xC3, 0x28], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF8, 0x88, 0x80, 0x80],
    ]
    let event = Array(ScriptedServer.event("What?").utf8)
    let place = event.count - 2 - lottery.number(below: event.count - 8)
    let damaged = event[..<place] + stray[lottery.number(below: stray.count)] + event[place...]
    let rest = Array((ScriptedServer.end("stop") + ScriptedServer.done).utf8)
    return [.sendBytes(Array(head.utf8) + damaged + rest)]
  }

  private static func notHTTP(_ lottery: inout Lottery) -> [ScriptedServer.Step] {
    let texts = [
      "", "\r\n\r\n", "220 mail.example ESMTP\r\n", "SSH-2.0-OpenSSH_9.2\r\n", "HTTP/9.9 200 OK\r\n\r\n",
      "HTTP/1.1 abc OK\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n{}",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n", "\u{1}\u{2}\u{3}",
    ]
    return [.send(texts[lottery.number(below: texts.count)])]
  }
}
