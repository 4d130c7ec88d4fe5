import AsyncHTTPClient
import NIOCore

/// The body of an answer, in pieces as they arrive, counted and timed.
struct HTTPBody: Sendable {
  let chunks: HTTPClientResponse.Body
  let limit: Int
  let clock: ExchangeClock

  /// Hands over each piece until the body ends or the reader wants no more; what little may still come then is passed
  /// over, so that the connection can be used again.
  ///
  /// - Parameter wantsMore: takes a piece, and says whether to go on.
  /// - Throws: ``LLMError/responseTooLarge``, what the reader throws, or a failure of the connection.
  func read(_ wantsMore: (ArraySlice<UInt8>) throws -> Bool) async throws {
    var count = 0
    var isRead = false
    do {
      for try await buffer in chunks {
        count += buffer.readableBytes
        guard !isRead else { continue }
        clock.noteBody()
        guard count <= limit else { throw LLMError.responseTooLarge }
        guard try wantsMore(ArraySlice(buffer.readableBytesView)) else {
          isRead = true
          clock.noteRead()
          continue
        }
      }
    } catch  where isRead {
      // The answer is whole, however its connection ends.
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
