import PracticeTests
import Terminal

/// What is shown of one source: its topics and its versions, or a passage.
struct OpenedSource: Equatable {
  /// What it held whenever it was read with a change, the newest first; none until they are found.
  var versions: [SourceVersion] = []
  /// The selected topic or version.
  var list = ListView()
  /// The passages that are read, while they are.
  var reading: PassageReading?

  /// What is listed of a source.
  enum Part: Equatable {
    case topic(SourceCoverage.Topic)
    case version(SourceVersion)
  }

  /// What is listed: first the topics, then the versions.
  func parts(of source: SourceCoverage) -> [Part] { source.topics.map(Part.topic) + versions.map(Part.version) }

  /// What keys act on.
  func selected(of source: SourceCoverage) -> Part? {
    let parts = parts(of: source)
    return list.selected(of: parts.count).map { parts[$0] }
  }

  /// The version whose passages are read, where there are others.
  var versionRead: SourceVersion? {
    versions.count > 1 ? versions.first { $0.id == reading?.versionID } : nil
  }
}

/// The passages of a version, read one at a time.
struct PassageReading: Equatable {
  /// The version.
  let versionID: String
  /// Its passages; there is at least one.
  let passages: [CoveredPassage]
  /// Which of them is shown, counted from 0.
  private(set) var index: Int
  /// How far it is scrolled.
  var scroll = ScrollView()

  /// Begins with the first passage of a topic, or with the very first; `nil` where there is none.
  init?(versionID: String, topic: String?, _ passages: [CoveredPassage]) {
    guard !passages.isEmpty else { return nil }
    self.versionID = versionID
    self.passages = passages
    index = passages.firstIndex { $0.passage.topic == topic } ?? 0
  }

  /// The one that is shown.
  var shown: CoveredPassage { passages[index] }

  /// Whether none comes after it.
  var isAtEnd: Bool { index == passages.count - 1 }

  /// Shows another one, from its top.
  mutating func step(_ steps: Int) {
    index = min(max(0, index + steps), passages.count - 1)
    scroll = ScrollView()
  }
}
