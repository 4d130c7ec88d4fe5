import LanguageModels

/// Measures whether a model can verify.
package struct Calibrator: Sendable {
  let verifier: Verifier
  /// Questions that are asked at once.
  let width: Int

  /// Makes a calibrator.
  package init(verifier: Verifier, width: Int) {
    (self.verifier, self.width) = (verifier, width)
  }

  /// Has the model verify every question of the set.
  ///
  /// - Parameter report: told how many are done, of how many.
  /// - Throws: `LLMError`, or `CancellationError`.
  package func run(report: @escaping @Sendable (_ done: Int, _ of: Int) -> Void) async throws -> Calibration {
    let entries = try CalibrationSet.entries()
    var calibration = Calibration()
    report(0, entries.count)
    try await withThrowingTaskGroup(of: (isPlanted: Bool, isConfirmed: Bool).self) { group in
      var started = 0
      for entry in entries {
        if started >= width, let (isPlanted, isConfirmed) = try await group.next() {
          calibration.note(isPlanted, isConfirmed)
          report(calibration.right + calibration.wrong, entries.count)
        }
        started += 1
        group.addTask {
          let verdict = try await verifier.verify(entry.item, passage: entry.passage).verdict
          return (entry.isPlanted, verdict == .confirmed)
        }
      }
      for try await (isPlanted, isConfirmed) in group {
        calibration.note(isPlanted, isConfirmed)
        report(calibration.right + calibration.wrong, entries.count)
      }
    }
    return calibration
  }
}

extension Calibration {
  fileprivate mutating func note(_ isPlanted: Bool, _ isConfirmed: Bool) {
    if isPlanted {
      wrong += 1
      wrongConfirmed += isConfirmed ? 1 : 0
    } else {
      right += 1
      rightConfirmed += isConfirmed ? 1 : 0
    }
  }
}
