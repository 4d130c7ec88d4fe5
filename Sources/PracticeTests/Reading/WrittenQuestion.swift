/// A question as it was written, before its key is found among its options.
struct WrittenQuestion {
  /// An option as it was written.
  struct Option {
    /// The label that the text gives it, in capitals: "B" or "2".
    var label: String?
    var text: String
    /// Whether the text marks it as right, or as wrong; `nil` where it marks nothing.
    var isMarked: Bool?
    /// What looks like a label at the beginning of its text, and may be one.
    var beginning: String?
    /// The text with the label that was taken off it, where that may be a part of it: "A. aegypti".
    var whole: String?
  }

  /// The answer as it was written.
  enum Answer: Hashable {
    case text(String)
    /// A number, and its digits. Where the options are numbers too, it is one of them.
    case number(Int, String, areOptionsNumbers: Bool)
    case bool(Bool)
    /// Several answers.
    case several
  }

  var line: Int
  var prompt: String
  var options: [Option] = []
  /// Wrong options without the right one.
  var distractors: [String] = []
  /// Everything that names the answer; all of it must agree.
  var answers: [Answer] = []
  /// The names of the fields that the answers stand in; empty where there are no fields.
  var answerFields: [String] = []
  /// What may name the answer too: where it names another option, none is certain.
  var hints: [String] = []
  /// A number in a field that says that it is an index.
  var index: Int?
  /// The name of that field.
  var indexField = ""
  /// Whether it is called a statement, so that "T" and "F" are true and false.
  var isStatement = false
  /// Whether it says that it is to be answered with true or false.
  var isTrueFalse = false
  var acceptedAnswers: [String] = []
  var keyPoints: [String] = []
  var rationale: String?
  var evidence: String?
  /// The format, where the text names it.
  var format: QuestionFormat?
  var topic: String?
  var bloom: BloomLevel?
  var difficulty: Difficulty?
  var template: QuestionTemplate?
  var tags: [String] = []
  /// Whether it says where its quote stands, who wrote it or whether that was verified.
  var hasRecord = false
  var repaired: [String] = []
  /// What about its shape can't be read without guessing.
  var doubt: Doubt?

  /// The question with its key.
  ///
  /// - Throws: ``Doubt`` when the question or its key can be taken in more ways than one, or in none.
  func item(_ base: IndexBase) throws(Doubt) -> Item {
    if let doubt { throw doubt }
    guard !prompt.isBlank else { throw Doubt("The question is blank.") }
    let longest = max(prompt.count, rationale?.count ?? 0, evidence?.count ?? 0)
    guard longest <= DraftFields.longestText, options.allSatisfy({ $0.text.count <= DraftFields.longestText }),
      acceptedAnswers.count + keyPoints.count <= DraftFields.longestList
    else { throw Doubt("It is too long to be a question.") }
    if !options.isEmpty { return try choiceItem(base) }
    guard let answer = answers.first else {
      throw Doubt(index == nil ? "No answer is given." : "The answer is a number, and there are no options.")
    }
    guard answers.allSatisfy({ $0 == answer }) else { throw Doubt("Two answers are given, and they differ.") }
    switch answer {
    case .several: throw Doubt("More than one answer is given.")
    case .bool(let isTrue): return trueFalseItem(isTrue)
    case .number(_, let digits, _): return try writtenItem(digits)
    case .text(let text):
      if distractors.isEmpty, writtenFormat == nil, let isTrue = meaning(of: text) { return trueFalseItem(isTrue) }
      return try writtenItem(text)
    }
  }

  /// Whether an answer says that a statement is true.
  private func meaning(of answer: String) -> Bool? {
    if isTrueFalse { return Self.verdict(answer) }
    return isStatement && answer.count == 1 ? Self.verdict(answer) : Self.truth(answer)
  }

  /// There are letters for so many.
  static let mostOptions = 26

