/// Ways of dividing a whole number of slots fairly.
enum Apportionment {
  /// Divides `total` in proportion to `weights` by the largest remainder (Hamilton's method): floors first, the rest to
  /// the largest fractions, ties by index. All-zero weights count as equal.
  static func largestRemainder(_ total: Int, weights: [Int]) -> [Int] {
    guard !weights.isEmpty else { return [] }
    let weights = weights.contains { $0 > 0 } ? weights : weights.map { _ in 1 }
    let sum = weights.reduce(0, +)
    var quotas = weights.map { total * $0 / sum }
    let byFraction = weights.indices.sorted {
      let (a, b) = (total * weights[$0] % sum, total * weights[$1] % sum)
      return a != b ? a > b : $0 < $1
    }
    for index in byFraction.prefix(total - quotas.reduce(0, +)) {
      quotas[index] += 1
    }
    return quotas
  }

  /// As ``largestRemainder(_:weights:)``, but nobody gets nothing as long as there is enough for all: who has most gives.
  static func atLeastOne(_ total: Int, weights: [Int]) -> [Int] {
    var quotas = largestRemainder(total, weights: weights)
    guard total >= weights.count else { return quotas }
    for poor in quotas.indices where quotas[poor] == 0 {
      guard let rich = quotas.indices.max(by: { (quotas[$0], -$0) < (quotas[$1], -$1) }) else { break }
      quotas[rich] -= 1
      quotas[poor] += 1
    }
    return quotas
  }

  /// Fills a table whose row and column sums are given, every cell within one of its proportional share
  /// (`rows[r] * columns[c] / total`). Controlled rounding (Causey, Cox and Ernst, 1985): fractions are shifted along
  /// cycles of cells that are not yet whole, which leaves every sum as it is.
  static func table(rows: [Int], columns: [Int]) -> [[Int]] {
    let total = rows.reduce(0, +)
    precondition(total == columns.reduce(0, +), "row and column sums differ")
    guard total > 0 else { return rows.map { _ in columns.map { _ in 0 } } }
    // In units of 1/total, so that all arithmetic is exact.
    var cells = rows.map { row in columns.map { row * $0 } }
    while let cycle = fractionalCycle(cells, unit: total) {
      let up = cycle.enumerated().map { $0.offset.isMultiple(of: 2) }
      let step =
        zip(cycle, up).map { cell, rises in
          let fraction = cells[cell.row][cell.column] % total
          return rises ? total - fraction : fraction
        }.min() ?? 0
      for (cell, rises) in zip(cycle, up) {
        cells[cell.row][cell.column] += rises ? step : -step
      }
    }
    return cells.map { $0.map { $0 / total } }
  }

  private struct Cell: Hashable {
    var row: Int
    var column: Int
  }

  /// A closed walk over cells that are not whole, turning at each: along a row, then along a column, and so on.
  /// A row or column with one such cell has another, because its sum is whole.
  private static func fractionalCycle(_ cells: [[Int]], unit: Int) -> [Cell]? {
    func isFractional(_ row: Int, _ column: Int) -> Bool { !cells[row][column].isMultiple(of: unit) }
    guard let start = cells.indices.first(where: { row in cells[row].contains { !$0.isMultiple(of: unit) } }),
      let column = cells[start].indices.first(where: { isFractional(start, $0) })
    else { return nil }
    var walk = [Cell(row: start, column: column)]
    var enteredRow = [start: 0]
    var enteredColumn = [column: 0]
    while let last = walk.last {
      guard let across = cells[last.row].indices.first(where: { $0 != last.column && isFractional(last.row, $0) })
      else {
        return nil
      }
      walk.append(Cell(row: last.row, column: across))
      if let begin = enteredColumn[across] {
        return Array(walk[begin...])
      }
      guard let down = cells.indices.first(where: { $0 != last.row && isFractional($0, across) }) else { return nil }
      if let begin = enteredRow[down] {
        return Array(walk[(begin + 1)...]) + [Cell(row: down, column: across)]
      }
      enteredRow[down] = walk.count
      enteredColumn[across] = walk.count
      walk.append(Cell(row: down, column: across))
    }
    return nil
  }
}
