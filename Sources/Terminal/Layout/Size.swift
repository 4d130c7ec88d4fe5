/// A size in cells; never negative, and small enough that sums of sizes cannot overflow.
public struct Size: Hashable, Sendable {
  /// The most columns or rows a size can have.
  public static let limit = 100_000

  /// Cells across, 0...`limit`.
  public let columns: Int
  /// Cells down, 0...`limit`.
  public let rows: Int

  /// Makes a size; values out of range are brought into it.
  public init(columns: Int, rows: Int) {
    self.columns = min(max(0, columns), Self.limit)
    self.rows = min(max(0, rows), Self.limit)
  }
}
