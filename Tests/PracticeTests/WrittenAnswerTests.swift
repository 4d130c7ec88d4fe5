import Testing

@testable import PracticeTests

@Suite("Answers in JSON that can be taken in two ways")
struct WrittenAnswerTests {
  private func items(_ text: String) -> [Item] { QuestionReader.read(text).questions.map(\.item) }

  private func city(_ fields: String) -> String {
    #"{"question": "Which?", "options": ["Lyon", "Paris", "Nice", "Lille"], \#(fields)}"#
  }

  @Test("T and F answer a statement; what is neither true nor false does not")
  func statements() {
    let read = items(#"[{"statement": "Water is wet.", "answer": "T"}, {"statement": "It is dry.", "answer": "f"}]"#)
    #expect(read.map(\.correctAnswer) == ["True", "False"] && read.allSatisfy { $0.format == .trueFalse })
    #expect(items(#"{"type": "true_false", "question": "Water is wet.", "answer": "T"}"#).first?.format == .trueFalse)
    for answer in ["\"Maybe\"", "1"] {
      #expect(items("{\"type\": \"true_false\", \"question\": \"Water is wet.\", \"answer\": \(answer)}").isEmpty)
    }
  }

  @Test(
    "Where true and false are the only answers, other words say the same",
    arguments: [
      ("Yes", "True"), ("no.", "False"), ("Correct", "True"), ("incorrect", "False"), ("T", "True"), ("f", "False"),
    ])
  func verdicts(answer: String, key: String) {
    for field in [#""type": "true_false""#, #""options": ["False", "True"]"#] {
      let read = items("{\(field), \"question\": \"Water is wet.\", \"answer\": \"\(answer)\"}")
      #expect(read.map(\.format) == [.trueFalse] && read.map(\.correctAnswer) == [key])
    }
  }

  @Test("Elsewhere they are what they say")
  func words() {
    #expect(items(#"{"question": "Is it wet?", "answer": "Yes"}"#).map(\.format) == [.shortAnswer])
    #expect(items(#"{"statement": "It is wet.", "answer": "Yes"}"#).map(\.format) == [.shortAnswer])
    let chosen = items(#"{"type": "true_false", "question": "Is it?", "options": ["Yes", "No"], "answer": "No"}"#)
    #expect(chosen.map(\.correctAnswer) == ["No"])
    #expect(items(#"{"question": "Is it?", "options": ["True", "False", "Yes"], "answer": "No"}"#).isEmpty)
  }

  @Test("Each field counts by itself, and one number out of range moves no other")
  func bases() {
    let unlike = items("[\(city(#""answer": 4"#)), \(city(#""correctIndex": 1"#))]")
    #expect(unlike.map(\.correctAnswer) == ["Lille", "Paris"])
    let slip = [0, 1, 0, 4].map { city("\"correctIndex\": \($0)") }.joined(separator: ",")
    #expect(items("[\(slip)]").map(\.correctAnswer) == ["Lyon", "Paris", "Lyon"])
    let doubtful = [1, 2, 4].map { city("\"correctIndex\": \($0)") }.joined(separator: ",")
    #expect(items("[\(doubtful)]").isEmpty)
    let counted = [4, 2, 4].map { city("\"correctIndex\": \($0)") }.joined(separator: ",")
    #expect(items("[\(counted)]").map(\.correctAnswer) == ["Lille", "Paris", "Lille"])
  }

  @Test(
    "Answers that differ are a doubt",
    arguments: [
      #""correctIndex": 1, "answer": "Lyon""#, #""answer": "B", "solution": "C""#,
      #""correctIndex": "C", "answer": "B""#,
      #""correctIndex": 1, "answerIndex": 2"#, #""answer": "Paris", "answer_key": "Nice""#,
    ])
  func contradictions(fields: String) {
    #expect(items(city(fields)).isEmpty)
  }

  @Test(
    "What agrees, or names no option, is none",
    arguments: [
      #""answer": "B", "solution": "Paris""#, #""answer": "B", "solution": "Paris has been the capital for long.""#,
      #""answer": "B", "key": "q1""#, #""correctIndex": "1""#, #""correctIndex": "B", "answer": "Paris""#,
      #""answer": "B", "explanation": {"A": "No.", "B": "Yes."}"#,
    ])
  func agreement(fields: String) {
    #expect(items(city(fields)).map(\.correctAnswer) == ["Paris"])
  }

  @Test(
    "The place of an option that is a number is no answer for certain",
    arguments: [#"["2", "3", "4", "5"], "correct_option": "2""#, #"[2, 3, 4, 5], "correct_option": 2"#])
  func places(fields: String) {
    #expect(items("{\"question\": \"1 + 1?\", \"options\": \(fields)}").isEmpty)
  }

  @Test("An identifier is no answer")
  func identifiers() {
    #expect(items(#"{"key": "q1", "question": "Which capital?", "reply": "Paris"}"#).isEmpty)
    #expect(items(#"{"key": "Paris", "question": "Which capital?"}"#).map(\.correctAnswer) == ["Paris"])
  }

  @Test("One accepted answer needs no list")
  func accepted() {
    let read = items(#"{"question": "Sky?", "answer": "blue", "acceptedAnswers": "azure"}"#)
    #expect(read.first?.acceptedAnswers == ["azure"])
  }

  @Test("A heading is not what is asked, and of two texts neither is for certain")
  func prompts() {
    #expect(items(#"{"question": "Question 1", "text": "Sky?", "answer": "blue"}"#).map(\.prompt) == ["Sky?"])
    #expect(items(#"{"question": "Sky?", "text": "Sky?", "answer": "blue"}"#).map(\.prompt) == ["Sky?"])
    #expect(items(#"{"question": "True or false?", "statement": "It rains.", "answer": true}"#).isEmpty)
  }

  @Test("What a question builds on stands before it")
  func context() {
    let read = items(
      #"[{"question": "What is x?", "code": "x = 1", "answer": "1"}, {"scenario": "It rains.", "question": "Why?", "answer": "So."}, {"question": "Who?", "code": "BIO-1", "answer": "we"}]"#
    )
    #expect(read.map(\.prompt) == ["```\nx = 1\n```\n\nWhat is x?", "It rains.\n\nWhy?", "Who?"])
    #expect(items(#"{"question": "Who?", "scenario": ["a"], "answer": "we"}"#).isEmpty)
    let told = items(
      #"[{"question": "Who is told of in the passage?", "context": "It was we who did it.", "answer": "we"}, {"question": "Who?", "context": "It was we who did it.", "answer": "we"}, {"question": "Who then?", "context": ["a"], "answer": "we"}]"#
    )
    #expect(told.map(\.prompt) == ["It was we who did it.\n\nWho is told of in the passage?", "Who?", "Who then?"])
  }
}
