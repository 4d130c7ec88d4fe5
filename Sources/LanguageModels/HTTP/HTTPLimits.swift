/// Every limit of one exchange with a server.
struct HTTPLimits: Sendable, Hashable {
  /// From sending to the first byte of the body: a cold model may load for minutes before it.
  var firstByte: Duration = .seconds(300)
  /// Between two pieces of the body.
  var idle: Duration = .seconds(60)
  /// From sending to the last byte.
  var whole: Duration = .seconds(900)
  /// The longest body, in bytes.
  var bodyBytes = 16 << 20
  /// The longest line, and the longest event, of a stream, in bytes.
  var eventBytes = 1 << 20

  /// For making a connection; the same for all servers.
  static let connect: Duration = .seconds(5)

  /// For asking a server in the background how it is.
  static let probe = HTTPLimits(
    firstByte: .seconds(3), idle: .seconds(3), whole: .seconds(3), bodyBytes: 4 << 20)
}
