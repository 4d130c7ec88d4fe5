import LanguageModels
import PracticeTests

/// Something to be done outside of the state; what comes of it is an action.
enum AppEffect: Equatable, Sendable {
  case loadHome
  /// Goes where the student left a test.
  case openTest(String)
  /// Goes on with a test's attempt, or begins one.
  case takeTest(String, AttemptOrder)
  /// Finds what the form of an attempt starts from; of those that were missed in an attempt, where one is named.
  case prepareAttempt(testID: String, missedIn: String?)
  /// Goes to how the attempts at a test went that were handed in.
  case openResults(String)
  case deleteTest(String)
  case putBackTest(DeletedTest)

  /// Finds what a new form starts from.
  case prepareNewTest
  case listFolder(String)
  case previewNote(NoteChoice)
  case readNotes([NoteChoice])
  case planTest(TestRequest, [PassageOutline])
  case createTest(NewTestOrder)
  /// Makes a test of the first sample notes.
  case createSampleTest

  /// Makes what is open of a test, where it is allowed with what stands in for a backend that is gone.
  case generate(testID: String, reopensMissing: Bool, allowsFallback: Bool)
  case cancelGeneration(testID: String)

  case extendAttempt(String)
  case respond(attemptID: String, position: Int, Response)
  case keepPlace(attemptID: String, position: Int, seconds: Double)
  case setPaused(Bool, attemptID: String)
  case submit(attemptID: String)
  case regrade(attemptID: String, position: Int, Outcome)
  /// Reads a passage of the notes.
  case readPassage(String)

  case readSources
  /// Holds the files of sources against what was read of them.
  case compareSources([SourceCoverage])
  case setSourceRemoved(Bool, String)
  case readVersions(sourceID: String)
  /// Reads the passages of a version, to be shown from a topic on, or from the first.
  case readPassages(versionID: String, topic: String?)
  case searchBank(BankQuery, from: BankPlace?, limit: Int)
  case readFacets
  case readQuestion(String)
  case setQuestionDeleted(Bool, String)
  case setQuestionReported(Bool, String)
  case setTags([String], String)
  /// Opens a question in the student's editor.
  case editQuestion(String)
  /// Makes another question in the place of one, or one more like it.
  case makeQuestion(OneMore, String)
  /// Puts a question back where another was made in its place.
  case takeBackReplacement(of: String, by: String)
  /// Reads what is due, and which question comes next: where nothing is due, one to practise.
  case loadReview(asked: [String], practises: Bool)
  /// Keeps a review, in the place of one that was kept before.
  case keepReview(ReviewItem, Response, seconds: Double, replacing: Int64?)
  case takeBackReview(Int64)
  /// Puts a question away, or brings it back.
  case suspend(String, Bool)
  case endSuspensions
  /// Works out the figures about a subject; without one, about everything.
  case loadStats(about: StatsSubject?)

  /// Asks a model about an answered question, under the number of the request. Nothing is sent to another host than the
  /// one that was named; so it is with simpler words.
  case askTutor(Int, String, QuestionChat, namedHost: String?)
  /// Has an explanation of a question said in simpler words, under the number of the request.
  case simplify(Int, String, Question, namedHost: String?)
  case cancelTutor
  /// Has a model look for the key points of a question in an answer; it is named as soon as it is known, and before
  /// anything goes to it.
  case findKeyPoints(GivenAnswer, Item)

  /// Writes a test to a file.
  case exportTest(ExportOrder)

  case readHistory
  case keepInHistory(String)
  /// Finds out by fixed rules what Enter would do with plain words; over names that are read anew, or those of before.
  case foretell(String, anew: Bool)
  /// Finds out what is meant by plain words; they go to no other host than the one that was named.
  case understand(String, namedHost: String?)
  case cancelUnderstanding
  /// Finds the notes of a test that was asked for in plain words.
  case findNotes(WantedTest)

  case probeBackends
  case selectBackend(String)
  /// Notes that the student agrees to what a backend sends to a host.
  case agree(LLMBackendConfig, host: String)
  /// Looks up the API key of a backend.
  case readKey(LLMBackendConfig)
  /// Keeps an API key; an empty text removes the one that is kept.
  case storeKey(String, LLMBackendConfig)
  case listModels(String)
  case pullModel(String, to: String)
  case cancelPull(String)
  /// Reads the settings that a backend goes by.
  case readParameters(LLMBackendConfig)
  case setParameter(String, String, of: LLMBackendConfig)
  case setTheme(String)
  /// Asks a backend one real question.
  case tryBackend(String)
  case cancelTrial

  case redraw
  case useInterface(InterfaceSettings)
  case quit
}
