import PracticeTests
import Terminal

/// What happens in a source that is open.
extension AppState {
  func updateOpened(_ action: SourcesAction, in sources: inout SourcesState) -> [AppEffect] {
    guard let source = sources.selected else { return [] }
    switch action {
    case .opened:
      sources.opened = OpenedSource()
      return [.sources(.readVersions(sourceID: source.id))]
    case .versionsRead(let id, let versions):
      if id == source.id { sources.opened?.versions = versions }
    case .pointed(let key):
      let count = sources.opened?.parts(of: source).count ?? 0
      let height = openedHeight(of: source, sources.files[source.id])
      _ = sources.opened?.list.handle(key, count: count, height: height)
    case .readingAsked:
      return read(sources.opened?.selected(of: source), of: source)
    case .passagesRead(let id, let topic, let passages):
      let ids = [source.source.versionID] + (sources.opened?.versions.map(\.id) ?? [])
      guard ids.contains(id) else { return [] }
      sources.opened?.reading = PassageReading(versionID: id, topic: topic, passages)
    case .scrolled(let key):
      let total = sources.opened?.reading.map { passageRows($0).count } ?? 0
      _ = sources.opened?.reading?.scroll.handle(key, total: total, height: readingHeight)
    case .stepped(let steps): sources.opened?.reading?.step(steps)
    case .closed:
      if sources.opened?.reading == nil { sources.opened = nil } else { sources.opened?.reading = nil }
    default: break
    }
    return []
  }

  private func read(_ part: OpenedSource.Part?, of source: SourceCoverage) -> [AppEffect] {
    switch part {
    case .topic(let topic): [.sources(.readPassages(versionID: source.source.versionID, topic: topic.name))]
    case .version(let version): [.sources(.readPassages(versionID: version.id, topic: nil))]
    case nil: []
    }
  }

  func openedBindings(_ opened: OpenedSource, of source: SourceCoverage?) -> [Binding] {
    let hasPassages =
      switch source.flatMap(opened.selected(of:)) {
      case .topic: true
      case .version(let version): version.passages > 0
      case nil: false
      }
    return [
      Binding(
        [.enter, .right, .character("l")], "read", help: "Read the passages of the topic, or of the version.",
        disabled: hasPassages ? nil : "There is no passage to read.", does: .sources(.readingAsked)),
      Binding(.listMoves, name: "Up/Down, j/k", "move", help: "Go to another topic or version.", footer: .hidden) {
        .sources(.pointed($0))
      },
      Binding(
        [.escape, .character("q"), .left, .character("h")], "back", help: "Go back to the list.", footer: .pinned,
        does: .sources(.closed)),
    ]
  }

  func readingBindings(_ reading: PassageReading) -> [Binding] {
    [
      Binding(
        .nextOne, "next", help: "Show the next passage.",
        disabled: reading.isAtEnd ? "This is the last passage." : nil, does: .sources(.stepped(1))),
      Binding(
        .previousOne, "previous", help: "Show the passage before.",
        disabled: reading.index == 0 ? "This is the first passage." : nil, does: .sources(.stepped(-1))),
      Binding(.listMoves, name: "Up/Down, j/k", "scroll", help: "Scroll the passage.", footer: .hidden) {
        .sources(.scrolled($0))
      },
      Binding(
        [.escape, .character("q"), .enter], "back", help: "Go back to the topics and versions.", footer: .pinned,
        does: .sources(.closed)),
    ]
  }
}
