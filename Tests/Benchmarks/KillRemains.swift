import Foundation
import PracticeTests

/// What a kill has left of a library.
struct KillRemains {
  private(set) var isWhole: Bool
  /// How many things of the kind that the program shows as kept are there.
  private(set) var kept = 0
  /// What is there that may not be, in words.
  private(set) var fault: String?

  /// Looks at a library, first as it lies there, then as the next start of the program finds it.
  ///
  /// - Parameter questions: how many questions it may hold, where it was changed as a whole.
  init(_ kind: KilledWork.Kind, library path: String, questions: [Int]) throws {
    // Before the first byte was written there is nothing to look at.
    let before = try Self.isThere(path) ? LibraryCensus(copyOf: path) : nil
    let library = try Library(path: path)
    isWhole = try library.isWhole() && before?.isWhole != false
    let after = try LibraryCensus(path)
    switch kind {
    case .opening: break
    case .generating: kept = after.questions
    case .importing: try lookAtImports(library)
    case .taking: kept = after.responses
    case .reviewing:
      kept = after.reviews
      if after.unscheduled > 0 { fault = "\(after.unscheduled) answers without the time at which they come back" }
    case .migrating:
      lookAtQuestions(after, questions)
      if let before, (before.questions, before.responses) != (after.questions, after.responses) {
        fault =
          "\(before.questions) questions with \(before.responses) answers became \(after.questions) with "
          + "\(after.responses) when the migration went on"
      }
    case .restoring: lookAtQuestions(after, questions)
    }
  }

  private static func isThere(_ path: String) -> Bool {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return (attributes?[.size] as? Int ?? 0) > 0
  }

  /// All of a file is there, or nothing of it.
  private mutating func lookAtImports(_ library: Library) throws {
    let tests = try library.tests()
    kept = tests.count
    if let half = tests.first(where: { $0.status == .generating || $0.accepted < $0.count }) {
      fault = "\(half.accepted) of \(half.count) questions of an import"
    }
  }

  private mutating func lookAtQuestions(_ found: LibraryCensus, _ allowed: [Int]) {
    if allowed.contains(found.questions) {
      kept = allowed[0]
    } else {
      (kept, fault) = (found.questions, "\(found.questions) questions instead of \(allowed)")
    }
  }
}
