import Foundation
import LanguageModels
import PracticeTests

/// Notes as they were read for a form, so that the test is made from what its plan was shown for.
struct NotesShelf: Sendable {
  /// A note that could be read.
  struct Note: Sendable {
    var choice: NoteChoice
    var document: NoteDocument
  }

  /// What could be read of it.
  let notes: [Note]
  /// What the notes hold.
  let material: TestMaterial
  private let problems: [String]

  /// Reads notes.
  init(_ choices: [NoteChoice], samples: [AppEnvironment.SampleNote]) {
    var notes: [Note] = []
    var problems: [String] = []
    for choice in choices {
      switch choice {
      case .sample(let name):
        guard let sample = samples.first(where: { $0.name == name }) else { continue }
        notes.append(Note(choice: choice, document: NoteReader.document(text: sample.text, name: name)))
      case .file(let path):
        do throws(NotesError) {
          notes.append(Note(choice: choice, document: try NoteReader.read(path: path)))
        } catch {
          problems.append(error.sentence)
        }
      }
    }
    self.notes = notes
    self.problems = problems
    material = TestMaterial(notes.map { ($0.choice.name, $0.document) })
  }

  /// What the form shows, for a test that a model is to write or the built-in writer.
  func outline(hasModel: Bool) -> NotesOutline {
    NotesOutline(
      notes: notes.map(\.choice), title: title, course: course, topics: material.topics,
      passages: material.outline(hasModel: hasModel), problems: problems,
      doubt: material.languageDoubt)
  }

  /// The course that the notes suggest: the name of their folder.
  var course: String {
    switch notes.first?.choice {
    case .file(let path):
      let folder = URL(filePath: path).deletingLastPathComponent().lastPathComponent
      return folder.isEmpty || folder == "/" ? "Notes" : folder
    case .sample: return "Sample notes"
    case nil: return "Notes"
    }
  }

  /// The title that the notes suggest: their own, or the course for several.
  var title: String {
    notes.count == 1 ? notes[0].document.title : course
  }

  /// Keeps the notes, plans the test and stores it with its open slots; gives its id.
  func createTest(
    _ order: NewTestOrder, in library: Library, writer: LLMBackendConfig
  ) throws -> String {
    let course = try order.course.map { try library.course(like: $0) } ?? course
    let blueprint = try material.plan(order.request, hasModel: writer.kind != .mock)
    let versions = try notes.map { note in
      try library.importSource(note.document, path: note.choice.storedPath, course: course).versionID
    }
    return try library.createTest(
      NewTest(
        title: order.title ?? title, course: course, blueprint: blueprint, versionIDs: versions, backend: writer.id,
        model: writer.model ?? "", allowsFallback: false))
  }
}
