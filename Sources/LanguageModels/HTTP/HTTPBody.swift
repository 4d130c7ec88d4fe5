import AsyncHTTPClient
import NIOCore

/// The body of an answer, in pieces as they arrive, counted and timed.
struct HTTPBody: Sendable {
  let chunks: HTTPClientResponse.Body
  let limit: Int
  let clock: ExchangeClock

  /// Hands over each piece until the body ends or the reader wants no more.
  ///
  /// - Parameter wantsMore: takes a piece, and says whether to go on.
  /// - Throws: ``LLMError/responseTooLarge``, what the reader throws, or a failure of the connection.
  func read(_ wantsMore: (ArraySlice<UInt8>) throws -> Bool) async throws {
    var count = 0
    for try await buffer in chunks {
      clock.noteBody()
      count += buffer.readableBytes
      guard count <= limit else { throw LLMError.responseTooLarge }
      guard try wantsMore(ArraySlice(buffer.readableBytesView)) else { return }
    }
  }

  /// Reads the body to its end, as text.
  func text() async throws -> String {
    var bytes: [UInt8] = []
    try await read { chunk in
      bytes += chunk
      return true
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
