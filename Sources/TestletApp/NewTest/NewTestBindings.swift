import Terminal

extension AppState {
  func newTestBindings(_ form: NewTestState) -> [Binding] {
    switch form.popup {
    case .browser(let browser): browserBindings(browser)
    case .topics: topicsBindings
    case nil: formBindings(form)
    }
  }

  /// Where Enter does what other keys do too, it is a key of theirs, so that nothing is offered twice. Where nothing is
  /// typed, Space does what Enter does, and letters move.
  private func formBindings(_ form: NewTestState) -> [Binding] {
    let (enter, others): (Binding, [Binding]) =
      switch form.focus {
      case .notes: (enterBinding("choose notes"), [makeBinding(form), nextBinding(form)])
      case .topics: (enterBinding("choose topics", topicsHindrance(form)), [makeBinding(form), nextBinding(form)])
      case .format: (enterBinding("check or not"), [makeBinding(form), nextBinding(form)])
      case .make: (makeBinding(form, [.enter, .character(" ")]), [nextBinding(form)])
      case .course, .title, .difficulty, .count, .choices, .seed: (nextBinding(form, [.enter]), [makeBinding(form)])
      }
    let change = changeHint(form.focus).map { hint in
      Binding(hint.keys, name: hint.name, "change", help: hint.help) { .newTest(.keyTyped($0)) }
    }
    let letters: [Key] = form.focus.takesKeys ? [] : [.character("k")]
    let previous = Binding(
      [.backTab, .up] + letters, "previous", help: "Go to the field before.", footer: .hidden,
      does: .newTest(.focusMoved(-1)))
    return [enter] + [change].compactMap(\.self) + others + [previous]
  }

  private func enterBinding(_ label: String, _ hindrance: String? = nil) -> Binding {
    Binding(
      [.enter, .character(" ")], label, help: "Open the field, or change it.", disabled: hindrance,
      does: .newTest(.fieldOpened))
  }

  private func makeBinding(_ form: NewTestState, _ first: [Key] = []) -> Binding {
    Binding(
      first + [.control("g")], "make test", help: "Make the test as it is planned.", disabled: form.hindrance,
      does: .newTest(.makeAsked))
  }

  private func nextBinding(_ form: NewTestState, _ first: [Key] = []) -> Binding {
    let letters: [Key] = form.focus.takesKeys ? [] : [.character("j")]
    return Binding(
      first + [.tab, .down] + letters, "next", help: "Go to the next field.", does: .newTest(.focusMoved(1)))
  }

  private func topicsHindrance(_ form: NewTestState) -> String? {
    form.outline?.topics.isEmpty != false ? "The topics come from the notes: choose notes first." : nil
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
