import Foundation
import LanguageModels

/// Brings notes into the library and plans tests on them.
public struct TestPreparation: Sendable {
  /// What the notes hold.
  public let material: TestMaterial
  /// The course.
  public let course: String
  private let library: Library
  private let versions: [String]
  private let firstTitle: String

  /// Reads and stores files of notes; without files, takes all that was brought to the course.
  ///
  /// - Throws: ``NotesError``, ``LibraryError``, or ``PlanningError/noNotes(course:)`` for a course without notes.
  public init(library: Library, notes: [String], course: String?) throws {
    self.library = library
    self.course = try course.map { try library.course(like: $0) } ?? notes.first.map(NotePlace.course(of:)) ?? "Notes"
    var versions: [String] = []
    for path in notes {
      let document = try NoteReader.read(path: path)
      versions.append(try library.importSource(document, path: NotePlace.absolute(path), course: self.course).versionID)
    }
    if notes.isEmpty {
      versions = try library.sources(course: self.course).map(\.versionID)
    }
    guard !versions.isEmpty else { throw PlanningError.noNotes(course: self.course) }
    self.versions = versions
    firstTitle = try library.documents(ofVersions: Array(versions.prefix(1))).first?.document.title ?? self.course
    material = try library.material(ofVersions: versions, course: self.course)
  }

  /// Plans a test and stores it with its open slots; gives its id.
  ///
  /// - Throws: ``PlanningError`` or ``LibraryError``.
  public func createTest(
    _ request: TestRequest, title: String?, writer: LLMBackendConfig, allowsFallback: Bool
  ) throws -> String {
    let blueprint = try material.plan(request, hasModel: writer.kind != .mock)
    return try library.createTest(
      NewTest(
        title: title ?? (versions.count == 1 ? firstTitle : course), course: course, blueprint: blueprint,
        versionIDs: versions, backend: writer.id, model: writer.model ?? "", allowsFallback: allowsFallback))
  }
}
