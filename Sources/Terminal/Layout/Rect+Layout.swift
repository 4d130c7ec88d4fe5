/// How much of a rectangle one of its parts takes.
public enum Share: Hashable, Sendable {
  /// This many cells, as long as there are any left.
  case fixed(Int)
  /// A part of what the fixed shares leave over, by weight (1 or more).
  case fill(Int)

  /// All that the others leave over.
  public static let fill = Share.fill(1)
}

extension Rect {
  /// The rectangle without so many cells at each side.
  public func inset(columns: Int = 0, rows: Int = 0) -> Rect {
    let across = min(max(0, columns), self.columns)
    let down = min(max(0, rows), self.rows)
    return Rect(
      column: column + across, row: row + down, columns: self.columns - 2 * across, rows: self.rows - 2 * down)
  }

  /// The row of this index, counted from 0; empty when there is none.
  public func line(_ index: Int) -> Rect {
    let inside = index >= 0 && index < rows
    return Rect(column: column, row: row + max(0, min(index, rows)), columns: columns, rows: inside ? 1 : 0)
  }

  /// The upper rows.
  public func top(_ count: Int) -> Rect {
    Rect(column: column, row: row, columns: columns, rows: min(count, rows))
  }

  /// The lower rows.
  public func bottom(_ count: Int) -> Rect {
    let taken = min(max(0, count), rows)
    return Rect(column: column, row: endRow - taken, columns: columns, rows: taken)
  }

  /// What is left without the upper rows.
  public func droppingTop(_ count: Int) -> Rect {
    bottom(rows - max(0, count))
  }

  /// What is left without the lower rows.
  public func droppingBottom(_ count: Int) -> Rect {
    top(rows - max(0, count))
  }

  /// The columns at the left.
  public func left(_ count: Int) -> Rect {
    Rect(column: column, row: row, columns: min(count, columns), rows: rows)
  }

  /// The columns at the right.
  public func right(_ count: Int) -> Rect {
    let taken = min(max(0, count), columns)
    return Rect(column: endColumn - taken, row: row, columns: taken, rows: rows)
  }

  /// What is left without the columns at the left.
  public func droppingLeft(_ count: Int) -> Rect {
    right(columns - max(0, count))
  }

  /// What is left without the columns at the right.
  public func droppingRight(_ count: Int) -> Rect {
    left(columns - max(0, count))
  }

  /// A rectangle of this size in the middle, cut to what fits.
  public func centered(_ wanted: Size) -> Rect {
    let across = min(wanted.columns, columns)
    let down = min(wanted.rows, rows)
    return Rect(
      column: column + (columns - across) / 2, row: row + (rows - down) / 2, columns: across, rows: down)
  }

  /// Parts from top to bottom, one for each share; the later ones are empty when there is no room.
  public func splitRows(_ shares: [Share]) -> [Rect] {
    var start = row
    return Self.lengths(shares, of: rows).map { length in
      defer { start += length }
      return Rect(column: column, row: start, columns: columns, rows: length)
    }
  }

  /// Parts from left to right, one for each share; the later ones are empty when there is no room.
  public func splitColumns(_ shares: [Share]) -> [Rect] {
    var start = column
    return Self.lengths(shares, of: columns).map { length in
      defer { start += length }
      return Rect(column: start, row: row, columns: length, rows: rows)
    }
  }

  private static func lengths(_ shares: [Share], of total: Int) -> [Int] {
    var left = total
    var lengths = [Int](repeating: 0, count: shares.count)
    for (index, share) in shares.enumerated() {
      if case .fixed(let wanted) = share {
        lengths[index] = min(max(0, wanted), left)
        left -= lengths[index]
      }
    }
    let weights = shares.map { share in
      if case .fill(let weight) = share { min(max(1, weight), Size.limit) } else { 0 }
    }
    var weightLeft = weights.reduce(0, +)
    for (index, weight) in weights.enumerated() where weight > 0 {
      lengths[index] = left * weight / weightLeft
      left -= lengths[index]
      weightLeft -= weight
    }
    return lengths
  }
}
