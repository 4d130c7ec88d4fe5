import Foundation
import LanguageModels
import PracticeTests
import Terminal

/// The lines of a conversation in a width.
struct ChatRows {
  let width: Int
  let app: AppState

  /// What the conversation is about.
  func question(_ chat: QuestionChat) -> [Row] {
    AnswerReview(chat.question, chat.response, width: width, symbols: app.symbols).brief
  }

  /// What was said, and what is being said.
  func conversation(_ state: ChatState) -> [Row] {
    if state.isFresh { return introduction }
    var parts = state.chat.turns.map(turn)
    if let running = state.running { parts.append(self.running(running)) }
    if let problem = state.problem { parts.append(Rows.wrapped(problem, width: width, style: .danger)) }
    if state.running == nil { parts.append(change(from: state.chat.turns.last?.author)) }
    return Array(parts.filter { !$0.isEmpty }.joined(separator: [[]]))
  }

  /// Who would answer, and where what is asked would go.
  private var introduction: [Row] {
    guard let author = next else { return note("No model can answer now: g on Home shows why.") }
    return note("\(author.text) would answer from your notes, and nobody checks what it says.") + destination(author)
  }

  /// Who would answer next, where that is another than before.
  private func change(from last: ModelSignature?) -> [Row] {
    guard let next, next.backend != last?.backend || next.host != last?.host else { return [] }
    return note("Next, \(next.text) would answer.") + destination(next)
  }

  /// The one that would answer now; for simpler words the router goes by the same.
  private var next: ModelSignature? { app.backends.author(of: .chat) }

  private func destination(_ author: ModelSignature) -> [Row] {
    author.host.map { note("What you ask goes to \(SafeText.line($0)), with the passage.") } ?? []
  }

  private func turn(_ turn: QuestionChat.Turn) -> [Row] {
    switch turn {
    case .answer(let answer):
      let forgotten =
        answer.forgotten > 0
        ? note("Its context is full: it was not told of the first \(Wording.count(answer.forgotten, "turn")).") : []
      let ending =
        switch answer.ending {
        case .whole: ""
        case .cutOff: ", cut off"
        case .stopped: ", stopped"
        }
      return asked(answer.question) + text(answer.text) + forgotten
        + note("\(answer.author.text)\(ending); nobody has checked it")
    case .simplification(let simplification):
      return asked("Say it simpler.") + text(simplification.text) + remark(on: simplification)
    }
  }

  private func remark(on simplification: Simplification) -> [Row] {
    guard let fault = simplification.fault else {
      return note("\(simplification.author.text); only its numbers, terms and negations were checked")
    }
    return Rows.wrapped(
      "This is the explanation as it was: simpler words by \(simplification.author.text) were not taken, because "
        + "\(fault.reason).", width: width, style: .warning)
  }

  private func running(_ running: ChatState.Running) -> [Row] {
    let seconds = Wording.span(app.now.timeIntervalSince(running.since))
    let author = running.author?.text ?? "a model"
    switch running.work {
    case .answer(let question):
      return asked(question) + (running.text.isEmpty ? [] : text(running.text))
        + note("\(author) is writing\(app.symbols.ellipsis) \(seconds)")
    case .simplification:
      return asked("Say it simpler.") + note("\(author) looks for simpler words\(app.symbols.ellipsis) \(seconds)")
    }
  }

  private func asked(_ question: String) -> [Row] {
    Rows.wrapped(question, width: width, mark: [Span("\(app.symbols.pointer) ", .accent)], style: .plain.bold)
  }

  private func text(_ text: String) -> [Row] {
    SafeText.text(text).split(separator: "\n", omittingEmptySubsequences: true).flatMap { line in
      Rows.wrapped(String(line), width: width)
    }
  }

  private func note(_ text: String) -> [Row] { Rows.wrapped(text, width: width, style: .muted) }
}

extension QuestionChat.Turn {
  /// Who wrote it.
  fileprivate var author: ModelSignature {
    switch self {
    case .answer(let answer): answer.author
    case .simplification(let simplification): simplification.author
    }
  }
}
