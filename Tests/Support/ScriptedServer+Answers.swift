extension ScriptedServer {
  /// The answer to a request, as one step.
  public static func answer(_ status: Int, _ body: String, headers: [String] = []) -> Step {
    let lines =
      ["HTTP/1.1 \(status) Test", "Content-Length: \(body.utf8.count)", "Connection: close"] + headers
    return .send(lines.joined(separator: "\r\n") + "\r\n\r\n" + body)
  }

  /// The beginning of a stream that ends when the connection does.
  public static let streamHead = Step.send(
    "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n")

  /// A whole streamed answer.
  public static func stream(_ content: String, finish: String = "stop") -> [Step] {
    [streamHead, .send(event(content)), .send(end(finish)), .send(done)]
  }

  /// A whole streamed answer of some pieces, after which the connection waits for the next request.
  public static func keptStream(_ pieces: [String]) -> [Step] {
    let body = pieces.map(event).joined() + end("stop") + done
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: \(body.utf8.count)\r\n\r\n"
    return [.send(head + body), .keep]
  }

  /// An event with a piece of an answer.
  public static func event(_ content: String) -> String {
    let text = content.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    return #"data: {"model":"test-model","choices":[{"delta":{"content":"\#(text)"},"finish_reason":null}]}"# + "\n\n"
  }

  /// The event that ends an answer.
  public static func end(_ reason: String) -> String {
    #"data: {"choices":[{"delta":{},"finish_reason":"\#(reason)"}]}"# + "\n\n"
  }

  /// The last event of a stream.
  public static let done = "data: [DONE]\n\n"
}
