import Testing

@testable import PracticeTests

/// Quizzes in plain text and Markdown.
struct QuizTextTests {
  private let green = Item(
    format: .multipleChoice, prompt: "Which colour?", choices: ["red", "green", "blue"], correctIndex: 1,
    correctAnswer: "green")

  private func read(_ text: String) -> [Item] {
    QuestionReader.read(text).questions.map(\.item)
  }

  @Test(arguments: [
    "1. Which colour?\nA) red\nB) green\nC) blue\nAnswer: B",
    "Question 1: Which colour?\n  a. red\n  b. green\n  c. blue\nCorrect answer: b. green",
    "**1. Which colour?**\n\nA) red\nB) green\nC) blue\n\n**Answer: B**",
    "### Question 1\n\nWhich colour?\n\n- A. red\n- B. green\n- C. blue\n\n**Answer:** B) green",
    "Which colour?\nA. red\nB. green\nC. blue\nANSWER: B",
    "Q1) Which colour?\n(a) red\n(b) green\n(c) blue\nAns: (b)",
    "1. Which colour?\n- [ ] red\n- [x] green\n- [ ] blue",
    "1) Which colour?\nA) red\n*B) green\nC) blue", "1) Which colour?\nA) red\nB) green \u{2713}\nC) blue",
    "1. Which colour?\n- red\n- green\n- blue\nThe correct answer is: green",
    "Q1. Which colour?\n1) red\n2) green\n3) blue\nAnswer: 2",
    "Question: Which colour?\nOptions:\n- red\n- green\n- blue\nAnswer: green",
    "1. Which colour?\nA) red B) green C) blue\nAnswer: B", "1. Which colour?\na. red  b. green  c. blue\nAnswer: b",
    "1. Which colour? A) red B) green C) blue\nAnswer: B", "1. Which colour? a. red b. green c. blue Answer: b",
    "1. Which colour?\nA) red\nB) green\nC) blue\n\n## Answer key\n\n1. B",
    "1. Which colour?\nA) red\nB) green\nC) blue\n\nAnswers: \n1-B",
    "1. Which colour?\nA) red\nB) green\nC) blue\n<details><summary>Answer</summary>\n\nB\n</details>",
    "1. Which colour?\nA) red\nB) green\nC) blue\nAnswer:\nB",
    "Here is your quiz:\n\n```\nWhich colour?\nA. red\nB. green\nC. blue\nANSWER: B\n```\n\nAsk me for more!",
    "My rules:\n1. One key\n2. No tricks\n\n```text\n1. Which colour?\nA) red\nB) green (correct)\nC) blue\n```",
    "Here is {your} quiz [as asked]:\n\n1. Which colour?\nA) red\nB) green\nC) blue\nAnswer: B\n\nAsk me for more!",
  ])
  func `Every way of writing gives the same question`(text: String) {
    #expect(read(text) == [green], "\(QuestionReader.read(text))")
  }

  @Test func `Code in a question stays as it is`() {
    let code = "```python\nfor x in y:\n    - A) print(x)\n\n```"
    let options = "A) red\nB) green\nC) blue\nAnswer: B"
    for asked in ["1. Which colour?\n\(code)\n\(options)", "Which colour?\n\n\(code)\n\n\(options)"] {
      #expect(read(asked).map(\.prompt) == ["Which colour?\n\(code)"], "\(asked)")
      #expect(read(asked).map(\.choices) == [green.choices])
    }
  }

  @Test func `Code below an option or an answer belongs to it, and a longer fence holds a shorter one`() {
    let code = "````python\n```\nA) x\n````"
    let below = code.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
    let items = read("1. Which colour?\n- A.\n\(below)\n- B. green:\n\(below)\nor so\n- C. blue\nAnswer: A")
    #expect(items.map(\.choices) == [[code, "green:\n\(code)\nor so", "blue"]])
    let written = read("1. Which colour?\nAnswer: this\n\(code)\n\n2. Which colour?\nAnswer: blue")
    #expect(written.map(\.correctAnswer) == ["this\n\(code)", "blue"])
  }

