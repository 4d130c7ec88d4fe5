import Testing

@testable import PracticeTests

@Suite("A question that a model worded")
struct WordedQuestionTests {
  private let target = DraftTarget(
    passageID: "p", evidence: "The Skinner box is a chamber that isolates an animal and has a lever.",
    fact: "The Skinner box is a chamber that isolates an animal from its environment and has a lever.",
    key: "Skinner box", acceptedAnswers: [], rationale: "", candidate: 0)

  private func faults(_ question: String) -> [String] {
    let passage = Passage(
      id: "p", headings: [], topic: "Conditioning",
      blocks: [Block(kind: .paragraph, text: "A rat presses the lever for food. \(target.fact)", line: 1)])
    return WordedQuestion(text: question, target: target, passage: passage).violations.map(
      \.message)
  }

  @Test(
    "One that keeps to the fact is taken",
    arguments: [
      "Which chamber isolates an animal from its environment and has a lever?",
      "What is the name of a chamber with a lever that isolates animals?",
      "What is used to isolate an animal, and gives food for a lever pressed?",
    ])
  func faithful(_ question: String) {
    #expect(faults(question) == [])
  }

  @Test("What the fact does not say is refused, with the words")
  func strangers() {
    #expect(faults("Which chamber with a lever is used in operas?").first?.contains("\"operas\"") == true)
    #expect(faults("Which chamber measures how an animal is influenced by a lever?").count == 1)
  }

  @Test("Where the fact gives a meaning, the question keeps it")
  func meaning() {
    func faults(_ question: String, of meaning: String) -> [Violation] {
      var target = target
      (target.fact, target.key) = ("\(meaning) is called X.", "X")
      return WordedQuestion(
        text: question, target: target,
        passage: Passage(
          id: "p", headings: [], topic: "Cells", blocks: [Block(kind: .paragraph, text: target.fact, line: 1)])
      ).violations
    }
    let meaning = "The process that joins two cells to one and doubles all of their chromosomes"
    #expect(faults("Which process joins two cells to one and doubles their chromosomes?", of: meaning).isEmpty)
    #expect(
      faults("What is the process of joining?", of: meaning).first?.message.contains("leaves out") == true)
    #expect(
      faults("Which process doubles chromosomes and joins two cells to one?", of: meaning).first?.message
        .contains("order") == true)
    let person = "A person that studies rocks"
    #expect(faults("What is the term for someone who studies rocks?", of: person).isEmpty)
  }

  @Test(
    "A question that gives a meaning asks what that is called",
    arguments: [
      ("What is a chamber with a lever?", "What is the term for a chamber with a lever?"),
      ("What is a chamber with a lever called??", "What is a chamber with a lever called?"),
      ("What is the name of a chamber with a lever?", "What is the name of a chamber with a lever?"),
      ("Which chamber has a lever?", "Which chamber has a lever?"),
      ("What is used with a lever?", "What is used with a lever?"),
      ("What is called a chamber with a lever?", "What is the term for a chamber with a lever?"),
    ])
  func tidied(question: String, mended: String) {
    var target = target
    target.fact = "A chamber with a lever is called Skinner box."
    #expect(WordedQuestion.tidied(question, about: target) == mended)
    target.fact = "The Skinner box has a lever."
    #expect(WordedQuestion.tidied(question, about: target) == question.replacing("??", with: "?"))
  }

  @Test("A question that tells a meaning without an article, and no more, asks for its name, too")
  func bareMeaning() {
    var target = target
    (target.key, target.fact) = ("harassment", "Unwanted behavior at work is called harassment.")
    let mended = "What is the term for unwanted behavior at work?"
    #expect(WordedQuestion.tidied("What is unwanted behavior at work?", about: target) == mended)
    #expect(WordedQuestion.tidied("What is called the behavior that nobody wants?", about: target) != mended)
    #expect(WordedQuestion.tidied("What is shown at work?", about: target) == "What is shown at work?")
  }

  @Test("For an adjective it is asked which word says what is so of a thing; a question that asks for one stays")
  func adjectives() {
    var target = target
    (target.key, target.fact) = ("falsifiable", "What is able to be disproven by an experiment is called falsifiable.")
    #expect(
      WordedQuestion.tidied("What can be disproven by an experiment?", about: target)
        == "Which word describes what is able to be disproven by an experiment?")
    for asked in ["Which trait lets an experiment disprove a theory?", "What is the term for what can be disproven?"] {
      #expect(WordedQuestion.tidied(asked, about: target) == asked)
    }
  }

  @Test("What is said twice is to be said once, unless the fact does so")
  func twice() {
    let question = "Which animal environment isolates an animal from its animal environment with a lever?"
    #expect(faults(question).first?.contains("twice") == true)
    #expect(
      !faults("Which chamber isolates an animal and has a lever in its chamber?").contains { $0.contains("twice") })
  }

  @Test("People are asked for only where the fact is about somebody")
  func people() {
    #expect(faults("What is the term for pigeons who have a lever?").first?.contains("does not name pigeons") == true)
    #expect(faults("What isolates an animal from the people who have a lever?") == [])
  }

  @Test(
    "One that stops in the middle or is turned round is refused",
    arguments: [
      "What isolates an animal from its environment and is called?", "What does the chamber", "What chamber?",
      "What does a chamber that isolates an animal mean?",
    ])
  func unusable(_ question: String) {
    #expect(faults(question).count == 1)
  }
}
