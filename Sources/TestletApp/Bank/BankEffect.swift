import PracticeTests

/// Something to be done for the library's screen, and with one question.
enum BankEffect: Equatable, Sendable {
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
}
