/// The code fences of a quiz. One around it is no part of it; one behind what asks, or right below a line of a question,
/// holds code that belongs to that.
struct QuizFences {
  /// What a line is to the fences.
  enum Part {
    /// None of them has to do with it.
    case line
    /// A line of code in a question, or the fence above or below it, without the white space before that.
    case code(Substring)
    /// A fence around questions.
    case edgeOfQuiz
  }

  private enum State {
    case outside
    case aroundQuiz
    case inQuestion(CodeFence)
  }

  private var state = State.outside
  /// The lines, counted from 0, whose fences have an end.
  private let closable: Set<Int>

  init(_ lines: [Substring]) {
    closable = CodeFence.closable(lines.map { CodeFence($0) })
  }

  /// Takes a line with its number, which counts from 1: below a line that asks, or right below a line of a question.
  mutating func take(_ line: Substring, _ number: Int, isAsked: Bool, isRightBelow: Bool) -> Part {
    let mark = CodeFence(line)
    if case .inQuestion(let open) = state {
      if let mark, open.isClosed(by: mark) { state = .outside }
      return .code(open.withoutIndent(line))
    }
    guard let mark, mark.sign == "`" else { return .line }
    if case .aroundQuiz = state {
      state = .outside
      return .edgeOfQuiz
    }
    guard isAsked || isRightBelow && closable.contains(number - 1) else {
      state = .aroundQuiz
      return .edgeOfQuiz
    }
    state = .inQuestion(mark)
    return .code(mark.withoutIndent(line))
  }
}
