import Testing

@testable import PracticeTests

/// The markup of quizzes in plain text: it goes where it is markup.
struct QuizMarkupTests {
  @Test(arguments: [
    "What is x**2 + y**2 for x = 1 and y = 2?", "2**3**2", "2 ** 3 ** 2", "(a)**2 + (b)**2", "B) **", "f(**a, **b)",
    "`**kwargs` or `**options`", "Which tag makes <b> bold?", "Answer: <b>", "1. Which one is it: <i>",
  ])
  func `What only looks like markup stays`(line: String) {
    #expect(QuizMarkup.plain(line) == line)
  }

  @Test(arguments: [
    ("**Answer:** B", "Answer: B"), ("**Answer:**B", "Answer:B"), ("**Answer: ** B", "Answer:  B"),
    ("***Answer: B***", "Answer: B"), ("**1. Which** is **not** one?", "1. Which is not one?"),
    ("**1. Which of", "1. Which of"), ("these?**", "these?"), ("A)**red**", "A)red"), ("**", ""),
    ("<b>Answer:</b> B", "Answer: B"), ("<p>A) red</p>", "A) red"), ("A) red<br>", "A) red"),
    ("<b>A) red</b>", "A) red"),
    ("<p><b>1.</b> Which <i>one</i>?</p>", "1. Which one?"), ("Answer: <b>B</b>", "Answer: B"),
    ("<details><summary>Answer</summary>B</details>", "Answer: B"), ("<summary>Answer</summary>", "Answer"),
  ])
  func `Markup is taken off`(line: String, plain: String) {
    #expect(QuizMarkup.plain(line) == plain)
  }

  private func choices(_ options: [String]) -> [String]? {
    let list = zip(["A", "B", "C"], options).map { "\($0)) \($1)" }.joined(separator: "\n")
    return QuestionReader.read("1. Which fits?\n\(list)\nAnswer: B").questions.first?.item.choices
  }

  @Test(arguments: [["x", "<b>x</b>", "\"x\""], ["<bold>", "<dark>", "<b>"], ["<p>", "<br>", "<hr>"]])
  func `Tags that options differ by belong to them`(options: [String]) {
    #expect(choices(options) == options)
  }

  @Test func `Tags around the words of options are taken off where they tell nothing apart`() {
    #expect(choices(["<i>E. coli</i>", "<b>yeast</b>", "moss<br>"]) == ["E. coli", "yeast", "moss"])
  }

  @Test func `Stars stay in a question`() {
    let item = QuestionReader.read("1. What is x**2 + y**2?\nA) **5**\nB) 2**3**2\nAnswer: B").questions.first?.item
    #expect(item?.prompt == "What is x**2 + y**2?" && item?.choices == ["5", "2**3**2"])
  }

  @Test func `Numbers set in below a question are its options`() {
    let items = QuestionReader.read(
      """
      1. What is the capital of France?
         1. Lyon
         2. Paris
         3. Nice
         Answer: 2
      2. What is the capital of Italy?
         1. Rome
         2. Turin
         Answer: 1
      """
    ).questions.map(\.item)
    #expect(items.map(\.choices) == [["Lyon", "Paris", "Nice"], ["Rome", "Turin"]])
    #expect(items.map(\.correctAnswer) == ["Paris", "Rome"])
  }

  @Test func `Questions set in below the name of their part stay questions`() {
    let items = QuestionReader.read("1. Towns\n   1. Where?\n      A) Lyon\n      B) Nice\n      Answer: B").questions
    #expect(items.map(\.item.choices) == [["Lyon", "Nice"]])
  }
}
