import Testing

@testable import Terminal

@Suite("Rectangles")
struct RectTests {
  private let rect = Rect(column: 2, row: 1, columns: 10, rows: 4)

  @Test("sizes are never negative and never overflow")
  func limits() {
    #expect(Size(columns: -4, rows: .min) == Size(columns: 0, rows: 0))
    #expect(Size(columns: .max, rows: 1).columns == Size.limit)
    #expect(Rect(column: .max, row: .min, columns: .max, rows: .max).endColumn == 2 * Size.limit)
    #expect(rect.inset(columns: .max, rows: .max).isEmpty)
    #expect(rect.droppingTop(.max).isEmpty)
    #expect(rect.droppingLeft(99).isEmpty)
  }

  @Test("insets and cuts stay inside")
  func cuts() {
    #expect(rect.inset(columns: 1, rows: 1) == Rect(column: 3, row: 2, columns: 8, rows: 2))
    #expect(rect.top(1) == Rect(column: 2, row: 1, columns: 10, rows: 1))
    #expect(rect.bottom(1) == Rect(column: 2, row: 4, columns: 10, rows: 1))
    #expect(rect.right(3) == Rect(column: 9, row: 1, columns: 3, rows: 4))
    #expect(rect.droppingRight(3) == rect.left(7))
    #expect(rect.droppingTop(-5) == rect)
    #expect(rect.line(3).row == 4)
    #expect(rect.line(4).isEmpty)
    #expect(rect.line(-1).isEmpty)
  }

  @Test("is centred, and cut to what fits")
  func centered() {
    #expect(rect.centered(Size(columns: 4, rows: 2)) == Rect(column: 5, row: 2, columns: 4, rows: 2))
    #expect(rect.centered(Size(columns: 40, rows: 20)) == rect)
  }

  @Test("rectangles apart share nothing")
  func intersection() {
    #expect(rect.intersection(Rect(column: 50, row: 50, columns: 5, rows: 5)).isEmpty)
    #expect(rect.intersection(Rect(column: 0, row: 0, columns: 4, rows: 2)).size == Size(columns: 2, rows: 1))
  }

  @Test(
    "shares fill the whole length, the fixed ones first",
    arguments: [
      ([Share.fixed(2), .fill, .fixed(1)], [2, 7, 1]),
      ([.fill, .fill, .fill], [3, 3, 4]),
      ([.fill(3), .fill(1)], [7, 3]),
      ([.fixed(8), .fixed(8), .fill], [8, 2, 0]),
      ([.fixed(-3), .fill(0)], [0, 10]),
      ([], []),
    ])
  func split(_ shares: [Share], _ lengths: [Int]) {
    let parts = rect.splitColumns(shares)
    #expect(parts.map(\.columns) == lengths)
    #expect(zip(parts, parts.dropFirst()).allSatisfy { $0.endColumn == $1.column })
    #expect(parts.allSatisfy { $0.rows == rect.rows })
  }
}