  @Test func `What stands below a heading of answers goes on with no answer above it`() {
    let items = read("1. What is an owl?\nAnswer: a bird\n\nAnswer\nkey1. B, 2. C\n")
    #expect(items.map(\.correctAnswer) == ["a bird"])
  }

  @Test func `Words above an answer and words below it are no one question`() {
    let items = QuestionReader.read(
      "1. What?\nA) one\nB) two\nC) three\n\nMore\nAnswer:\nB\nWho?\n- [ ] I\n- [x] you\n- [ ] they"
    ).questions.map(\.item)
    #expect(items.map(\.prompt) == ["What?", "Who?"] && items.map(\.correctAnswer) == ["two", "you"], "\(items)")
  }

  @Test func `A list above what asks belongs to the question, with a number or without`() {
    let asked = "Consider this cell:\n- it has a nucleus\n- it has a wall\nWhich kind of cell is it?"
    let options = "\nA) plant\nB) animal\nC) bacterium\nAnswer: A\n"
    for text in [asked, "1. \(asked)", "1. What is an owl?\nAnswer: a bird\n\n\(asked)"] {
      #expect(read(text + options).last?.prompt == asked)
    }
    let apart = read("Consider this cell:\n\n- it has a nucleus\nWhich kind of cell is it?\(options)")
    #expect(apart.map(\.prompt) == ["Which kind of cell is it?"])
    let below = read("1. What is an owl?\nAnswer: a bird\n\nThe colours:\n- red\nAnswer: red")
    #expect(below.map(\.correctAnswer) == ["a bird"])
  }

  @Test func `Lines about an option below two answers are no one explanation`() {
    let asked = "1. Which colour?\nA) red\nB) green\nC) blue\n\nAnswer: green\nC) is cold"
    #expect(read(asked).map(\.rationale) == ["C) is cold"])
    #expect(QuestionReader.read(asked + "\n\nAnswer: green\nC) is cold").questions.isEmpty)
  }

  @Test func `Backslashes before marks of Markdown are taken off, but in code and formulas they stay`() {
    let items = read("1. The \\_\\_\\_\\_ costs \\$5 in `a\\_b`, and \\[x\\_1\\] is a formula.\nAnswer: sky\\_1")
    #expect(items.map(\.format) == [.cloze] && items.map(\.correctAnswer) == ["sky_1"])
    #expect(items.map(\.prompt) == ["The ____ costs $5 in `a\\_b`, and \\[x_1\\] is a formula."])
  }

  @Test func `A backslash in plain text is one`() {
    let items = read("1. Which one matches a star?\nA) *\nB) \\*\nC) \\_\nAnswer: B")
    #expect(items.map(\.choices) == [["*", "\\*", "\\_"]])
  }

  @Test func `Under a heading that is not our own, formulas keep their backslashes`() {
    let items = read("## 1. What is \\[x_1\\]?\nAnswer: \\$5 or \\\\")
    #expect(items.map(\.prompt) == ["What is \\[x_1\\]?"] && items.map(\.correctAnswer) == ["$5 or \\\\"])
  }

  @Test func `Code that looks like another format stays in its question`() {
    for code in ["```r\nif (x) { TRUE }\n```", "~~~\nWhat? {=this ~that}\n~~~"] {
      let reading = QuestionReader.read("1. Which colour?\n\(code)\nA) red\nB) green\nC) blue\nAnswer: B")
      #expect(reading.format == .text && reading.unread.isEmpty, "\(reading)")
      #expect(reading.questions.map(\.item.choices) == [green.choices])
      #expect(reading.questions.first?.item.prompt == "Which colour?\n\(code)")
    }
  }

  @Test func `Several questions, formats and explanations are read, with their lines`() {
    let reading = QuestionReader.read(
      """
      # Quiz

      1. Which colour?
      A) red
      B) green
         or nearly so
      C) blue
      Answer: B. Leaves are.

      2. True or False: it rains.
      Answer: False
      Explanation: It is
      dry.

      3. The ____ is blue.
      Answer: sky

      4. What colour has the sky?
      Answer: blue
      """)
    #expect(reading.format == .text)
    #expect(reading.unread == [])
    #expect(reading.questions.map(\.line) == [3, 10, 15, 18])
    let items = reading.questions.map(\.item)
    #expect(items.map(\.format) == [.multipleChoice, .trueFalse, .cloze, .shortAnswer])
    #expect(items.map(\.correctAnswer) == ["green or nearly so", "False", "sky", "blue"])
    #expect(items.map(\.rationale) == ["Leaves are.", "It is\ndry.", nil, nil])
    #expect(items[1].prompt == "it rains.")
  }