  private func choiceItem(_ base: IndexBase) throws(Doubt) -> Item {
    guard options.count <= Self.mostOptions else { throw Doubt("There are \(options.count) options.") }
    let choices = options.map(\.text)
    let key = try WrittenKey(self, base).index()
    if Self.areTrueAndFalse(choices), let isTrue = Self.truth(choices[key]) { return trueFalseItem(isTrue) }
    return item(.multipleChoice, choices: choices, key: key, answer: choices[key])
  }

  /// Whether options are "True" and "False", in either order.
  static func areTrueAndFalse(_ choices: [String]) -> Bool {
    choices.count == 2 && Set(choices.map(truth)) == [true, false]
  }

  private func trueFalseItem(_ isTrue: Bool) -> Item {
    item(.trueFalse, choices: ["True", "False"], key: isTrue ? 0 : 1, answer: isTrue ? "True" : "False")
  }

  private func writtenItem(_ answer: String) throws(Doubt) -> Item {
    guard distractors.isEmpty else {
      return item(.multipleChoice, choices: [answer] + distractors, key: 0, answer: answer)
    }
    guard !isTrueFalse else { throw Doubt("The answer \"\(answer.shortened)\" is neither true nor false.") }
    if writtenFormat == nil, AnswerLabel.isBare(answer) {
      throw Doubt("The answer names option \(answer.shortened), and there are no options.")
    }
    let format: QuestionFormat =
      !keyPoints.isEmpty ? .explanation : Blank.count(in: prompt) == 1 ? .cloze : .shortAnswer
    return item(writtenFormat ?? format, choices: [], key: nil, answer: answer)
  }

  /// The format, where the text names one whose answer is written.
  private var writtenFormat: QuestionFormat? {
    format.flatMap { [.cloze, .shortAnswer, .explanation].contains($0) ? $0 : nil }
  }

  /// What is told after an answer, where it explains something: a few words only say that it is right or wrong.
  static func explanation(_ feedback: String) -> String? {
    feedback.count <= DraftFields.longestText && Words.count(feedback) >= 3 ? feedback : nil
  }

  /// Takes answers that a file marks as written, not chosen; the first is the key.
  mutating func answerInWriting(_ texts: [String]) throws(Doubt) {
    let answers = texts.compactMap(MoodleWildcard.plain).map(DraftFields.clean)
    guard answers.count == texts.count else { throw Doubt("An answer stands for any text (*).") }
    guard let key = answers.first, !key.isBlank else { throw Doubt("No answer is given.") }
    format = Blank.count(in: prompt) == 1 ? .cloze : .shortAnswer
    self.answers = [.text(key)]
    acceptedAnswers = Array(answers.dropFirst())
  }

  /// The name of the field that an answer stands in.
  func field(ofAnswer place: Int) -> String {
    answerFields.indices.contains(place) ? answerFields[place] : ""
  }

  private func item(_ format: QuestionFormat, choices: [String], key: Int?, answer: String) -> Item {
    Item(
      format: format, prompt: prompt, choices: choices, correctIndex: key, correctAnswer: answer,
      acceptedAnswers: acceptedAnswers, keyPoints: keyPoints, rationale: rationale, evidence: evidence)
  }

  /// Whether labels are those of all options from the first on: A, B, C, or 1, 2, 3.
  static func areInSequence(_ labels: [String?]) -> Bool {
    labels == labels.indices.map { OptionLetter.letter($0) } || labels == labels.indices.map { "\($0 + 1)" }
  }

  /// Whether a text says that something is true, in any of the words for it: where true and false are the only answers.
  static func verdict(_ text: String) -> Bool? {
    switch text.lowercased().trimming({ $0 == "." }) {
    case "t", "yes", "correct": true
    case "f", "no", "incorrect": false
    default: truth(text)
    }
  }

  /// Whether a text is "true" or "false" and nothing else.
  static func truth(_ text: String) -> Bool? {
    switch text.lowercased().trimming({ $0 == "." }) {
    case "true": true
    case "false": false
    default: nil
    }
  }
}
