import LanguageModels
import PracticeTests
import Terminal

extension AppState {
  /// Opens the conversation about the question on the screen; where only a host could answer that the student has not
  /// agreed to, it is named first.
  mutating func openChat() -> [AppEffect] {
    guard let chat = askedAbout else { return [] }
    if backends.author(of: .chat) == nil, let host = backends.hostToAgreeTo, let entry = backends.selected {
      overlay = .confirmation(Confirmation(dialog: entry.agreement(to: host), deed: .agreeAndAsk(host: host)))
      return []
    }
    return enter(chat)
  }

  /// Notes the agreement to the selected backend's host, then opens the conversation.
  mutating func agreeAndAsk(_ host: String) -> [AppEffect] {
    guard let entry = backends.selected, let chat = askedAbout else { return [] }
    backends.forget(entry.id)
    return [.settings(.agree(entry.configuration, host: host))] + enter(chat)
  }

  /// A conversation of this run goes on, as long as the answer is the same.
  private mutating func enter(_ chat: QuestionChat) -> [AppEffect] {
    let effects = keepPlace()
    let left = chats[chat.question.id]
    let isSame = left?.question == chat.question && left?.response.answer == chat.response.answer
    push(.chat(ChatState(isSame ? left ?? chat : chat)))
    return effects
  }

  /// The question on the screen, where its answer is given and graded.
  private var askedAbout: QuestionChat? {
    switch screen {
    case .taking(let taking): taking.item.flatMap { QuestionChat(about: $0.question, taking.response) }
    case .results(let results): results.item.flatMap { QuestionChat(about: $0.question, $0.response) }
    case .review(let review): review.asked.flatMap { QuestionChat(about: $0.item.question, $0.response) }
    default: nil
    }
  }

  /// The key that opens the conversation.
  ///
  /// - Parameter hindrance: why the question can't be asked about yet.
  func chatBinding(_ hindrance: String?, footer: Binding.FooterPlace = .listed) -> Binding {
    Binding(
      [.character("w")], "why?", help: "Ask a model about the question, or have it say why in simpler words.",
      footer: hindrance == nil ? footer : .hidden, disabled: hindrance ?? backends.modelHindrance, does: .chatAsked)
  }
}

extension BackendsState {
  /// Why no model can be asked; `nil` where one can, or that is not known yet.
  var modelHindrance: String? {
    let models = entries.filter { $0.configuration.kind != .mock && bar(to: $0) == nil }
    guard hostToAgreeTo == nil, !models.contains(where: \.mayAnswer) else { return nil }
    if let selected, selected.configuration.kind != .mock {
      if let bar = bar(to: selected) {
        return "This needs a model, and \(selected.name) is not asked: \(bar). g chooses another."
      }
      if let advice = selected.availability.advice(for: selected.configuration) {
        return "This needs a model. \(advice)"
      }
    }
    return "This needs a model, and none can be used now: g shows what there is, and how to get one."
  }

  /// The host of the selected backend, where all that keeps it is that the student has not agreed to it.
  var hostToAgreeTo: String? {
    guard let selected, selected.configuration.kind != .mock, bar(to: selected) == nil,
      case .unavailable(.notPermitted(let host)) = selected.availability
    else { return nil }
    return host
  }
}

extension BackendEntry {
  /// Whether it is there, or may be.
  fileprivate var mayAnswer: Bool {
    switch availability {
    case .available, .loading, .unknown: true
    case .unavailable: false
    }
  }

  /// A host that is not this machine is named, and agreed to once.
  func agreement(to host: String) -> Dialog {
    let message =
      configuration.kind == .mlx
      ? "The model \(configuration.model ?? "") comes from \(host). Nothing of yours is sent there."
      : "The passages that questions are made from, what you ask and what you answer are sent to \(host), "
        + "which is not this machine."
    return Dialog(title: "Agree to \(host)?", message: message, buttons: ["No", "Agree"])
  }
}
