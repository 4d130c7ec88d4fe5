/// What the documents of a test hold: its passages, terms, and what there is to ask about. Built once for a test.
public struct TestMaterial: Sendable {
  /// The passages of all documents, in order.
  public let passages: [Passage]
  /// The terms, and the sentences worth asking about.
  public let lexicon: Lexicon
  /// What was read, by the names of the documents.
  private let notes: [(name: String, passages: [Passage])]
  /// The passages with the names of their sources.
  let grounded: GroundedPassages

  /// Reads named documents, and others of the course to take wrong answers from.
  public init(_ documents: [(name: String, document: NoteDocument)], besides others: [NoteDocument] = []) {
    notes = documents.map { ($0.name, $0.document.passages) }
    var seen = Set<String>()
    passages = documents.flatMap(\.document.passages).filter { seen.insert($0.id).inserted }
    lexicon = Lexicon(documents: documents.map(\.document), besides: others)
    grounded = GroundedPassages(documents)
  }

  /// The topics in the order of the notes.
  public var topics: [String] {
    var seen = Set<String>()
    return passages.map(\.topic).filter { seen.insert($0).inserted }
  }

  /// What is to be said of documents that do not seem to be in English; `nil` where all do.
  public var languageDoubt: String? { NotesLanguage.doubt(about: notes) }

  /// How many different questions can be made of each topic.
  public func capacityByTopic(hasModel: Bool) -> [String: Int] {
    outline(hasModel: hasModel).reduce(into: [:]) { $0[$1.topic, default: 0] += $1.capacity }
  }

  /// Plans a test on these documents, whatever is asked about them already, which a model is to write or the built-in
  /// writer.
  ///
  /// - Throws: ``PlanningError``.
  public func plan(_ request: TestRequest, hasModel: Bool = true) throws(PlanningError) -> TestBlueprint {
    try TestBlueprint.plan(request, passages: outline(hasModel: hasModel))
  }

  /// What the plan must know of the passages, without some of the candidates.
  func outline(hasModel: Bool, besides others: Set<Int> = []) -> [PassageOutline] {
    passages.map { passage in
      PassageOutline(
        passageID: passage.id, topic: passage.topic,
        capacity: lexicon.capacity(of: passage, hasModel: hasModel, besides: others))
    }
  }
}
