import PracticeTests

/// Something to be done for the notes' screen.
enum SourcesEffect: Equatable, Sendable {
  case readSources
  /// Holds the files of sources against what was read of them.
  case compareSources([SourceCoverage])
  case setSourceRemoved(Bool, String)
  case readVersions(sourceID: String)
  /// Reads the passages of a version, to be shown from a topic on, or from the first.
  case readPassages(versionID: String, topic: String?)
}
