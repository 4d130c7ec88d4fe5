/// Chooses what is practised next where nothing is due.
enum AdaptiveChoice {
  /// What a question trains.
  struct Cell: Sendable, Hashable {
    var topic: Int
    var bloom: String
  }

  /// A question that could come.
  struct Candidate: Sendable, Hashable {
    var question: Int
    var cell: Cell
    /// How likely it is answered right, 0 to 1.
    var chance: Double
  }

  /// Not too hard, not too easy.
  private static let bestChance = 0.8
  /// A question comes back at the earliest after so many others.
  private static let pause = 2

  /// The question that comes next: of the cells that have had least of their share in this sitting, the one whose chance
  /// is nearest to four in five.
  ///
  /// - Parameter asked: the questions of this sitting, the first first.
  static func next(_ candidates: [Candidate], asked: [Int]) -> Candidate? {
    let recent = asked.suffix(pause)
    let cells = Dictionary(candidates.map { ($0.question, $0.cell) }) { first, _ in first }
    let had = asked.reduce(into: [Cell: Int]()) { had, question in
      if let cell = cells[question] { had[cell, default: 0] += 1 }
    }
    let sizes = candidates.reduce(into: [Cell: Int]()) { $0[$1.cell, default: 0] += 1 }
    func shortfall(_ cell: Cell) -> Double {
      let share = Double(sizes[cell] ?? 0) / Double(max(1, candidates.count))
      return share * Double(asked.count + 1) - Double(had[cell] ?? 0)
    }
    let free = candidates.filter { !recent.contains($0.question) }
    guard let most = Set(free.map(\.cell)).map(shortfall).max() else { return nil }
    // A question that this sitting had already waits until the others were asked.
    let times = asked.reduce(into: [Int: Int]()) { $0[$1, default: 0] += 1 }
    func rank(_ one: Candidate) -> (Int, Double, Int) {
      (times[one.question] ?? 0, abs(one.chance - bestChance), one.question)
    }
    return free.filter { shortfall($0.cell) > most - 1e-9 }.min { rank($0) < rank($1) }
  }
}
