/// What shows that a model's answer has to do with the request.
extension PlainPhrases {
  /// Words of which a request holds one where it asks for an action that takes nothing out of the request. A model that
  /// is at a loss names such an action, and nothing else in its answer could be held against what was said.
  ///
  /// - Returns: `nil` for an action with a name that was said.
  static func telling(_ action: PlainAction) -> PlainVocabulary<Void>? {
    switch action {
    case .review: tellingOfReview
    case .showStats(nil): tellingOfStats
    case .makeTest(let wanted): wanted.hasSource ? nil : tellingOfNewTest
    case .open(.tests): tellingOfTests
    case .open(.settings): tellingOfSettings
    case .showStats, .search, .openTest, .deleteTest, .exportTest, .summarise, .open: nil
    }
  }

  private static let tellingOfReview = PlainVocabulary(
    words: """
      review|reviews|reviewing|reviewed|revise|revising|revision|repeat|repeating|repetition|due|overdue|go over|\
      going over|go through|going through|brush up|brushing up|refresh|relearn|mistake|mistakes|missed|\
      got wrong|get wrong|forgot|forgotten|cards|flashcards
      """)
  private static let tellingOfStats = PlainVocabulary(
    words: """
      stats|statistics|figures|progress|score|scores|mastery|result|results|grade|grades|marks|performance|am i doing|\
      i am doing|i'm doing|have i done|do i know|i know|any good|good at|bad at|better at|getting better|getting worse|\
      improving|improved|weak|weaker|weakest|weakness|weaknesses|weak spots|strong|strongest|strengths|struggling
      """)
  private static let tellingOfNewTest = PlainVocabulary(
    words: """
      question|questions|test|tests|quiz|quizzes|exam|exams|quiz me|test me|examine me|drill me|grill me|practise|\
      practice|practising|practicing|flashcards|cards
      """)
  private static let tellingOfTests = PlainVocabulary(words: "test|tests|quiz|quizzes|exam|exams")
  private static let tellingOfSettings = PlainVocabulary(
    words: """
      settings|setting|preferences|configuration|configure|config|setup|set up|backend|backends|model|models|writes|\
      api key|api keys|privacy|theme|themes|colours|colors|dark|light|llm|ai|server|provider|local
      """)
}
