import PracticeTests

/// Something to be asked of a model, whom the router picks.
enum TutoringEffect: Equatable, Sendable {
  /// Asks a model about an answered question, under the number of the request. Nothing is sent to another host than the
  /// one that was named; so it is with simpler words.
  case askTutor(Int, String, QuestionChat, namedHost: String?)
  /// Has an explanation of a question said in simpler words, under the number of the request.
  case simplify(Int, String, Question, namedHost: String?)
  case cancelTutor
  /// Has a model look for the key points of a question in an answer; it is named as soon as it is known, and before
  /// anything goes to it.
  case findKeyPoints(GivenAnswer, Item)
}
