import Testing

@testable import LanguageModels

@Suite("Reading a chat answer in pieces")
struct ChatStreamReaderTests {
  @Test(
    "An answer reads the same wherever it is cut, with white space before it too",
    arguments: [
      "data: {\"choices\":[{\"delta\":{\"content\":\"Hé\"}}]}\n\ndata: {\"choices\":[{\"delta\":{\"content\":\"llo\"},"
        + "\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n",
      "{\"choices\":[{\"message\":{\"content\":\"Héllo\"},\"finish_reason\":\"stop\"}]}",
    ])
  func cuts(answer: String) throws {
    let url = try ServerURL("http://localhost:1/v1")
    let bytes = Array("\r\n \t\(answer)".utf8)
    for cut in 0...bytes.count {
      var reader = ChatStreamReader(dialect: OpenAIDialect(url), key: nil, limits: HTTPLimits())
      _ = try reader.feed(bytes[..<cut])
      _ = try reader.feed(bytes[cut...])
      _ = try reader.finish()
      #expect(reader.text == "Héllo" && reader.finishReason == .stop, "cut at \(cut)")
    }
  }
}
