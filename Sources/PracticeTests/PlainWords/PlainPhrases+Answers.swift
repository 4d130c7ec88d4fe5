/// What is said of the answers of a test that is to be written.
extension PlainPhrases {
  /// An export for someone who is to answer.
  static let withoutAnswers = PlainVocabulary(
    words: "without answers|without the answers|no answers|but without answers|leave out the answers|without solutions")
  /// An export with the answers, as it is anyway.
  static let withAnswers = PlainVocabulary(words: "with answers|with the answers|with solutions|with the solutions")
  /// What stands before those who get an export.
  static let receivers = PlainVocabulary(words: "for")
  /// The answers of a test, before its name or alone; after "to" alone there may be a file.
  static let answers = PlainVocabulary(
    words: """
      answers|answers to the|answers to my|answer key|answer key to the|answer key to my|solutions|solutions to the|\
      solutions to my
      """)
  /// What is about answers, in whatever words; what it says of them is not known by that.
  static let answerWords = PlainVocabulary(
    words: "answer|answers|solution|solutions|solved|unsolved|key|keys")
  /// Those who are to find the answers, or what they are given.
  static let handoutWords = PlainVocabulary(
    words: "handout|handouts|hand out|give out|worksheet|worksheets|blank|student|students|pupil|pupils|my class")
}
