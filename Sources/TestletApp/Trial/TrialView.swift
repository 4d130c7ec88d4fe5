import LanguageModels
import PracticeTests
import Terminal

extension AppState {
  func drawTrial(_ trial: TrialState, into canvas: inout Canvas, in area: Rect) {
    let rows = trialRows(trial, width: area.columns - 2)
    canvas.draw(rows: rows, window: trial.scroll.window(total: rows.count, height: area.rows), in: area)
  }

  /// What was asked and what came of it: the verdict first, the prompt last.
  func trialRows(_ trial: TrialState, width: Int) -> [Row] {
    switch trial.outcome {
    case .running:
      let seconds = Wording.span(now.timeIntervalSince(trial.startedAt))
      let head: Row = [Span("Writing a question about a sample note, \(seconds) so far.", .accent)]
      return [head, []] + lines(of: trial.text, width: width)
    case .failed(let sentence): return Rows.wrapped(sentence, width: width, style: .danger)
    case .ended(let result):
      return [verdict(result)] + cost(result.response) + [[]] + gates(result, width: width) + [[]]
        + question(result.item, width: width) + [[Span("Answer as it came", .heading)]]
        + lines(of: result.response.text, width: width) + [[]]
        + result.prompt.flatMap { message in
          [[Span("Prompt, \(message.role.rawValue)", .heading)]] + lines(of: message.content, width: width) + [[]]
        }
    }
  }

  private func verdict(_ result: QuestionTrial) -> Row {
    result.isKept
      ? [Span("\(symbols.yes) It would be kept.", .success)]
      : [Span("\(symbols.no) It would not be kept as it is.", .danger)]
  }

  /// The built-in writer takes no time and reads no tokens.
  private func cost(_ response: LLMResponse) -> [Row] {
    guard response.kind != .mock else { return [] }
    let usage = response.usage
    let seconds = (usage.seconds * 10).rounded() / 10
    return [
      [
        Span(
          "\(seconds) s; \(usage.promptTokens) tokens read, \(usage.cachedPromptTokens) of them kept from before; "
            + "\(usage.outputTokens) written by \(response.model)", .muted)
      ]
    ]
  }

  /// The question as a student reads it, with what is right, where the answer was one.
  private func question(_ item: Item?, width: Int) -> [Row] {
    guard let item else { return [] }
    let options = item.choices.enumerated().flatMap { index, choice in
      let mark = index == item.correctIndex ? symbols.chosen : symbols.unchosen
      return Rows.marked(choice, width: width, mark: [Span("\(mark) \(OptionLetter.letter(index))  ")])
    }
    let key = Rows.marked(item.correctAnswer, width: width, mark: [Span("Right: ", .muted)])
    return [[Span("Question", .heading)]] + Rows.marked(item.prompt, width: width)
      + (item.choices.isEmpty ? key : options) + [[]]
  }

  private func gates(_ result: QuestionTrial, width: Int) -> [Row] {
    let title: Row = [Span("Gates", .heading)]
    guard !result.violations.isEmpty else { return [title, [Span("Every gate passed.")]] }
    return [title]
      + result.violations.flatMap { violation in
        Rows.wrapped(
          "\(violation.gate.rawValue) (\(violation.action.rawValue)): \(SafeText.line(violation.message, limit: 500))",
          width: width, mark: [Span("- ")])
      }
  }

  private func lines(of text: String, width: Int) -> [Row] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      line.isEmpty ? [[]] : Rows.wrapped(SafeText.line(String(line), limit: 4000), width: width)
    }
  }
}