  @Test func `A list in a question belongs to it`() {
    let items = read("1. Consider these:\n- light\n- water\n\nWhich feeds roots?\nA) light\nB) water\nAnswer: B")
    #expect(items.map(\.prompt) == ["Consider these:\n- light\n- water\nWhich feeds roots?"])
    #expect(items.map(\.correctAnswer) == ["water"])
  }

  @Test func `A key at the end goes by numbers, and an answer without a question is named`() {
    let reading = QuestionReader.read(
      "1. One?\nA) a\nB) b\n\n2. Two?\nA) c\nB) d\n\nAnswers\n1. B, 2. A, 3. A\n")
    #expect(reading.questions.map(\.item.correctAnswer) == ["b", "c"])
    #expect(reading.unread.map(\.line) == [10])
  }

  @Test(arguments: [
    ("1. One?\nA) a\nB) b\nC) c\n\n2. Two?\nA) c\nB) d\nAnswer: A", 1, "No answer"),
    ("1. One?\nA) a\nB) b\nAnswer: C", 1, "none of the options"),
    ("1. One?\nA) a\nB) b\nD) d\nAnswer: A", 1, "labelled A, B, D"),
    ("1. One?\nA) a\nB) b\nAnswer: A\nAnswer: B", 1, "differ"), ("\n1. One?\nA) a\nAnswer: A", 2, "only one option"),
    ("A) a\nB) b\nAnswer: A\n\n2. Two?\nA) a\nB) b\nAnswer: A", 1, "no question above"),
    ("Q1. Which? a. red b. green\nc. blue Answer: b", 1, "only one option"),
    ("1. One?\n- [x] a\n- [x] b", 1, "More than one"),
  ])
  func `A doubt is named with its line`(text: String, line: Int, reason: String) {
    let unread = QuestionReader.read(text).unread
    #expect(unread.map(\.line) == [line])
    #expect(unread.first?.reason.contains(reason) == true, "\(unread)")
  }

  @Test func `A table of questions is read beside others`() {
    let reading = QuestionReader.read(
      """
      1. Who?
      A) I
      B) you
      Answer: A

      | No. | Question | A | B | C | Answer |
      |---|:--|---|---|---|---|
      | 1 | Which \\| colour? | red | **green** | blue | B |
      | 2 | What? | red | green | blue | D |

      2. Where?
      Answer: here
      """)
    #expect(reading.questions.map(\.item.prompt) == ["Who?", "Which | colour?", "Where?"], "\(reading)")
    #expect(reading.questions.map(\.line) == [1, 8, 11] && reading.unread.map(\.line) == [9])
    #expect(reading.questions[1].item.choices == green.choices && reading.questions[1].item.correctAnswer == "green")
    let alone = read("Question | Options | Answer\n--- | --- | ---\nWhich colour? | A) red<br>B) green<br>C) blue | B")
    #expect(alone == [green])
  }

  @Test(arguments: [
    ("| Question | Options |\n|---|---|\n| Which? | red |", [6]),
    ("| Question | Answer |\n|---|---|\n| 1 | water |\n| Q2 | ice |", [8, 9]),
    ("| Question | Response | Correct |\n|---|---|---|\n| What? | ice | water |", [6]),
    ("| Student | Question | Answer |\n|---|---|---|\n| Tim | What? | ice |", [6]),
    ("| Question | Your answer | Answer |\n|---|---|---|\n| What? | ice | water |", [6]),
    ("| Question | Answer | Correct |\n|---|---|---|\n| What? | ice | no |\n| Where? | here | \u{2713} |", [6]),
    ("| Question | Answer |\n|---|---|\n| Is it? | yes |\n| Who? | Wrong |", [6]),
  ])
  func `A table that can't be read is named, and one of something else is part of its question`(
    table: String, lines: [Int]
  ) {
    let reading = QuestionReader.read("1. Who?\nA) I\nB) you\nAnswer: A\n\n\(table)")
    #expect(reading.questions.map(\.item.prompt) == ["Who?"] && reading.unread.map(\.line) == lines, "\(reading)")
    let data = "Which?\n| x | y |\n|---|---|\n| 1 | 2 |"
    #expect(read("1. \(data)\nA) x\nB) y\nAnswer: A").map(\.prompt) == [data])
  }

