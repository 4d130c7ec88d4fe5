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

  /// Reads the files again, and holds them against what was read of them; then counts what there is to ask about.
  private func compare(_ sources: [SourceCoverage]) {
    work { library in
      let read = Array(zip(sources, try library.documents(ofVersions: sources.map(\.source.versionID))))
      Task { [self] in
        let files = read.map { ($0.id, standing(of: $0, passages: Set($1.document.passages.map(\.id)))) }
        send(.sources(.compared(Dictionary(files) { first, _ in first })))
        let hasModel = await environment.service.selected.kind != .mock
        for (source, document) in read {
          let capacity = TestMaterial([document]).capacityByTopic(hasModel: hasModel)
          send(.sources(.counted(versionID: source.source.versionID, capacity)))
        }
      }
      return []
    }
  }

  private func standing(of source: SourceCoverage, passages: Set<String>) -> SourceFile {
    guard case .file(let path) = NoteChoice(storedPath: source.source.path) else { return .sample }
    guard let document = try? NoteReader.read(path: path) else { return .gone }
    if document.contentHash == source.contentHash { return .same }
    return .changed(passages: document.passages.count { !passages.contains($0.id) })
  }
}
