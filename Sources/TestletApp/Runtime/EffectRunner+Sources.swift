import PracticeTests

extension EffectRunner {
  /// Effects of the notes' screen.
  func runSources(_ effect: AppEffect) {
    switch effect {
    case .readSources: work { [.sources(.read(try $0.coverage()))] }
    case .compareSources(let sources): compare(sources)
    case .setSourceRemoved(let isRemoved, let id):
      work {
        try $0.setRemoved(isRemoved, source: id)
        return [.sources(.changed)]
      }
    default: break
    }
  }

  /// Reads the files again, and holds them against what was read of them.
  private func compare(_ sources: [SourceCoverage]) {
    work { library in
      let known = Dictionary(
        try zip(sources, library.documents(ofVersions: sources.map(\.source.versionID))).map {
          ($0.id, Set($1.document.passages.map(\.id)))
        }
      ) { first, _ in first }
      Task { [self] in
        let files = sources.map { ($0.id, standing(of: $0, passages: known[$0.id] ?? [])) }
        send(.sources(.compared(Dictionary(files) { first, _ in first })))
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
