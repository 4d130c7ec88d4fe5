/// Adds up the progress of a pull: the server tells it for one part of the model after another.
struct PullTally: Sendable {
  private struct Part {
    var completed: Int64 = 0
    var total: Int64?
  }

  /// More parts than any model has.
  private static let mostParts = 1000

  /// Whether the model is there.
  private(set) var isComplete = false
  private var parts: [String: Part] = [:]

  /// Takes what the server says next, and returns how far the whole is.
  mutating func note(_ json: JSONValue) -> PullProgress {
    let status = json["status"]?.string ?? ""
    if status == "success" { isComplete = true }
    if let digest = json["digest"]?.string, parts[digest] != nil || parts.count < Self.mostParts {
      var part = parts[digest] ?? Part()
      // Either number may be left out: what was said before still holds.
      part.total = Self.bytes(json["total"]) ?? part.total
      part.completed = max(part.completed, Self.bytes(json["completed"]) ?? 0)
      parts[digest] = part
    }
    let totals = parts.values.compactMap(\.total)
    return PullProgress(
      status: SafeText.line(status, limit: 80), completedBytes: parts.values.map(\.completed).reduce(0, +),
      totalBytes: totals.isEmpty ? nil : totals.reduce(0, +))
  }

  /// A number of bytes that a thousand of can be added up.
  private static func bytes(_ json: JSONValue?) -> Int64? {
    json?.int.map { min(max(0, Int64($0)), 1 << 50) }
  }
}
