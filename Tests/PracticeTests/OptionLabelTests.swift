import Testing

@testable import PracticeTests

@Suite("Labels and numbers of options in JSON and tables")
struct OptionLabelTests {
  private func key(_ text: String) -> String? {
    let reading = QuestionReader.read(text)
    #expect(reading.questions.count + reading.unread.count == 1, "\(reading)")
    return reading.questions.first?.item.correctAnswer
  }

  private func question(_ options: String, _ answer: String) -> String {
    "{\"question\": \"What is the capital of France?\", \"options\": \(options), \(answer)}"
  }

  @Test(
    "A letter or a number names the option that begins with it, or none for certain",
    arguments: [
      (#"["A) Lyon", "C) Paris", "D) Nice"]"#, #""answer": "C""#, "Paris"),
      (#"["B) Lyon", "C) Paris", "D) Nice"]"#, #""answer": "C""#, "Paris"),
      (#"["1) Lyon", "3) Paris", "4) Nice"]"#, #""answer": 3"#, "Paris"),
      (#"["A) Lyon", "A) Nice", "B) Paris"]"#, #""answer": "B""#, nil),
      (#"["1. Lyon", "3. Paris", "4. Nice"]"#, #""answer": 3"#, nil),
      (#"["1. Lyon", "3. Paris", "4. Nice"]"#, #""answerIndex": 1"#, nil),
      (#"["B - Lyon", "A - Paris", "C - Nice"]"#, #""answer": "A""#, nil),
      (#"["B.Lyon", "A.Paris", "C.Nice"]"#, #""answer": "A""#, nil),
      (#"["B:Lyon", "A:Paris", "C:Nice"]"#, #""answer": "A""#, nil),
      (#"["A:Lyon", "B:Paris", "C:Nice"]"#, #""answer": "B""#, "B:Paris"),
      (#"["E. coli", "S. aureus", "B. subtilis"]"#, #""answer": "B""#, nil),
      (#"["E. coli", "S. aureus", "B. subtilis"]"#, #""answer": "B. subtilis""#, "B. subtilis"),
      (#"["A. aegypti", "B. subtilis", "C. elegans"]"#, #""answer": "A. aegypti""#, "aegypti"),
      (#"["A. Lyon", "B. Paris", "C. Nice"]"#, #""answer": "B. Paris""#, "Paris"),
      (#"["1.5 km", "2.5 km", "3.5 km"]"#, #""answer": "B""#, "2.5 km"),
    ] as [(String, String, String?)])
  func beginnings(options: String, answer: String, expected: String?) {
    #expect(key(question(options, answer)) == expected)
  }

  @Test(
    "Options in fields of their own have all numbers and letters",
    arguments: [
      #"{"question": "Which?", "option0": "Lyon", "option1": "Paris", "option2": "Nice", "option3": "Lille", "correctIndex": 1}"#,
      #"{"question": "Which?", "option_a": "a", "option_b": "b", "option_c": "c", "option_d": "d", "option_e": "e", "option_f": "f", "option_g": "Paris", "answer": "G"}"#,
      #"{"question": "Which?", "A": "a", "B": "b", "C": "c", "D": "d", "E": "e", "F": "f", "G": "Paris", "answer": "G"}"#,
      #"{"question": "Which?", "answer1": "Lyon", "answer2": "Paris", "answer3": "Nice", "correct": 2}"#,
      "question,option 1,option 2,option 3,option 4,option 5,option 6,answer\nWhich?,a,b,c,d,e,Paris,6\n",
    ])
  func fields(text: String) {
    #expect(key(text) == "Paris")
  }

  @Test(
    "A number is the id of an option; an index beside numbers is certain only where something proves its base",
    arguments: [
      (
        #"[{"id": 2, "text": "Lyon"}, {"id": 1, "text": "Nice"}, {"id": 4, "text": "Paris"}]"#, #""answer": 4"#, "Paris"
      ),
      (
        #"[{"id": 1, "text": "Lyon"}, {"id": 2, "text": "Paris"}, {"id": 3, "text": "Nice"}]"#, #""answer": "B""#,
        "Paris"
      ),
      (
        #"[{"id": 1, "text": "Lyon"}, {"id": 2, "text": "Paris"}, {"id": 3, "text": "Nice"}]"#, #""correctIndex": 2"#,
        nil
      ),
      (#"{"1": "Lyon", "2": "Paris", "3": "Nice"}"#, #""correct_index": 1"#, nil),
      (#"{"1": "Lyon", "2": "Paris", "3": "Nice"}"#, #""correct_index": 1, "answer": "Paris""#, "Paris"),
      (#"{"1": "Lyon", "2": "Paris", "3": "Nice"}"#, #""correct_index": 0"#, "Lyon"),
    ] as [(String, String, String?)])
  func numbers(options: String, answer: String, expected: String?) {
    #expect(key(question(options, answer)) == expected)
  }

  @Test("An index beside numbered columns of a table is a doubt, and with its text none")
  func columns() {
    let head = "question,option1,option2,option3,correct_index"
    #expect(key("\(head)\nWhich?,Lyon,Paris,Nice,2\n") == nil)
    #expect(key("\(head),correct_answer\nWhich?,Lyon,Paris,Nice,1,Paris\n") == "Paris")
  }

  @Test(
    "The text of an option is not its label, whatever the fields are called",
    arguments: [
      #"[{"option": "A", "text": "Lyon"}, {"option": "B", "text": "Paris"}]"#,
      #"[{"value": "A", "label": "Lyon"}, {"value": "B", "label": "Paris"}]"#,
      #"[{"label": "A", "value": "Lyon"}, {"label": "B", "value": "Paris"}]"#,
      #"[{"key": "A", "option": "Lyon"}, {"key": "B", "option": "Paris"}]"#,
    ])
  func objects(options: String) {
    let read = QuestionReader.read(question(options, #""answer": "B""#)).questions.first?.item
    #expect(read?.choices == ["Lyon", "Paris"] && read?.correctIndex == 1)
  }
}
