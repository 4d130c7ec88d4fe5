import Terminal

extension AppState {
  func newTestBindings(_ form: NewTestState) -> [Binding] {
    switch form.popup {
    case .browser(let browser): browserBindings(browser)
    case .topics: topicsBindings
    case nil: formBindings(form)
    }
  }

  private func formBindings(_ form: NewTestState) -> [Binding] {
    var bindings = [
      Binding(
        [.enter], enterLabel(form.focus), help: "Open the field, change it, or go to the next one.",
        disabled: form.focus == .make ? form.hindrance : topicsHindrance(form), does: .newTest(.fieldOpened)),
      Binding(
        [.control("g")], "make test", help: "Make the test as it is planned.", disabled: form.hindrance,
        does: .newTest(.makeAsked)),
      Binding(
        [.tab, .down], name: "Tab", "next", help: "Go to the next field (also Down).", does: .newTest(.focusMoved(1))),
      Binding(
        [.backTab, .up], name: "Shift-Tab", "previous", help: "Go to the field before (also Up).", footer: .hidden,
        does: .newTest(.focusMoved(-1))),
    ]
    if let hint = changeHint(form.focus) {
      bindings.insert(
        Binding(hint.keys, name: hint.name, "change", help: hint.help) { .newTest(.keyTyped($0)) }, at: 1)
    }
    return bindings
  }

  private func enterLabel(_ focus: NewTestState.Field) -> String {
    switch focus {
    case .notes: "choose notes"
    case .topics: "choose topics"
    case .format: "check or not"
    case .make: "make test"
    case .course, .title, .difficulty, .count, .choices, .seed: "next"
    }
  }

  private func topicsHindrance(_ form: NewTestState) -> String? {
    form.focus == .topics && form.outline?.topics.isEmpty != false
      ? "The topics come from the notes: choose notes first." : nil
  }

  private func changeHint(_ focus: NewTestState.Field) -> (keys: [Key], name: String, help: String)? {
    switch focus {
    case .difficulty: ([.left, .right], "Left/Right", "Change the difficulty.")
    case .count, .choices, .seed: ([.left, .right], "Left/Right", "Count up and down; a number can be typed too.")
    case .format: nil
    case .notes, .course, .title, .topics, .make: nil
    }
  }

  private func browserBindings(_ browser: FileBrowserState) -> [Binding] {
    let isNote = if case .note = browser.selected { true } else { false }
    let opening = Binding(
      [.enter], isNote ? "take" : "open", help: "Open the folder, or take the file and go back to the form.",
      disabled: browser.selected == nil ? "Nothing here has a name like that." : nil, does: .newTest(.rowOpened))
    // In a path a blank is text.
    let first = browser.takesBlanks ? [opening] : [opening, checkBinding(isNote: isNote)]
    return first + [
      Binding(
        [.control("a")], "all or none", help: "Check every file that is shown, or none.", does: .newTest(.allToggled)),
      Binding(
        [.control("p")], browser.showsPreview ? "list" : "preview",
        help: "Show how the file begins, or the list again; where there is room, both are shown.",
        footer: FileBrowserLayout.isWide(Frame(size).body.size) ? .hidden : .listed,
        disabled: isNote || browser.showsPreview ? nil : "Only files can be looked into.",
        does: .newTest(.previewAsked)),
      Binding(
        [.tab, .escape], "done", help: "Go back to the form with the checked files.", footer: .pinned,
        does: .newTest(.popupClosed)),
      Binding(
        [.up, .down, .pageUp, .pageDown], name: "Up/Down", "move", help: "Move in the list.", footer: .hidden
      ) { .newTest(.browserMoved($0)) },
      Binding(
        [.left], "folder above",
        help: "Go to the folder above. Typing filters the names; a path such as ~/notes/ is gone to.", footer: .hidden,
        disabled: browser.folder == "/" && !browser.isInSamples ? "There is no folder above." : nil,
        does: .newTest(.parentAsked)),
    ]
  }

  private func checkBinding(isNote: Bool) -> Binding {
    Binding(
      [.character(" ")], "check", help: "Check or uncheck the file, to take several.",
      disabled: isNote ? nil : "Only files can be checked: press Enter to open a folder.", does: .newTest(.rowToggled))
  }

  private var topicsBindings: [Binding] {
    [
      Binding([.character(" ")], "check", help: "Use the topic or not.") { .newTest(.topicsMoved($0)) },
      Binding([.character("a"), .control("a")], "all or none", help: "Check all topics, or none.") {
        .newTest(.topicsMoved($0))
      },
      Binding(
        [.enter, .tab, .escape, .character("q")], "done", help: "Go back to the form.", footer: .pinned,
        does: .newTest(.popupClosed)),
      Binding(.listMoves, name: "Up/Down, j/k", "move", help: "Move in the list.", footer: .hidden) {
        .newTest(.topicsMoved($0))
      },
    ]
  }
}
