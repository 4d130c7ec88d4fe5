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
  private let choices: [NoteChoice]
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
    self.choices = choices
    self.problems = problems
  }

  /// Whether these notes were read, or are what could be read of those.
  func holds(_ choices: [NoteChoice]) -> Bool {
    choices == self.choices || choices == notes.map(\.choice)
  }

  /// What a test of the notes is planned on; without a course, in the one that they suggest.
  func preparation(in library: Library, course: String?) throws(LibraryError) -> TestPreparation {
    try TestPreparation(
      library: library, documents: notes.map { ($0.choice.storedPath, $0.document) }, course: course,
      suggestion: suggestedCourse)
  }

  /// What the form shows, for a test that a model is to write or the built-in writer.
  func outline(in library: Library, _ order: OutlineOrder, hasModel: Bool) throws(LibraryError) -> NotesOutline {
    guard !notes.isEmpty else { return NotesOutline(problems: problems) }
    let preparation = try preparation(in: library, course: order.course)
    let material = preparation.material
    return NotesOutline(
      notes: notes.map(\.choice), title: preparation.title, course: suggestedCourse, topics: material.topics,
      passages: try preparation.outline(formats: Array(order.formats), hasModel: hasModel), problems: problems,
      doubt: material.languageDoubt)
  }

  private var suggestedCourse: String { notes.first?.choice.suggestedCourse ?? "Notes" }
}
