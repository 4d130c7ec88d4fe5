import PracticeTests
import Terminal

extension AppState {
  mutating func updateSources(_ action: SourcesAction) -> [AppEffect] {
    if case .asked = action {
      show(.sources(SourcesState()))
      return [.sources(.readSources)]
    }
    guard var sources else { return [] }
    if case .testAsked = action { return makeTest(of: sources.selected) }
    var effects: [AppEffect] = []
    switch action {
    case .read(let read):
      let unknown = sources.unknown(among: read)
      sources.take(read)
      effects = unknown.isEmpty ? [] : [.sources(.compareSources(unknown))]
    case .compared(let files): sources.files.merge(files) { $1 }
    case .counted(let versionID, let things): sources.things[versionID] = things
    case .moved(let key):
      sources.shown = nil
      let height = Frame(size).body.rows - SourcesLayout.header(size)
      _ = sources.list.handle(key, count: sources.sources?.count ?? 0, height: height)
    case .opened, .versionsRead, .pointed, .readingAsked, .passagesRead, .scrolled, .stepped, .closed:
      effects = updateOpened(action, in: &sources)
    case .removalAsked: effects = remove(sources.selected)
    case .undoAsked:
      sources.shown = removedNotes.last
      effects = putBack()
    case .changed: effects = [.sources(.readSources)]
    case .asked, .testAsked: break
    }
    self.sources = sources
    return effects
  }

  /// Removes notes. It may be asked again before they are off the list: that is one removal.
  private mutating func remove(_ source: SourceCoverage?) -> [AppEffect] {
    guard let source else { return [] }
    removedNotes.removeAll { $0 == source.id }
    removedNotes.append(source.id)
    notice = Notice(
      kind: .information,
      text: "Removed from your notes; the questions made from them stay in the library and keep their quotes. "
        + "Press u to put the notes back.")
    return [.sources(.setSourceRemoved(true, source.id))]
  }

  /// Puts back what was removed last.
  private mutating func putBack() -> [AppEffect] {
    guard let id = removedNotes.popLast() else { return [] }
    return [.sources(.setSourceRemoved(false, id))]
  }

  /// Opens a form with the notes in it, beside the one that the student may have begun.
  private mutating func makeTest(of source: SourceCoverage?) -> [AppEffect] {
    guard let source else { return [] }
    let choice = NoteChoice(storedPath: source.source.path)
    var form = NewTestState()
    (form.isAskedFor, form.notes, form.outline) = (true, [choice], nil)
    form.course.text = source.source.course
    show(.newTest(form))
    return [.planning(.prepareNewTest), form.reading]
  }

  func sourcesBindings(_ sources: SourcesState) -> [Binding] {
    let none = sources.selected == nil ? "There are no notes yet: make a test from some first." : nil
    let making = Binding(
      [.character("n")], "new test", help: "Make a test from these notes.", disabled: none, does: .sources(.testAsked))
    if let reading = sources.opened?.reading { return readingBindings(reading) }
    if let opened = sources.opened { return openedBindings(opened, of: sources.selected) + [making] }
    return [
      Binding(
        [.enter, .right, .character("l")], "open", help: "Show the topics, the versions, and the passages to read.",
        disabled: none, does: .sources(.opened)),
      making,
      Binding(
        [.character("d"), .delete], "remove",
        help: "Take the notes off this list; the questions made from them stay, and keep their quotes.",
        disabled: none, does: .sources(.removalAsked)),
      Binding(
        [.character("u")], "undo", help: "Put back what was removed last.",
        footer: removedNotes.isEmpty ? .hidden : .listed,
        disabled: removedNotes.isEmpty ? "Nothing was removed here." : nil, does: .sources(.undoAsked)),
      Binding(.listMoves, name: "Up/Down, j/k", "move", help: "Move in the list.", footer: .hidden) {
        .sources(.moved($0))
      },
    ]
  }
}
