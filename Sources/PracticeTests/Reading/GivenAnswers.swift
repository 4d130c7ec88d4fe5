import LanguageModels

/// Tables of what somebody answered, whose columns may have the names of those of questions and their answers.
enum GivenAnswers {
  static let fault = "This table seems to hold what somebody answered, and is not read."

  private static let columns: Set = [
    "expected", "expectedanswer", "sampleanswer", "modelanswer", "myanswer", "result", "iscorrect", "correct?", "right",
    "right?", "verdict",
  ]
  /// What the names of other such columns hold.
  private static let words = [
    "reply", "replies", "response", "your", "student", "pupil", "learner", "candidate", "user", "given", "submitted",
    "selected", "chosen",
  ]
  private static let verdicts: Set = ["right", "wrong", "y", "n", "x", "[x]", "[ ]"]
  private static let ticks = "\u{2610}\u{2611}\u{2612}\u{2705}\u{2713}\u{2714}\u{2717}\u{2718}\u{274C}".unicodeScalars

  /// Whether a column with one of these names tells what somebody answered, or how that was marked: beside it, the
  /// "answer" need not be right.
  static func areTold(by names: [String]) -> Bool {
    names.map { FieldName.plain($0) }.contains { name in
      columns.contains(name) || words.contains { name.contains($0) }
    }
  }

  /// Whether columns with these names hold options.
  static func hasOptions(_ names: [String]) -> Bool {
    let fields = names.map { FieldName.named($0) }
    return fields.contains(.options) || fields.contains(.distractors)
      || OptionName.options(names.map { JSONMember(FieldName.plain($0), .null) }) != nil
  }

  /// Whether a cell is a mark that says whether something is right.
  static func isVerdict(_ cell: String) -> Bool {
    if let first = cell.unicodeScalars.first, ticks.contains(first) { return true }
    return WrittenQuestion.verdict(cell) != nil || verdicts.contains(cell.lowercased())
  }
}
