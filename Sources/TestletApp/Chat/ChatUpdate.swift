import Foundation
import LanguageModels
import PracticeTests
import Terminal

extension AppState {
  mutating func updateChat(_ action: ChatAction) -> [AppEffect] {
    guard var state = chat else { return [] }
    defer { chat = state }
    switch action {
    case .keyTyped(let key): _ = state.field.handle(key)
    case .scrolled(let key): scrollChat(&state, key)
    case .asked: return ask(&state)
    case .simplerAsked:
      guard let explanation = state.chat.explanation else { return [] }
      let number = begin(.simplification, &state)
      let host = backends.author(of: .rewriting)?.host
      return [.tutoring(.simplify(number, explanation, state.chat.question, namedHost: host))]
    case .stopped:
      state.stop()
      return [.tutoring(.cancelTutor)]
    case .began(let number, let author): state.change(number) { $0.author = author }
    case .textArrived(let number, let text): state.change(number) { $0.text += text }
    case .answered(let number, let answer): state.end(number, with: .answer(answer))
    case .simplified(let number, let simplification): state.end(number, with: .simplification(simplification))
    case .failed(let number, let sentence): state.fail(number, sentence)
    }
    return []
  }

  private mutating func ask(_ state: inout ChatState) -> [AppEffect] {
    let written = state.field.text.trimmingCharacters(in: .whitespaces)
    guard state.running == nil, let question = written.isEmpty ? state.suggestion : written else { return [] }
    state.field.text = ""
    let number = begin(.answer(to: question), &state)
    return [.tutoring(.askTutor(number, question, state.chat, namedHost: backends.author(of: .chat)?.host))]
  }

  private mutating func begin(_ work: ChatState.Running.Work, _ state: inout ChatState) -> Int {
    chatRequests += 1
    state.running = ChatState.Running(number: chatRequests, work: work, since: now)
    (state.problem, state.scroll) = (nil, nil)
    return chatRequests
  }

  /// Scrolls; at its end, what is still coming is followed.
  private func scrollChat(_ state: inout ChatState, _ key: Key) {
    let layout = ChatLayout(state, self)
    var scroll = ScrollView(offset: layout.start)
    guard scroll.handle(key, total: layout.rows.count, height: layout.height) else { return }
    let isAtEnd = scroll.offset >= layout.rows.count - layout.height
    state.scroll = isAtEnd && !state.isFresh ? nil : scroll.offset
  }
}

extension ChatState {
  fileprivate mutating func change(_ number: Int, _ body: (inout Running) -> Void) {
    guard var running, running.number == number else { return }
    body(&running)
    self.running = running
  }

  fileprivate mutating func end(_ number: Int, with turn: QuestionChat.Turn) {
    guard running?.number == number else { return }
    chat.turns.append(turn)
    running = nil
  }

  /// What has come of an answer stays; what was asked in vain can be asked again.
  fileprivate mutating func stop() {
    guard let running else { return }
    self.running = nil
    guard case .answer(let question) = running.work else { return }
    if let author = running.author, !running.text.allSatisfy(\.isWhitespace) {
      chat.turns.append(
        .answer(ChatAnswer(question: question, text: running.text, author: author, ending: .stopped)))
    } else if field.isEmpty {
      field.text = question
    }
  }

  fileprivate mutating func fail(_ number: Int, _ sentence: String) {
    guard let running, running.number == number else { return }
    self.running = nil
    problem = sentence
    if case .answer(let question) = running.work, field.isEmpty { field.text = question }
  }
}
