import Testing

@testable import PracticeTests

@Suite("Parts of questions in JSON")
struct QuestionPartsTests {
  @Test(
    "An option is never taken for a question, whatever became of its own",
    arguments: [
      #"{"title": "Which capital?", "options": [{"text": "Lyon", "correct": false}, {"text": "Paris", "correct": true}]}"#,
      #"{"question": {"text": "Which?"}, "options": [{"text": "Lyon", "correct": false}, {"text": "Paris", "correct": true}]}"#,
      #"{"question": "What is "osmosis"?", "options": [{"text": "a flow", "correct": true}, {"text": "x", "correct": false}]}"#,
      #"{"question": "Which?", "options": [{"text": "a", "correct": true}, {"text": "b", "correct": false}], "explanation": "It is"#,
      #"{"question": "Which?", "options": [{"id": 1, "text": "a", "isCorrect": true}, {"text": "b", "isCor"#,
      #"{"title": "Which?", "options": ["Lyon", "Paris"], "correct": 1}"#,
    ])
  func options(text: String) {
    let reading = QuestionReader.read(text)
    #expect(reading.questions.isEmpty && !reading.unread.isEmpty, "\(reading)")
  }

  @Test("A statement under a name of its own is true or false, also beside a mark")
  func statements() {
    let reading = QuestionReader.read(#"[{"statement": "It rains.", "correct": true}, {"q": "So?", "correct": false}]"#)
    #expect(reading.questions.map(\.item.correctAnswer) == ["True", "False"])
  }

  @Test(
    "What holds a list of questions gives these",
    arguments: [
      #"{"title": "Quiz", "text": "Read and answer.", "answer_key": "see below", "questions": [{"question": "Sky?", "answer": "blue"}]}"#,
      #"{"question": "Part A", "answer": "see below", "parts": [{"text": "Sky?", "answer": "blue"}]}"#,
      #"{"options": {"shuffle": true, "time": 5}, "items": [{"question": "Sky?", "answer": "blue"}]}"#,
      #"{"multiple_choice": [{"question": "Sky?", "answer": "blue"}, {"question": "Who?"}]}"#,
    ])
  func containers(text: String) {
    #expect(QuestionReader.read(text).questions.map(\.item.prompt) == ["Sky?"])
  }

  @Test(
    "Options of something else than a question are no part of one",
    arguments: [#"{"options": ["shuffle", "timer"], "time": 5}"#, #"{"type": "quiz", "options": ["a", "b"]}"#])
  func settings(object: String) {
    let reading = QuestionReader.read(
      #"{"settings": \#(object), "questions": [{"question": "Sky?", "answer": "blue"}]}"#)
    #expect(reading.questions.map(\.item.prompt) == ["Sky?"] && reading.unread.isEmpty, "\(reading.unread)")
  }

  @Test(
    "Options with something of a question are named",
    arguments: [
      #""answers": "Paris""#, #""solution": "Paris""#, #""explanation": "It is.""#, #""question": ["Which?"]"#,
    ])
  func orphans(field: String) {
    let reading = QuestionReader.read(#"{"options": ["Lyon", "Paris"], \#(field)}"#)
    #expect(reading.questions.isEmpty && reading.unread.count == 1, "\(reading)")
  }

  @Test("A question with options is read beside those that follow up on it")
  func followUps() {
    let reading = QuestionReader.read(
      #"{"question": "Which?", "options": [{"text": "a", "correct": true}, {"text": "b", "correct": false}], "more": [{"question": "Why?", "answer": "So it is."}]}"#
    )
    #expect(reading.questions.map(\.item.prompt) == ["Which?", "Why?"] && reading.unread.isEmpty)
  }

  @Test(
    "A card with two sides beside questions is named",
    arguments: [#"{"front": "Sky?", "back": "blue"}"#, #"{"term": "sky", "definition": "What is above."}"#])
  func cards(card: String) {
    let reading = QuestionReader.read("[\n{\"question\": \"Who?\", \"answer\": \"we\"},\n\(card)]")
    #expect(reading.questions.count == 1 && reading.unread.map(\.line) == [3])
  }
}
