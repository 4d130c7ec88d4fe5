/// Lines that mean something of their own, and belong to a question all the same while its options are yet to come:
/// the key of a figure, the reason of an assertion, a comment in code.
enum QuizStem {
  /// Whether a line is of a kind that may stand in a question.
  private static func mayHold(_ kind: QuizLine, _ line: Substring) -> Bool {
    let text = QuizMarkup.plain(line).lowercased()
    return switch kind {
    case .answer: text.hasPrefix("key")
    case .explanation: text.hasPrefix("reason") || text.hasPrefix("why")
    case .divider: text.hasPrefix("# ")
    default: false
    }
  }

  /// Whether the text of a question may go on with a line, whatever that looks like: its options are below.
  ///
  /// - Parameter asks: the text above asks already, so that another question may follow.
  static func goesOn(
    with kind: QuizLine, _ line: Substring, _ below: Below, isAfterBlank: Bool, asks: Bool
  ) -> Bool {
    guard below.areOptions, mayHold(kind, line) else { return false }
    if case .divider = kind { return !isAfterBlank }
    // What asks below is another question, and this the answer to the one above.
    return !(below.asks && asks)
  }

  /// What stands below a line before anything else begins.
  struct Below {
    /// Whether options do.
    var areOptions = false
    /// Whether a line that asks something does, above them.
    var asks = false
  }

  /// What stands below each line.
  static func below(_ kinds: [QuizLine], _ lines: [Substring]) -> [Below] {
    var result = [Below](repeating: Below(), count: kinds.count)
    var (isAbove, isBlankBelow, isTextBelow, asks) = (false, false, false, false)
    for index in kinds.indices.reversed() {
      result[index] = Below(areOptions: isAbove, asks: asks)
      switch kinds[index] {
      case .blank:
        // A paragraph below a blank line may be another question.
        if isTextBelow { isAbove = false }
        isBlankBelow = true
        continue
      case .option(let label, _, _): (isAbove, asks) = (label == "A" || isAbove && label != nil, false)
      case .other(let text): asks = isAbove && (asks || text.hasSuffix("?"))
      case let kind where mayHold(kind, lines[index]):
        if case .divider = kind, isBlankBelow { isAbove = false }
      default: isAbove = false
      }
      isBlankBelow = false
      isTextBelow = if case .other = kinds[index] { true } else { false }
    }
    return result
  }
}
