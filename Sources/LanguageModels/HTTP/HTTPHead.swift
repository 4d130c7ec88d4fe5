/// The beginning of an answer.
struct HTTPHead: Sendable, Hashable {
  /// The HTTP status.
  var status: Int
  /// Seconds, or a date, after which to try again.
  var retryAfter: String?
}
