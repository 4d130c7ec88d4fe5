import Terminal

/// The keys that answer a question, on every screen that asks one.
enum AnswerBindings {
  /// A letter and a digit for each option.
  static func choose(
    among count: Int, _ label: String, ending: String = ".", disabled: String? = nil,
    does action: @escaping @Sendable (Int) -> AppAction
  ) -> Binding {
    let digits: [Key] = ["1", "2", "3", "4", "5"].prefix(count).map(Key.character)
    let letters: [Key] = ["a", "b", "c", "d", "e"].prefix(count).map(Key.character)
    let last = ["", "a", "b", "c", "d", "e"][min(count, 5)]
    return Binding(
      letters + digits, name: "a-\(last)", label, help: "Choose an option (also 1-\(count))\(ending)",
      disabled: disabled
    ) { key in
      action((letters.firstIndex(of: key) ?? digits.firstIndex(of: key)) ?? 0)
    }
  }

  static func point(does action: @escaping @Sendable (Key) -> AppAction) -> Binding {
    Binding(
      [.up, .down, .character("k"), .character("j"), .home, .end], name: "Up/Down, j/k", "move",
      help: "Point at an option.", footer: .hidden, action: action)
  }

  static func write(disabled: String? = nil, does action: AppAction) -> Binding {
    Binding([.enter, .character("i")], "write", help: "Go to the answer's field.", disabled: disabled, does: action)
  }

  static func scroll(does action: @escaping @Sendable (Key) -> AppAction) -> Binding {
    Binding(
      [.pageUp, .pageDown], name: "PgUp/PgDn", "scroll", help: "Scroll a long question.", footer: .hidden,
      action: action)
  }
}
