import PracticeTests

/// Something to be done for the form of a new test.
enum PlanningEffect: Equatable, Sendable {
  /// Finds what a new form starts from.
  case prepareNewTest
  case listFolder(String)
  case previewNote(NoteChoice)
  case readNotes([NoteChoice])
  case planTest(TestRequest, [PassageOutline])
  case createTest(NewTestOrder)
  /// Makes a test of the first sample notes.
  case createSampleTest
}
