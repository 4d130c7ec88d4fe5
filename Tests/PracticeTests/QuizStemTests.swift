import Testing

@testable import PracticeTests

/// Quizzes in plain text as chat models write them, with lines that look like something else.
struct QuizStemTests {
  private func read(_ text: String) -> [Item] {
    QuestionReader.read(text).questions.map(\.item)
  }

  @Test(arguments: [
    "The enzyme binds its substrate.\nKey: E = enzyme, S = substrate\nWhich step comes first?",
    "What does this print?\nx = 1\n# double it\nprint(x * 2)",
    "Assertion: Ice floats.\nReason: It is less dense than water.",
  ])
  func `Lines of a question stay in it while its options are to come`(prompt: String) {
    let items = read("1. \(prompt)\nA) one\nB) two\nAnswer: A\nReason: It is so.\n\n2. Who?\nKey: I")
    #expect(items.map(\.prompt) == [prompt, "Who?"], "\(items)")
    #expect(items.map(\.correctAnswer) == ["one", "I"] && items.first?.rationale == "It is so.")
  }

  @Test(arguments: ["<think>", "\n<thinking>"])
  func `What a model thought before it wrote is no question`(tag: String) {
    let name = tag.filter(\.isLetter)
    let reading = QuestionReader.read("\(tag)1. Who?\nA) I\nB) you\nAnswer: A</\(name)>\n1. What?\nAnswer: sky")
    #expect(reading.questions.map(\.item.prompt) == ["What?"])
    #expect(reading.questions.first?.line == (tag.hasPrefix("\n") ? 6 : 5))
    #expect(read("\(tag)1. Who?\nA) I\nB) you\nAnswer: A").isEmpty)
  }

  @Test(arguments: ["Answer: ______", "Answer:"])
  func `A gap is no answer`(answer: String) {
    let reading = QuestionReader.read("1. Who?\nA) I\nB) you\n\(answer)\n\n2. What?\nA) sky\nB) sea\nAnswer: A")
    #expect(reading.questions.map(\.item.correctAnswer) == ["sky"], "\(reading)")
    #expect(reading.unread.map(\.line) == [1])
    #expect(QuestionReader.read("1. Who?\nAnswer: ____").unread.map(\.line) == [1])
  }

  @Test func `Marks of right and wrong are no part of an option`() {
    let marked = read("1. Where?\nA) Lyon \u{274C}\nB) Nice \u{2705}\nC) Lille (incorrect)")
    #expect(marked.map(\.choices) == [["Lyon", "Nice", "Lille"]] && marked.map(\.correctAnswer) == ["Nice"])
    let signs = read("1. Which means yes?\nA) \u{2705}\nB) \u{274C}\nAnswer: A")
    #expect(signs.map(\.choices) == [["\u{2705}", "\u{274C}"]])
    #expect(read("1. Where?\nA) Lyon \u{2705}\nB) Nice\nAnswer: B").isEmpty)
  }

  @Test(arguments: [
    "Answers: B", "Ans. B", "The correct answer is B.", "\u{2705} Answer: B", "Answer key: 1-B", "Answers: 1. B",
    "<details><summary>Answer</summary>B</details>", "The answer is (b) Nice.",
  ])
  func `An answer is found however it is told`(answer: String) {
    let items = read("1. Where?\nA) Lyon\nB) Nice\nC) Lille\n\(answer)")
    #expect(items.map(\.correctAnswer) == ["Nice"], "\(items)")
    #expect(items.first?.choices == ["Lyon", "Nice", "Lille"])
  }

  @Test func `A key on one line goes by numbers`() {
    let items = read("1. Who?\nA) I\nB) you\n\n2. What?\nA) sky\nB) sea\n\nAnswer key: 1-B 2-A")
    #expect(items.map(\.correctAnswer) == ["you", "sky"])
  }

  @Test func `Q and A are a question and its answer, unless B follows`() {
    let items = read("Q: What is wet?\nA: Water\nand rain.\n\nQ: Where?\nA: Lyon\nB: Nice\nAnswer: B")
    #expect(items.map(\.correctAnswer) == ["Water and rain.", "Nice"])
    #expect(items.map(\.format) == [.shortAnswer, .multipleChoice])
  }

