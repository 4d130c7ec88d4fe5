import Terminal

/// One key of a screen, or several that do the same: the footer, the help and the dispatch all come from it.
struct Binding: Sendable {
  /// Where the footer shows a binding.
  enum FooterPlace: Sendable {
    /// Only the help has it.
    case hidden
    /// From the left, as far as there is room.
    case listed
    /// At the right, whatever the room: the ways out, and the help.
    case pinned
  }

  /// The keys.
  var keys: [Key]
  /// How the keys are called when there are too many to list.
  var name: String
  /// A word or two for the footer.
  var label: String
  /// A sentence for the help.
  var help: String
  /// Where the footer shows it.
  var footer: FooterPlace
  /// Why it can't be done now: it keeps its place, and says this when it is pressed.
  var disabledReason: String?
  /// What pressing it means.
  var action: @Sendable (Key) -> AppAction

  /// Makes a binding; without a name it is called by its first key.
  init(
    _ keys: [Key], name: String? = nil, _ label: String, help: String, footer: FooterPlace = .listed,
    disabled: String? = nil, action: @escaping @Sendable (Key) -> AppAction
  ) {
    self.keys = keys
    self.name = name ?? keys.first?.description ?? ""
    self.label = label
    self.help = help
    self.footer = footer
    disabledReason = disabled
    self.action = action
  }

  /// Makes a binding whose action does not depend on the key.
  init(
    _ keys: [Key], name: String? = nil, _ label: String, help: String, footer: FooterPlace = .listed,
    disabled: String? = nil, does action: AppAction
  ) {
    self.init(keys, name: name, label, help: help, footer: footer, disabled: disabled) { _ in action }
  }

  /// All keys, as the help lists them.
  var allKeys: String {
    let listed = keys.map(\.description).joined(separator: ", ")
    return name == keys.first?.description ? listed : name
  }
}

extension Binding {
  /// Takes a test in study mode.
  static func study(disabled: String?, does action: AppAction) -> Binding {
    Binding(
      [.character("t")], "study", help: "Take the test in study mode: each answer is graded at once.",
      disabled: disabled, does: action)
  }

  /// Takes a test with a time.
  static func timed(disabled: String?, does action: AppAction) -> Binding {
    Binding(
      [.character("e")], "timed", help: "Take the test as an exam with a time, after which it is handed in.",
      disabled: disabled, does: action)
  }
}

extension [Binding] {
  /// The binding of a key; the wheel does what the arrows do.
  func first(for key: Key) -> Binding? {
    let key = key.orArrow
    return first { $0.keys.contains(key) }
  }

  /// Goes to the question after the one that is shown, and to the one before.
  ///
  /// - Parameters:
  ///   - index: the place of the one that is shown, counted from 0.
  ///   - count: how many there are.
  static func steps(at index: Int, of count: Int, does step: (Int) -> AppAction) -> [Binding] {
    [
      Binding(
        .nextOne, "next", help: "Show the next question.",
        disabled: index >= count - 1 ? "This is the last question." : nil, does: step(1)),
      Binding(
        .previousOne, "previous", help: "Show the question before.",
        disabled: index == 0 ? "This is the first question." : nil, does: step(-1)),
    ]
  }
}

extension [Key] {
  /// The keys that go to the next one.
  static let nextOne: [Key] = [.character("n"), .right, .character("l"), .tab]
  /// The keys that go to the one before.
  static let previousOne: [Key] = [.character("p"), .left, .character("h"), .backTab]
  /// The keys that move in a list.
  static let listMoves: [Key] = [
    .up, .down, .character("k"), .character("j"), .pageUp, .pageDown, .home, .end,
  ]
}
