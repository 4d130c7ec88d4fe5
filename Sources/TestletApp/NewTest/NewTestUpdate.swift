import PracticeTests
import Terminal

extension AppState {
  mutating func updateNewTest(_ action: NewTestAction) -> [AppEffect] {
    guard var form = newTest else { return [] }
    let (before, orderBefore) = (form.request, form.outlineOrder)
    var effects = form.update(action, browserHeight: NewTestLayout.listHeight(size))
    if form.outline != nil, form.request != before || action.bringsNotes { effects += form.plan() }
    if form.outlineOrder != orderBefore, form.notes == orderBefore.notes { effects += form.outlineAgain() }
    effects += form.preview()
    newTest = form
    if case .makeAsked = action, form.isMaking { arrival = .order }
    if case .makeFailed(let sentence) = action { fail(sentence) }
    return effects
  }
}

extension NewTestAction {
  fileprivate var bringsNotes: Bool {
    if case .notesRead = self { true } else { false }
  }
}

extension NewTestState {
  fileprivate mutating func update(_ action: NewTestAction, browserHeight: Int) -> [AppEffect] {
    switch action {
    case .prepared(let start): return begin(start)
    case .focusMoved(let step): moveFocus(step)
    case .fieldOpened: return open()
    case .keyTyped(let key): return type(key)
    case .notesFound(let choices):
      guard isAskedFor else { return [] }
      (notes, outline) = (choices, choices.isEmpty ? NotesOutline() : nil)
      return choices.isEmpty ? [] : [reading]
    case .notesRead(let order, let found):
      if order == outlineOrder { take(found) }
    case .outlineFailed(let order, let sentence):
      if order == outlineOrder { failOutline(sentence) }
    case .planned(let planned, let plan):
      if planned == request { (blueprint, planProblem) = (plan, nil) }
    case .planFailed(let planned, let sentence):
      if planned == request { (blueprint, planProblem) = (nil, sentence) }
    case .makeAsked: return make()
    case .makeFailed: isMaking = false
    case .folderListed(let listing): withBrowser { $0.list(listing) }
    case .rowOpened: return openRow()
    case .rowToggled:
      withBrowser { if case .note(let choice, _) = $0.selected { $0.toggle(choice) } }
    case .allToggled: withBrowser { $0.toggleAll() }
    case .browserMoved(let key):
      withBrowser { _ = $0.list.handle(key, count: $0.rows.count, height: browserHeight, letters: false) }
    case .parentAsked: return go { $0.open(.parent) }
    case .previewAsked: withBrowser { $0.showsPreview.toggle() }
    case .notePreviewed(let preview):
      withBrowser { if $0.preview?.choice == preview.choice { $0.preview = preview } }
    case .popupClosed: return closePopup()
    case .topicsMoved(let key): moveInTopics(key, height: browserHeight)
    }
    return []
  }

  private mutating func begin(_ start: Start) -> [AppEffect] {
    self.start = start
    seed = NumberField(start.seed, in: seed.range)
    return notes.isEmpty ? openBrowser(start) : []
  }

  private mutating func take(_ found: NotesOutline) {
    outline = found
    guard !wantedTopics.isEmpty, !found.topics.isEmpty else { return }
    leftOut = Set(found.topics).subtracting(wantedTopics)
    wantedTopics = []
  }

  /// What is known of the notes stays; only the plan is not to be had.
  private mutating func failOutline(_ sentence: String) {
    if outline == nil { outline = NotesOutline(problems: [sentence]) }
    (blueprint, planProblem) = (nil, sentence)
  }

  private mutating func moveFocus(_ step: Int) {
    let index = (Field.all.firstIndex(of: focus) ?? 0) + step
    focus = Field.all[(index + Field.all.count) % Field.all.count]
  }

