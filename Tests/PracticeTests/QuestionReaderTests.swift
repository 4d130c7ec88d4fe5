import Testing

@testable import PracticeTests

/// Questions in JSON, in every shape that people and models write.
struct QuestionReaderTests {
  private func read(_ text: String) -> [Item] {
    QuestionReader.read(text).questions.map(\.item)
  }

  private func reasons(_ text: String) -> [String] {
    let reading = QuestionReader.read(text)
    #expect(reading.questions.isEmpty)
    return reading.unread.map(\.reason)
  }

  /// A question with the options red, green, blue, and with other fields.
  private func colours(_ fields: String) -> String {
    #"{"question": "Which?", "options": ["red", "green", "blue"], \#(fields)}"#
  }

  private let green = Item(
    format: .multipleChoice, prompt: "Which?", choices: ["red", "green", "blue"], correctIndex: 1,
    correctAnswer: "green")

  @Test(arguments: [
    #"{"question": "Which?", "options": ["red", "gr\u00adeen", "blue\u200b"], "answer": "green"}"#,
    "Which?\nA. red\nB. gr\u{AD}een\nC. blue\u{2060}\nANSWER: B", "Which? {~red =gr\u{AD}een ~blue\u{200B}}",
  ])
  func `What nobody sees is no part of an option, however it comes`(text: String) {
    #expect(read(text) == [green])
  }

  // MARK: - Shapes

  @Test(arguments: [
    #"{"stem": "Which?", "choices": ["red", "green", "blue"], "correct_answer": "green"}"#,
    #"{"questionText": "Which?", "answers": ["red", "green", "blue"], "correctAnswer": "B"}"#,
    #"{"prompt": "Which?", "choices": {"A": "red", "B": "green", "C": "blue"}, "answer": "b"}"#,
    #"{"q": "Which?", "options": ["A) red", "B) green", "C) blue"], "correct": "B) green"}"#,
    #"{"question": "Which?", "options": ["a. red", "b. green", "c. blue"], "answer": "Option B: green"}"#,
    #"{"question": "Which?", "options": [{"A": "red"}, {"B": "green"}, {"C": "blue"}], "answer": {"B": "green"}}"#,
    #"{"question": "Which?", "options": [{"text": "red"}, {"text": "green", "is_correct": true}, {"text": "blue"}]}"#,
    #"{"question": "Which?", "option_a": "red", "option_b": "green", "option_c": "blue", "answer": ["Green."]}"#,
    #"{"question": "Which?", "options": ["red", "green", "blue"], "answerIndex": 1, "answer": "green"}"#,
    #"{"quiz": {"easy": [{"question": "Which?", "options": ["red", "green", "blue"], "correctIndex": 1}]}}"#,
    #"{"question": "Which?", "options": ["red", "green", "blue"], "correct_option": "B", "answer": "green", "id": 7}"#,
    #"{"question": "Which?", "options": ["1) red", "2) green", "3) blue"], "answer": 2}"#,
  ])
  func `Every shape gives the same question`(text: String) {
    #expect(read(text) == [green])
  }

  @Test func `A letter means a label where options carry labels out of order`() {
    let items = read(#"{"question": "Which?", "options": ["B. red", "A. green", "C. blue"], "answer": "A"}"#)
    #expect(items == [green])
  }

  @Test(arguments: [["a - b", "b - a"], ["1 - 2", "2 - 1"], ["1: 2", "2: 1"], ["A cell", "B cell"]])
  func `What only looks like a label stays in the option`(options: [String]) {
    let list = options.map { "\"\($0)\"" }.joined(separator: ", ")
    #expect(
      read("{\"question\": \"Which?\", \"options\": [\(list)], \"answer\": \"\(options[1])\"}").first?.choices
        == options)
  }

  @Test func `Written answers, blanks, statements and distractors get their formats`() {
    let items = read(
      """
      [{"question": "Sky?", "answer": "blue", "acceptedAnswers": ["azure"]}, {"sentence": "The ____ is blue.", "answer": "sky"},
       {"statement": "It rains.", "answer": false}, {"question": "So?", "options": ["False", "True"], "answer": "True"},
       {"question": "Why?", "answer": "So.", "keyPoints": ["a", "b", "c"]},
       {"prompt": "Who?", "correctAnswer": "I", "distractors": ["you", "they"], "rationale": "It was me.", "evidence": "I."}]
      """)
    #expect(items.map(\.format) == [.shortAnswer, .cloze, .trueFalse, .trueFalse, .explanation, .multipleChoice])
    #expect(items.map(\.correctAnswer) == ["blue", "sky", "False", "True", "So.", "I"])
    #expect(items.last?.choices == ["I", "you", "they"])
    #expect(items.last?.rationale == "It was me.")
    #expect(items.first?.acceptedAnswers == ["azure"])
  }

