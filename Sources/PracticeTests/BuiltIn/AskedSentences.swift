/// Which sentences of the notes are asked about already.
struct AskedSentences: Sendable {
  /// How the sentences of a piece of the notes stand.
  enum Standing: Sendable, Hashable {
    /// Nobody asks about them.
    case fresh
    /// Another test asks about one of them: a piece for when no fresh one is left.
    case asked
    /// One of them is not to be asked about.
    case excluded
  }

  private let excluded: Set<String>
  private let asked: Set<String>

  /// Takes quotes of questions, of one sentence or more.
  init(excluded: Set<String>, asked: Set<String>) {
    self.excluded = Self.sentences(of: excluded)
    self.asked = Self.sentences(of: asked)
  }

  var isEmpty: Bool { excluded.isEmpty && asked.isEmpty }

  func standing(of sentences: Set<String>) -> Standing {
    guard sentences.isDisjoint(with: excluded) else { return .excluded }
    return sentences.isDisjoint(with: asked) ? .fresh : .asked
  }

  private static func sentences(of quotes: Set<String>) -> Set<String> {
    Set(quotes.flatMap { Sentences.split($0) })
  }
}
