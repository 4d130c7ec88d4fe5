import PracticeTests

/// Notes that a test is to be made from.
enum NoteChoice: Hashable, Sendable {
  /// A file, by its absolute path.
  case file(String)
  /// A sample note that comes with testlet, by its name.
  case sample(String)

  /// The path under which samples are kept in the library.
  private static let samples = "testlet-sample/"

  /// The notes that the library keeps under a path.
  init(storedPath: String) {
    let sample = storedPath.hasPrefix(Self.samples) ? String(storedPath.dropFirst(Self.samples.count)) : nil
    self = sample.map(NoteChoice.sample) ?? .file(storedPath)
  }

  /// The path under which the library keeps them.
  var storedPath: String {
    switch self {
    case .file(let path): path
    case .sample(let name): Self.samples + name
    }
  }

  /// The course that a test of them is in when nobody names one.
  var suggestedCourse: String {
    switch self {
    case .file(let path): NotePlace.course(of: path)
    case .sample: "Sample notes"
    }
  }

  /// The name without folders.
  var name: String {
    switch self {
    case .file(let path): path.fileName
    case .sample(let name): name
    }
  }
}

/// What an outline of notes depends on.
struct OutlineOrder: Equatable, Sendable {
  /// The notes.
  var notes: [NoteChoice]
  /// The course: its other notes give wrong answers, and what it asks is not asked again; `nil` for the one that the
  /// notes suggest.
  var course: String?
  /// The formats in which is to be asked.
  var formats: Set<QuestionFormat>
}

/// What was read from the chosen notes.
struct NotesOutline: Equatable, Sendable {
  /// Those that could be read, in order.
  var notes: [NoteChoice] = []
  /// The title that they suggest.
  var title = ""
  /// The course that they suggest.
  var course = ""
  /// The topics in the order of the notes.
  var topics: [String] = []
  /// What there is to ask about that the course does not ask yet.
  var passages: [PassageOutline] = []
  /// Why some could not be read, one sentence each.
  var problems: [String] = []
  /// What is to be said of notes that don't seem to be in English.
  var doubt: String?
}

/// A test as the form has it.
struct NewTestOrder: Equatable, Sendable {
  /// The notes.
  var notes: [NoteChoice]
  /// The course; `nil` for the one that the notes suggest.
  var course: String?
  /// The title; `nil` for the notes' own.
  var title: String?
  /// What is asked for.
  var request: TestRequest
}
