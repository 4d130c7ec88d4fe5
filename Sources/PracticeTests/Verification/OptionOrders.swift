/// The orders in which a question's options are shown to be verified.
enum OptionOrders {
  /// Orders of `count` options, as permutations of their indices: every other one runs backwards, and the key stands in
  /// another place in each, as far as there are places. So whoever likes a letter finds the key in one of them at most.
  static func orders(_ number: Int, count: Int, key: Int) -> [[Int]] {
    guard count > 0 else { return [] }
    return (0..<number).map { turn in
      let direction = turn.isMultiple(of: 2) ? Array(0..<count) : Array((0..<count).reversed())
      let place = (key + 1 + turn) % count
      let start = (direction.firstIndex(of: key) ?? 0) - place
      return (0..<count).map { direction[((start + $0) % count + count) % count] }
    }
  }
}