  @Test(arguments: [
    "| Question | Answer |\n|---|---|\n| What is two plus two? | 5 |\n| Who? | I |",
    "| Question | Response | Correct |\n|---|---|---|\n| What is two plus two? | 5 | no |",
  ])
  func `A table in a question whose options or answer are to come is part of it`(table: String) {
    let stem = "Which student gave a wrong answer to his question?"
    let options = "A) the first\nB) the second\nC) neither\nAnswer: A"
    for text in [
      "1. \(stem)\n\n\(table)\n\n\(options)", "1. \(stem)\n\(table)\n\(options)", "\(stem)\n\n\(table)\n\n\(options)",
    ] {
      let reading = QuestionReader.read(text)
      #expect(reading.questions.map(\.item.prompt) == ["\(stem)\n\(table)"] && reading.unread.isEmpty, "\(reading)")
      #expect(reading.questions.map(\.item.correctAnswer) == ["the first"])
    }
    let written = read("1. \(stem)\n\n\(table)\n\nAnswer: the first")
    #expect(written.map(\.prompt) == ["\(stem)\n\(table)"] && written.map(\.correctAnswer) == ["the first"])
  }

  @Test(arguments: [
    ("1. Who?\nA) I\nB) you\n\n", "\n\nAnswer: A", [5]), ("Which one is wrong?\n\n", "", [3]),
    ("1. Who?\nAnswer: see the table\n", "", [3]), ("1. Read this\n\n", "", [3]),
    ("1. Who?\nAnswer: I\n\nAnswers\n\n", "", [6]),
  ])
  func `A table that may belong to what stands above is named`(above: String, below: String, lines: [Int]) {
    let reading = QuestionReader.read("\(above)| Question | Answer |\n|---|---|\n| What is two plus two? | 5 |\(below)")
    #expect(reading.unread.map(\.line) == lines, "\(reading)")
    #expect(!reading.questions.contains { $0.item.correctAnswer == "5" })
  }

  @Test func `A file of what somebody answered is named`() {
    for head in ["question,response,correct", "Student;Question;Answer"] {
      let reading = QuestionReader.read("\(head)\nWho?\nWhat?")
      #expect(reading.format == .csv && reading.questions.isEmpty && reading.unread.map(\.line) == [1], "\(reading)")
    }
  }

  @Test func `Notes with numbered lists are no quiz`() {
    let reading = QuestionReader.read("# Cells\n\n1. They live.\n2. They divide.\n\n- small\n- round\n\nThe end [1].")
    #expect(reading.questions.isEmpty && reading.unread.isEmpty)
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      String(repeating: "<", count: 1 << 18), String(repeating: "1. q\n", count: 1 << 16),
      String(repeating: "Answers\n1. B\n", count: 1 << 15),
      "1. q\nExplanation: a\n" + String(repeating: "x\n", count: 1 << 17),
      "1. q " + String(repeating: "A) ", count: 1 << 16), String(repeating: "**", count: 1 << 17),
      "x ____\n" + String(repeating: "```\n```\n", count: 1 << 16),
      String(repeating: "x\n", count: 1 << 16) + String(repeating: "- a\n", count: 1 << 16),
      String(repeating: "| Question | Answer |\n|---|---|\n| a | yes |\n\n", count: 1 << 14),
      "1. q?\n" + String(repeating: "| Question | Answer |\n|---|---|\n\n", count: 1 << 14),
    ])
  func `Long texts of marks are read in time`(text: String) {
    #expect(QuestionReader.read(text).questions.isEmpty)
  }
}
