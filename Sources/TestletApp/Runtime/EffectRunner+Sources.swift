import LanguageModels
import PracticeTests

extension EffectRunner {
  /// Effects of the notes' screen.
  func runSources(_ effect: SourcesEffect) {
    switch effect {
    case .readSources: work { [.sources(.read(try $0.coverage()))] }
    case .compareSources(let sources): compare(sources)
    case .setSourceRemoved(let isRemoved, let id):
      work {
        try $0.setRemoved(isRemoved, source: id)
        return [.sources(.changed)]
      }
    case .readVersions(let id):
      work { [.sources(.versionsRead(sourceID: id, try $0.versions(ofSource: id)))] }
    case .readPassages(let id, let topic):
      work { [.sources(.passagesRead(versionID: id, topic: topic, try $0.passages(ofVersion: id)))] }
    }
  }

  /// Reads the files again, and holds them against what was read of them; then counts what there is to ask about. What
  /// is compared last is all that is not counted yet.
  private func compare(_ sources: [SourceCoverage]) {
    work { [self] library in
      let read = Array(zip(sources, try library.documents(ofVersions: sources.map(\.source.versionID))))
      held.withLock { held in
        held.counting?.cancel()
        held.counting = Task(priority: .utility) { [self] in
          let files = read.map { ($0.id, standing(of: $0, passages: Set($1.document.passages.map(\.id)))) }
          send(.sources(.compared(Dictionary(files) { first, _ in first })))
          await count(read.map { ($0.source, $1.document) }, in: library)
        }
      }
      return []
    }
  }

  /// Counts what there is to ask about in notes, each as the form of a test on them does: beside the others of the course.
  private func count(_ notes: [(source: SourceSummary, document: NoteDocument)], in library: Library) async {
    let hasModel = await environment.service.selected.kind != .mock
    for (source, document) in notes {
      if Task.isCancelled { return }
      let preparation = try? TestPreparation(
        library: library, documents: [(source.path, document)], course: source.course, suggestion: source.course)
      guard let capacity = preparation?.material.capacityByTopic(hasModel: hasModel) else { continue }
      send(.sources(.counted(versionID: source.versionID, capacity)))
    }
  }

  private func standing(of source: SourceCoverage, passages: Set<String>) -> SourceFile {
    guard case .file(let path) = NoteChoice(storedPath: source.source.path) else { return .sample }
    guard let document = try? NoteReader.read(path: path) else { return .gone }
    if document.contentHash == source.contentHash { return .same }
    return .changed(passages: document.passages.count { !passages.contains($0.id) })
  }
}