  private mutating func open() -> [AppEffect] {
    switch focus {
    case .notes: return start.map { openBrowser($0) } ?? []
    case .topics:
      guard let topics = outline?.topics, !topics.isEmpty else { return [] }
      popup = .topics(CheckList(checked: Set(topics.indices.filter { !leftOut.contains(topics[$0]) })))
    case .format(let format): formats.formSymmetricDifference([format])
    case .course, .title, .difficulty, .count, .choices, .seed, .make: break
    }
    return []
  }

  private mutating func type(_ key: Key) -> [AppEffect] {
    if case .browser = popup { return go { $0.type(key) } }
    if popup != nil { return [] }
    switch focus {
    case .course: _ = course.handle(key)
    case .title: _ = title.handle(key)
    case .difficulty: _ = difficulty.handle(key)
    case .count: _ = count.handle(key)
    case .choices: _ = choices.handle(key)
    case .seed: _ = seed.handle(key)
    case .notes, .topics, .format, .make: break
    }
    return []
  }

  /// The plan follows every change of what is asked for.
  mutating func plan() -> [AppEffect] {
    guard let outline, !outline.notes.isEmpty, let request else {
      (blueprint, planProblem) = (nil, nil)
      return []
    }
    return [.planning(.planTest(request, outline.passages))]
  }

  /// What there is to ask about depends on the course and the formats.
  func outlineAgain() -> [AppEffect] {
    notes.isEmpty ? [] : [.planning(.outlineNotes(outlineOrder))]
  }

  private mutating func make() -> [AppEffect] {
    guard !isMaking, let order else { return [] }
    isMaking = true
    return [.planning(.createTest(order))]
  }

  // MARK: - Popups

  private mutating func openBrowser(_ start: Start) -> [AppEffect] {
    let browser = FileBrowserState(folder: start.folder, home: start.home, samples: start.samples, checked: notes)
    popup = .browser(browser)
    return [.planning(.listFolder(start.folder))]
  }

  private mutating func openRow() -> [AppEffect] {
    guard case .browser(let browser) = popup else { return [] }
    switch browser.selected {
    case .note(let choice, _):
      withBrowser { if !$0.checked.contains(choice) { $0.toggle(choice) } }
      return closePopup()
    case .some(let row): return go { $0.open(row) }
    case nil: return []
    }
  }

  private mutating func closePopup() -> [AppEffect] {
    defer { popup = nil }
    guard case .browser(let browser) = popup else { return [] }
    start?.folder = browser.folder
    guard browser.checked != notes else { return [] }
    notes = browser.checked
    leftOut = []
    (blueprint, planProblem) = (nil, nil)
    outline = notes.isEmpty ? NotesOutline() : nil
    return notes.isEmpty ? [] : [reading]
  }

  /// Does something in the browser; a folder that comes of it is gone to.
  private mutating func go(_ body: (inout FileBrowserState) -> String?) -> [AppEffect] {
    var folder: String?
    withBrowser { browser in
      folder = body(&browser)
      if let folder { browser.go(to: folder) }
    }
    return folder.map { [.planning(.listFolder($0))] } ?? []
  }

  /// Has it read how the selected notes begin, once for each.
  fileprivate mutating func preview() -> [AppEffect] {
    guard case .browser(let browser) = popup, case .note(let choice, _) = browser.selected,
      browser.preview?.choice != choice
    else { return [] }
    withBrowser { $0.preview = NotePreview(choice: choice) }
    return [.planning(.previewNote(choice))]
  }

  private mutating func withBrowser(_ body: (inout FileBrowserState) -> Void) {
    guard case .browser(var browser) = popup else { return }
    body(&browser)
    popup = .browser(browser)
  }

  private mutating func moveInTopics(_ key: Key, height: Int) {
    guard case .topics(var list) = popup, let topics = outline?.topics else { return }
    if key == .character("a") || key == .control("a") {
      list.checked = list.checked.count == topics.count ? [] : Set(topics.indices)
    } else {
      _ = list.handle(key, count: topics.count, height: height)
    }
    leftOut = Set(topics.indices.filter { !list.checked.contains($0) }.map { topics[$0] })
    popup = .topics(list)
  }
}
