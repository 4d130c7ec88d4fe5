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
    var course: String
    var cell: Cell
    /// What its answer is chosen from; 0 where it is to be recalled, which teaches more.
    var options: Int
    /// How likely it is answered right, 0 to 1.
    var chance: Double
  }

  /// Not too hard, not too easy.
  private static let bestChance = 0.8
  /// A question comes back at the earliest after so many others.
  private static let pause = 2

  /// The question that comes next: of the cells that have had least of their share in this sitting, the one whose
  /// chance is nearest to four in five; after a choice between options, rather one whose answer is to be recalled.
  ///
  /// - Parameter asked: the questions of this sitting, the first first.
  static func next(_ candidates: [Candidate], asked: [Int]) -> Candidate? {
    let times = asked.reduce(into: [Int: Int]()) { $0[$1, default: 0] += 1 }
    let recent = asked.suffix(pause)
    let last = candidates.first { $0.question == asked.last }
    let free = candidates.filter { !recent.contains($0.question) }
    let fewest = free.map { times[$0.question] ?? 0 }.min()
    // Only what can be confused is worth mixing, and the nearest measure of that is that it is taught in one course:
    // others wait until all of it was asked.
    let stays = free.contains { $0.course == last?.course && times[$0.question] ?? 0 == fewest }
    let near = stays ? candidates.filter { $0.course == last?.course } : candidates
    let shortfalls = shortfalls(near, asked)
    let pool = near.filter { !recent.contains($0.question) }
    guard let most = pool.compactMap({ shortfalls[$0.cell] }).max() else { return nil }
    // A question that this sitting had already waits until the others were asked.
    func rank(_ one: Candidate) -> (Int, Int, Double, Int, Int) {
      let (isChoice, wasChoice) = (one.options > 0, (last?.options ?? 0) > 0)
      return (
        times[one.question] ?? 0, isChoice && wasChoice ? 1 : 0, abs(one.chance - bestChance), isChoice ? 1 : 0,
        one.question
      )
    }
    return pool.filter { (shortfalls[$0.cell] ?? 0) > most - 1e-9 }.min { rank($0) < rank($1) }
  }

  /// How many questions each cell has had too few.
  private static func shortfalls(_ candidates: [Candidate], _ asked: [Int]) -> [Cell: Double] {
    let cells = Dictionary(candidates.map { ($0.question, $0.cell) }) { first, _ in first }
    let had = asked.compactMap { cells[$0] }
    let counts = had.reduce(into: [Cell: Int]()) { $0[$1, default: 0] += 1 }
    let sizes = candidates.reduce(into: [Cell: Int]()) { $0[$1.cell, default: 0] += 1 }
    return Dictionary(
      uniqueKeysWithValues: sizes.map { cell, size in
        let share = Double(size) / Double(candidates.count)
        return (cell, share * Double(had.count + 1) - Double(counts[cell] ?? 0))
      })
  }
}
