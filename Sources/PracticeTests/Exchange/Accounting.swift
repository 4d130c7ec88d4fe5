import LanguageModels

/// What became of the slots of a test, in a sentence.
public enum Accounting {
  /// "Asked 10: 8 from the model (7 verified), 1 built in, 1 missing: ... 3 answers were repaired while
  /// reading.".
  public static func sentence(_ test: StoredTest) -> String {
    let questions = test.questions
    let written = questions.filter { $0.provenance.origin == .model }
    let missing = test.missing
    let open = test.slots.count - questions.count - missing.reduce(0) { $0 + $1.count }
    let counts: [(Int, String)] = [
      (written.count, "from the model (\(written.count { $0.provenance.verified == true }) verified)"),
      (questions.count { $0.provenance.origin == .builtin }, "built in"),
      (questions.count { $0.provenance.origin == .imported }, "brought from a file"),
      (open, "not made yet"),
    ]
    let reasons = missing.isEmpty ? [] : [missing.map(\.sentence).joined(separator: " ")]
    let parts = (counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" } + reasons).joined(separator: ", ")
    let sentence = "Asked \(test.slots.count): \(parts)\(parts.hasSuffix(".") ? "" : ".")"
    return sentence + otherwiseFormed(test) + repaired(test.stats.repairedAnswers)
  }

  /// The questions that are not what their slots asked for; nothing where all are.
  private static func otherwiseFormed(_ test: StoredTest) -> String {
    let count = test.slots.count { slot in
      if let question = slot.question { question.item.format != slot.slot.format } else { false }
    }
    return switch count {
    case 0: ""
    case 1: " 1 is of another format than was asked for."
    default: " \(count) are of another format than was asked for."
    }
  }

  /// What the tolerant reader did; nothing where every answer could be read as it came.
  private static func repaired(_ count: Int) -> String {
    guard count > 0 else { return "" }
    return " \(Counted.text(count, "answer")) \(count == 1 ? "was" : "were") repaired while reading."
  }

  /// What a model has shown of itself, and what follows.
  public static func sentence(_ calibration: Calibration, of model: String) -> String {
    let result =
      "\(model) found \(calibration.rightConfirmed) of \(calibration.right) right keys and confirmed "
      + "\(calibration.wrongConfirmed) of \(calibration.wrong) planted wrong ones"
    return calibration.isEarned
      ? "\(result): it verifies its own questions." : "\(result): it is too weak to check itself."
  }

  /// How a model is asked, and why.
  public static func sentence(_ calibration: DraftingCalibration, of model: String) -> String {
    let (staged, oneShot) = (calibration.staged, calibration.oneShot)
    func share(_ yield: DraftingCalibration.Yield) -> String { "\(yield.verified) of \(yield.drafts)" }
    let first = "\(share(staged)) questions asked in stages were verified (\(staged.requests) requests)"
    let second =
      oneShot.drafts == 0
      ? "in one request was not tried" : "\(share(oneShot)) in one request each (\(oneShot.requests) requests)"
    let way = calibration.method == .staged ? "in stages" : "in one request"
    return "\(model): \(first), \(second): it is asked \(way)."
  }
}

extension StoredTest {
  /// The slots that could not be filled, by the reason.
  fileprivate var missing: [MissingSlots] { MissingSlots.groups(slots.map(\.whyMissing)) }
}
