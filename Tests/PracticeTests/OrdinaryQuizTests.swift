import Testing

@testable import PracticeTests

/// What people write every day, and looks a little like something that could be taken in two ways.
@Suite("Ordinary quizzes") struct OrdinaryQuizTests {
  private func read(_ text: String) -> [String] {
    let reading = QuestionReader.read(text)
    return reading.questions.map { "\($0.item.prompt) = \($0.item.correctAnswer)" }
      + reading.unread.map { _ in "unread" }
  }

  @Test(
    "Are read as they were written",
    arguments: [
      ("1. Who wrote Faust?\nAnswer: Goethe\nGood luck!", ["Who wrote Faust? = Goethe"]),
      (
        "1. Who wrote Faust?\nAnswer: Goethe\nGeography\n2. Capital of Spain?\nAnswer: Madrid\nEnd of quiz",
        ["Who wrote Faust? = Goethe", "Capital of Spain? = Madrid"]
      ),
      (
        "1. Who wrote Faust?\nKey: Goethe\nWhich is it?\nA) me\nB) you\nC) them\nAnswer: C",
        [
          "Who wrote Faust? = Goethe", "Which is it? = them",
        ]
      ),
      (
        "1. Which?\nA) No warning\nB) Caution\nC) Warning\n   Note: keep dry\nAnswer: C",
        ["Which? = Warning Note: keep dry"]
      ),
      ("1. Which?\nA) Tom: Hi.\n   Ann: Go away.\nB) Hello\nC) Bye\nAnswer: A", ["Which? = Tom: Hi. Ann: Go away."]),
      ("1. 下列哪个是**光合作用**的产物？\nA) 氧\nB) 铁\nC) 金\nAnswer: A", ["下列哪个是光合作用的产物？ = 氧"]),
      ("1. Which?\nA) x\nB) y\nC) z\nAnswer: B. Because options A) and C) are wrong.", ["Which? = y"]),
      ("1. Which?\nA) 2\nB) 3\nC) 6\nAnswer: B. 6 divided by 2 is 3.", ["Which? = 3"]),
      ("1. Which?\nA) or\nB) nor\nC) and\nAnswer: B. or is used with either", ["unread"]),
      ("1. Where?\nA) York\nB) Bath\nC) Hull\nAnswer: B\nA) is in the north.\nC) is on the coast.", ["Where? = Bath"]),
      ("1. Which?\nA) <p>x</p>\nB) <div>y</p>\nC) z\nAnswer: C", ["Which? = z"]),
      (
        #"{"question": "Which?", "options": ["A. mitochondria", "B. nucleus", "C. vacuole"], "answer": "B. nucleus"}"#,
        [
          "Which? = nucleus"
        ]
      ),
      (#"{"question": "When?", "options": ["1. Mai", "2. Mai", "3. Mai"], "answer": "2. Mai"}"#, ["When? = 2. Mai"]),
      (
        #"{"question": "When?", "options": ["3. Oktober 1990", "9. November 1989", "8. Mai 1945"], "correctIndex": 1}"#,
        ["When? = 9. November 1989"]
      ),
      (
        #"{"question": "Who?", "options": ["E. Rutherford", "N. Bohr", "M. Curie", "I. Newton"], "answer": "B"}"#,
        ["Who? = N. Bohr"]
      ),
      (
        #"{"question": "Who?", "code": "BIO 101", "context": "Kings of France and England", "answer": "I"}"#,
        ["Who? = I"]
      ),
      (
        #"{"question": "Which?", "options": [{"value": "1", "label": "Lyon"}, {"value": "2", "label": "Nice"}, "#
          + #"{"value": "3", "label": "Lille"}], "answer": "2"}"#, ["Which? = Nice"]
      ),
    ])
  func ordinary(text: String, expected: [String]) {
    #expect(read(text) == expected)
  }

  @Test("Numbers that count from 1 in a whole file do so, though only one of them proves it")
  func countedFromOne() {
    let questions = [2, 1, 3, 4, 2].map {
      #"{"question": "What is number \#($0) of the set?", "options": ["one", "two", "three", "four"], "correctIndex": \#($0)}"#
    }
    let keys = QuestionReader.read("[\(questions.joined(separator: ", "))]").questions.map(\.item.correctAnswer)
    #expect(keys == ["two", "one", "three", "four", "two"])
  }
}
