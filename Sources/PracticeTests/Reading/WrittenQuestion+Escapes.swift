extension WrittenQuestion {
  /// Takes off the backslashes that keep signs from being markup: all of them where the texts are escaped as our own
  /// Markdown is, else those that mean nothing else.
  mutating func removeEscapes(areOurs: Bool) {
    var texts = [prompt, rationale ?? ""] + options.map(\.text)
    for case .text(let text) in answers { texts.append(text) }
    let ours = areOurs ? texts.compactMap(QuizEscapes.removedFromOurs) : []
    change(ours.count == texts.count ? { QuizEscapes.removedFromOurs($0) ?? $0 } : QuizEscapes.removed)
  }

  private mutating func change(_ plain: (String) -> String) {
    prompt = plain(prompt)
    rationale = rationale.map(plain)
    for index in options.indices { options[index].text = plain(options[index].text) }
    for (index, answer) in answers.enumerated() {
      if case .text(let text) = answer { answers[index] = .text(plain(text)) }
    }
  }
}