  @Test(arguments: [
    "i) Lyon\nii) Nice\niii) Lille\nAnswer: ii", "(i) Lyon\n(ii) Nice\n(iii) Lille\nAnswer: (ii) Nice",
    "- i) Lyon\n- ii) Nice\n- iii) Lille\nAnswer: ii", "i) Lyon\nii) Nice\n\nAnswers\n1. ii",
    "i) Lyon ii) Nice iii) Lille\nAnswer: ii", "i) Lyon ii) Nice iii) Lille\nAnswer: ii) Nice",
  ])
  func `Roman labels are no answer in writing`(text: String) {
    let reading = QuestionReader.read("1. Where?\n\(text)")
    #expect(reading.questions.isEmpty && reading.unread.map(\.line) == [1], "\(reading)")
  }

  @Test func `Roman numbers above options are what the question is about`() {
    let statements = "Which are true?\ni) Ice floats.\nii) Ice sinks."
    for options in ["A) only i\nB) only ii\nAnswer: A", "1) only i\n2) only ii\nAnswer: 1"] {
      let items = read("1. \(statements)\n\(options)")
      #expect(items.map(\.prompt) == [statements] && items.map(\.choices) == [["only i", "only ii"]], "\(items)")
    }
    let steps = QuestionReader.read("1. Steps\ni. one\nii. two\n\n2. More\ni. three\nii. four")
    #expect(steps.questions.isEmpty && steps.unread.isEmpty)
  }

  @Test(arguments: [
    ("What is the variable of the function sin (x) in this graph?", "x"),
    ("Which letter stands for the speed (v) in this formula?", "v"),
    ("Define (i) osmosis and (ii) diffusion.", "(i) of water, (ii) of anything"), ("Who?", "I"),
  ])
  func `Letters in brackets are no Roman labels by themselves`(prompt: String, answer: String) {
    let items = read("1. \(prompt)\nAnswer: \(answer)")
    #expect(items.map(\.prompt) == [prompt] && items.map(\.correctAnswer) == [answer], "\(items)")
  }
}

extension QuizStemTests {
  @Test(arguments: [
    "A) Lyon      C) Nice\nB) Paris     D) Lille", "A) Lyon\tB) Paris\nC) Nice\tD) Lille",
    "a. Lyon  b. Paris  c. Nice  d. Lille", "(a) Lyon   (c) Nice\n(b) Paris   (d) Lille",
  ])
  func `Options in columns are taken apart`(options: String) {
    let items = QuestionReader.read("1. Where?\n\(options)\nAnswer: C").questions.map(\.item)
    #expect(items.map(\.choices) == [["Lyon", "Paris", "Nice", "Lille"]])
    #expect(items.map(\.correctAnswer) == ["Nice"])
  }

  @Test func `Columns without a whole sequence of labels are a doubt, and wide spaces are none`() {
    let reading = QuestionReader.read("1. Where?\nA) Lyon   E) Nice\nB) Paris\nAnswer: B")
    #expect(reading.questions.isEmpty && reading.unread.map(\.line) == [1])
    let named = QuestionReader.read("1. What?\nA) for (a)  (b)\nB) for none\nAnswer: B").questions.map(\.item.choices)
    #expect(named == [["for (a)  (b)", "for none"]])
    let wide = QuestionReader.read("1. What?\nA) x  =  1\nB) y  =  2\nAnswer: B").questions.map(\.item.choices)
    #expect(wide == [["x  =  1", "y  =  2"]])
  }
}

extension QuizStemTests {
  @Test func `A question in plain text beside JSON is named`() {
    let json = #"{"question": "What?", "answer": "sky"}"#
    let quiz = "1. Who?\nA) I\nB) you\nAnswer: A"
    let reading = QuestionReader.read("\(quiz)\n\n\(json)\n\n\(quiz)")
    #expect(reading.questions.map(\.item.prompt) == ["What?"])
    #expect(reading.unread.map(\.line) == [1, 8], "\(reading.unread)")
    #expect(QuestionReader.read("Here it is:\n\n\(json)\n\nAsk me for more!").unread.isEmpty)
  }
}
