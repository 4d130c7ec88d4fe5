/// Lines that mean something of their own, and belong to a question all the same while its options are yet to come:
/// the key of a figure, the reason of an assertion, a comment in code.
enum QuizStem {
  /// Whether a line is of a kind that may stand in a question.
  static func mayHold(_ kind: QuizLine, _ line: Substring) -> Bool {
    let text = QuizMarkup.plain(line).lowercased()
    return switch kind {
    case .answer: text.hasPrefix("key")
    case .explanation: text.hasPrefix("reason") || text.hasPrefix("why")
    case .divider: text.hasPrefix("# ")
    default: false
    }
  }

  /// Of each line, whether options stand below it before anything else begins.
  static func areOptionsBelow(_ kinds: [QuizLine], _ lines: [Substring]) -> [Bool] {
    var result = [Bool](repeating: false, count: kinds.count)
    var (isAbove, isBlankBelow, isTextBelow) = (false, false, false)
    for index in kinds.indices.reversed() {
      result[index] = isAbove
      switch kinds[index] {
      case .blank:
        // A paragraph below a blank line may be another question.
        if isTextBelow { isAbove = false }
        isBlankBelow = true
        continue
      case .option(let label, _, _): isAbove = label == "A" || isAbove && label != nil
      case .other: break
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
