import Testing

@testable import PracticeTests

/// What stands behind "Answer:" in a quiz in plain text.
struct QuizAnswerTests {
  private func read(_ answer: String, options: [String] = ["two", "four", "three"]) -> QuestionReading {
    let list = zip(["A", "B", "C"], options).map { "\($0)) \($1)" }.joined(separator: "\n")
    return QuestionReader.read("1. Which fits?\n\(list)\n\(answer)")
  }

  @Test(arguments: [
    "Answer: A) and C)", "Answer: (A) and (C)", "Answer: A) two, C) three", "Answer: A - C", "Answer: A. & C.",
    "Answer: A) or C) (both accepted)", "\nAnswers\n1. A) and C)", "Correct answers:\nA) two\nC) three",
    "Correct answers:\nC) three\nA) two", "Answer: A) is wrong, B) is right", "Answer: A) and so is the last",
    "Answer: A, C", "Answer: A and C",
  ])
  func `Several right answers are no key`(answer: String) {
    let reading = read(answer)
    #expect(reading.questions.isEmpty, "\(reading.questions)")
    #expect(reading.unread.map(\.line) == [1])
  }

  @Test func `A letter with the text of another option is no key`() {
    let reading = read("Answer: B) Paris, on the Seine", options: ["Lyon", "Nice", "Paris"])
    #expect(reading.questions.isEmpty)
    #expect(reading.unread.first?.reason.contains("not that option's") == true, "\(reading.unread)")
  }

  @Test(arguments: [
    ("Answer: B", ""), ("Answer: B) four", ""), ("Answer: (b) four", ""), ("Answer: B. Count them.", "Count them."),
    ("Answer: B) four, as f(a) shows", "four, as f(a) shows"),
    ("Answer: B) It has vitamin C (see C).", "It has vitamin C (see C)."),
    ("Answer: B. A square has them.", "A square has them."),
  ])
  func `One right answer is the key, and what follows explains it`(answer: String, explanation: String) {
    let item = read(answer).questions.first?.item
    #expect(item?.correctAnswer == "four", "\(read(answer))")
    #expect(item?.rationale ?? "" == explanation)
  }

  @Test(
    arguments: [
      ("Answer: B (four)", nil), ("Answer: b (four).", nil), ("Answer: B) (four)", nil), ("Answer: B - four", nil),
      ("Answer: B, because it is even.", "because it is even."),
      ("Answer: (b), because it is even.", "because it is even."), ("Answer: B because C is odd", "because C is odd"),
      ("Correct answer: B \u{2014} because it is even", "because it is even"), ("Answer: B (2 marks)", nil),
      ("Answer: B. four because it is even", "four because it is even"), ("Answer: B (see page 3)", "see page 3"),
      ("Answer: B (because C is odd)", "because C is odd"), ("Answers\n1. B (four)", nil),
      ("Answer: B, because it is even.\nExplanation: Count.", "Count."),
    ] as [(String, String?)])
  func `A letter needs no mark before brackets and before a reason`(answer: String, explanation: String?) {
    let item = read(answer).questions.first?.item
    #expect(item?.correctAnswer == "four", "\(read(answer))")
    #expect(item?.rationale == explanation)
  }

  @Test(arguments: [
    ("Answer: B (two)", "not that option's"), ("Answer: B (three, as told)", "not that option's"),
    ("Answer: B (or C)", "another option"), ("Answer: b (c is right, too)", "another option"),
    ("Answer: A (as well as C)", "another option"), ("Answer: A) as well as the last", "More than one"),
    ("Answer: D (four)", "none of the options"), ("Answer: B (four) and C (three)", "none of the options"),
  ])
  func `What a letter and brackets say must agree`(answer: String, reason: String) {
    let reading = read(answer)
    #expect(reading.questions.isEmpty, "\(reading.questions)")
    #expect(reading.unread.first?.reason.contains(reason) == true, "\(reading.unread)")
  }

  @Test(arguments: [
    ("Answer: C (carbon)", ["Carbon (C)", "Nitrogen (N)", "Oxygen (O)"]), ("Answer: a (x)", ["b(x)", "a(x)", "h(x)"]),
    ("Answer: a (x)", ["x", "a(x)", "h(x)"]), ("Answer: C (in limes)", ["found in limes", "rum", "tar"]),
  ])
  func `What a letter and brackets say may be another option`(answer: String, options: [String]) {
    let reading = read(answer, options: options)
    #expect(reading.questions.isEmpty, "\(reading.questions)")
    #expect(
      reading.unread.map(\.line) == [1] && reading.unread[0].reason.contains("can't be told"), "\(reading.unread)")
  }

  @Test func `What brackets say may be a part of the letter's own option`() {
    let items = read("Answer: C (oxygen)", options: ["Oxygen gas (O2)", "Nitrogen", "Oxygen (O)"]).questions.map(\.item)
    #expect(items.map(\.correctAnswer) == ["Oxygen (O)"])
  }

  @Test func `An option may look like a letter with brackets`() {
    let items = read("Answer: b (x)", options: ["a (x)", "b (x)", "c (x)"]).questions.map(\.item)
    #expect(items.map(\.correctAnswer) == ["b (x)"])
    let vitamin = read("Answer: B (vitamin C, in limes)", options: ["rum", "vitamin C", "tar"]).questions.map(\.item)
    #expect(vitamin.map(\.rationale) == ["vitamin C, in limes"])
  }

  @Test func `An answer that is an option stays one, whatever labels it seems to hold`() {
    let items = read("Answer: b - a", options: ["a - b", "b - a", "a - a"]).questions.map(\.item)
    #expect(items.map(\.correctAnswer) == ["b - a"])
  }

  @Test(arguments: [
    "False. Mitochondria make it.", "False, mitochondria make it.", "False - mitochondria make it.",
    "False (mitochondria make it)",
  ])
  func `A statement is true or false, and what follows explains it`(answer: String) {
    let item = QuestionReader.read("1. Ribosomes make ATP.\nAnswer: \(answer)").questions.first?.item
    #expect(item?.format == .trueFalse && item?.correctAnswer == "False")
    #expect(item?.rationale?.lowercased().contains("mitochondria make it") == true)
  }

  @Test func `A question is not answered with true or false by a word`() {
    let item = QuestionReader.read("1. What kind of result is it?\nAnswer: False, but positive").questions.first?.item
    #expect(item?.format == .shortAnswer && item?.correctAnswer == "False, but positive")
  }

  @Test func `A written answer goes on up to a blank line or the next question`() {
    let items = QuestionReader.read(
      """
      1. What is osmosis?
      Answer: the movement of water
      through a membrane

      2. What is needed?
      Answer: two things:
      - light
      - water
      3. Who?
      Answer: I
      """
    ).questions.map(\.item)
    let answers = ["the movement of water through a membrane", "two things:\n- light\n- water", "I"]
    #expect(items.map(\.correctAnswer) == answers)
  }

  @Test func `Where a question may follow a written answer, its end is a doubt`() {
    let both = QuestionReader.read("1. What is wet?\nAnswer: water\nName a colour.\nA) red\nB) hot\nAnswer: A")
      .questions
    #expect(both.map(\.item.correctAnswer) == ["water", "red"])
    let reading = QuestionReader.read("1. What is wet?\nAnswer: water,\nand now a colour\nA) red\nB) hot\nAnswer: A")
    #expect(reading.questions.isEmpty)
    #expect(reading.unread.contains { $0.reason.contains("Where the answer ends") }, "\(reading.unread)")
  }
}
