import PracticeTests

/// Something to be done for the command line.
enum PlainWordsEffect: Equatable, Sendable {
  case readHistory
  case keepInHistory(String)
  /// Finds out by fixed rules what Enter would do with plain words; over names that are read anew, or those of before.
  case foretell(String, anew: Bool)
  /// Finds out what is meant by plain words; they go to no other host than the one that was named.
  case understand(String, namedHost: String?)
  case cancelUnderstanding
  /// Finds the notes of a test that was asked for in plain words.
  case findNotes(WantedTest)
}
