import LanguageModels

/// Notes, and tests that are planned on them. Nothing is kept before a test is made.
public struct TestPreparation: Sendable {
  /// What the notes hold, beside others of the course.
  public let material: TestMaterial
  /// The course.
  public let course: String
  /// The title that the notes suggest: their own, or the course for several.
  public let title: String
  private let library: Library
  private let notes: Notes

  private enum Notes {
    /// Notes that were read, which are kept with the first test of them.
    case read([(path: String, document: NoteDocument)])
    /// Versions of notes that are kept.
    case kept([String])

    var unkept: [(path: String, document: NoteDocument)] {
      if case .read(let notes) = self { notes } else { [] }
    }

    var versionIDs: [String] {
      if case .kept(let versions) = self { versions } else { [] }
    }
  }

  /// Reads files of notes; without files, takes all that was brought to the course.
  ///
  /// - Throws: ``NotesError``, ``LibraryError``, or ``PlanningError/noNotes(course:)`` for a course without notes.
  public init(library: Library, notes paths: [String], course: String?) throws {
    let suggestion = paths.first.map(NotePlace.course(of:)) ?? "Notes"
    let read = try paths.map { (path: NotePlace.absolute($0), document: try NoteReader.read(path: $0)) }
    guard read.isEmpty else {
      try self.init(library: library, documents: read, course: course, suggestion: suggestion)
      return
    }
    let course = try course.map { try library.course(like: $0) } ?? suggestion
    let versions = try library.sources(course: course).map(\.versionID)
    guard !versions.isEmpty else { throw PlanningError.noNotes(course: course) }
    try self.init(library, .kept(versions), library.notes(ofVersions: versions), course: course)
  }

  /// Takes notes that were read already, each with the path that the library keeps it under; without a course, the one
  /// that they suggest.
  ///
  /// - Throws: ``LibraryError``.
  public init(
    library: Library, documents: [(path: String, document: NoteDocument)], course: String?, suggestion: String
  ) throws(LibraryError) {
    let course = if let course { try library.course(like: course) } else { suggestion }
    try self.init(library, .read(documents), documents, course: course)
  }

  private init(
    _ library: Library, _ notes: Notes, _ documents: [(path: String, document: NoteDocument)], course: String
  ) throws(LibraryError) {
    (self.library, self.notes, self.course) = (library, notes, course)
    title = documents.count == 1 ? documents[0].document.title : course
    material = try library.material(of: documents, course: course)
  }

  /// What a plan must know of the passages, for a test that a model is to write or the built-in writer: how many
  /// questions they have material for that the course does not have yet in any of these formats.
  ///
  /// - Throws: ``LibraryError``.
  public func outline(formats: [QuestionFormat], hasModel: Bool) throws(LibraryError) -> [PassageOutline] {
    let exhausted = try library.exhausted(of: material.lexicon, course: course, formats: formats)
    return material.outline(hasModel: hasModel, besides: exhausted)
  }

  /// Plans a test and stores it with its open slots and its notes; gives its id.
  ///
  /// - Throws: ``PlanningError`` or ``LibraryError``.
  public func createTest(
    _ request: TestRequest, title: String?, writer: LLMBackendConfig, allowsFallback: Bool
  ) throws -> String {
    let passages = try outline(formats: request.formats, hasModel: writer.kind != .mock)
    let blueprint = try TestBlueprint.plan(request, passages: passages)
    return try library.createTest(
      NewTest(
        title: title ?? self.title, course: course, blueprint: blueprint, versionIDs: notes.versionIDs,
        backend: writer.id, model: writer.model ?? "", allowsFallback: allowsFallback),
      keeping: notes.unkept)
  }
}