  @Test func `What was repaired is named`() {
    let text = "Sure:\n{question: \"Which?\", 'options': ['A) red', 'B) green', 'C) blue',], \"answer\": \"B\"}"
    let reading = QuestionReader.read(text)
    #expect(reading.questions.map(\.item) == [green])
    #expect(
      reading.questions.first?.repaired == ["prose", "trailingComma", "quotationMark", "unquotedName", "optionLabel"])
    #expect(reading.questions.first?.line == 2)
  }

  @Test func `A cut-off list gives its whole questions and names the place of the rest`() {
    let text = "{\"questions\": [\n\(colours("\"answer\": \"B\"")),\n{\"question\": \"What ne"
    let reading = QuestionReader.read(text)
    #expect(reading.questions.map(\.item) == [green])
    #expect(reading.unread.map(\.line) == [3])
  }

  @Test func `Broken JSON is not taken for a quiz in plain text`() {
    let text = """
      {
        question: "Which?",
        options: [
          "red",
       -  "green"
        ],
        answer: "A"
      }
      """
    #expect(reasons(text).count == 1)
    #expect(QuestionReader.read(text).format == .json)
  }

  // MARK: - Indexes

  @Test func `An index counts from 0, unless a number of the same text proves that it counts from 1`() {
    #expect(read(colours(#""correctIndex": 1"#)) == [green])
    #expect(read("[\(colours(#""correctIndex": 3"#)), \(colours(#""correctIndex": 2"#))]").last == green)
    #expect(read("[\(colours(#""answer": 0"#)), \(colours(#""answer": 1"#))]").last == green)
    let counted = colours(#""correctIndex": 2, "answer": "green""#)
    #expect(read("[\(counted), \(colours(#""correctIndex": 1, "answer": "red""#))]").first == green)
    #expect(reasons(counted).count == 1)
  }

  @Test(arguments: [
    #""answer": 1"#, #""answer": 7"#, #""correctIndex": 4"#, #""correctIndex": -1"#, #""answer": "D""#,
    #""answer": "yellow""#, #""answer": ["red", "blue"]"#, #""answer": null"#, #""explanation": "So.""#,
    #""answer": "red", "correct": "green""#, #""answer": "red", "correctIndex": 2"#, #""answer": "B) red""#,
    #""answer": true"#, #""answer": {"x": 1, "y": 2}"#,
  ])
  func `A doubt about the key is no reading`(fields: String) {
    #expect(reasons(colours(fields)).count == 1)
  }

  @Test func `Both ways of counting in one text are a doubt`() {
    #expect(reasons("[\(colours(#""correctIndex": 3"#)), \(colours(#""correctIndex": 0"#))]").count == 2)
  }

  @Test(arguments: [
    #"{"question": "How many?", "options": [1, 2, 3], "answer": 2}"#,
    #"{"question": "How many?", "options": ["1", "2", "3"], "answer": "2"}"#,
  ])
  func `A number among numbers is itself`(text: String) {
    #expect(read(text).first?.correctAnswer == "2")
  }

  @Test(arguments: [
    (#"{"question": "How many?", "options": ["1", "2", "3"], "answer": 2}"#, "more than one option"),
    (#"{"question": "Which?", "options": ["B", "A", "C"], "answer": "A"}"#, "more than one option"),
    (#"{"question": "Which?", "options": ["red", "red"], "answer": "red"}"#, "more than one option"),
    (#"{"question": "Which?", "answer": "B"}"#, "no options"), (#"{"question": " ", "answer": "x"}"#, "blank"),
    (#"{"question": "a?", "question": "b?", "answer": "x"}"#, #""question" is there twice"#),
    (#"{"Question": "a?", "stem": "b?", "answer": "x"}"#, #""Question" and "stem" differ"#),
    (#"{"question": "a?", "Why": "b", "Why": "c", "answer": "x"}"#, #""Why" is there twice"#),
    (
      #"{"question": "a?", "answers": ["b", "c"], "answers": ["c", "d"], "correct": "c"}"#, #""answers" is there twice"#
    ),
    (#"{"statement": "a", "correction": "b"}"#, "Whether the statement is true"),
    (#"{"question": "Which?", "options": "red or green", "answer": "red"}"#, "neither a list nor a map"),
    (#"{"question": "Which?", "options": [["red"], "green"], "answer": "green"}"#, "neither a text"),
    (#"{"question": "He said "no" to?", "options": ["a", "b"], "answer": "a"}"#, "not valid JSON"),
  ])
  func `Other doubts are named`(text: String, reason: String) {
    #expect(reasons(text).contains { $0.contains(reason) }, "\(reasons(text))")
  }

  @Test func `Of many names for one field the first few are told`() {
    let members = (0..<50).map { "\"Why\(String(repeating: "_", count: $0))\": \"So \($0).\"" }
    let text = "{\"question\": \"a?\", \"answer\": \"x\", \(members.joined(separator: ", "))}"
    let told = #""Why" and "Why_" and "Why__""#
    #expect(reasons(text) == ["The fields \(told) differ, and stand for the same: write one of them."])
  }

  @Test(arguments: ["", "null", "[]", "{\"questions\": []}", "I'm sorry, but I can't.", "{\"a\": {\"b\": [1]}}"])
  func `A text without questions has none, and nothing unread`(text: String) {
    let reading = QuestionReader.read(text)
    #expect(reading.questions.isEmpty && reading.unread.isEmpty)
  }

  @Test func `Hidden characters are taken out`() {
    let item = read("{\"question\": \"W\\u001b[2Jho\\u202e?\", \"options\": [\"a\\u0007\", \"b\"], \"answer\": \"A\"}")
      .first
    #expect(item?.prompt == "W[2Jho?")
    #expect(item?.choices == ["a", "b"])
  }
}
