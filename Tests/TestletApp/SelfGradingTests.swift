import PracticeTests
import Testing

@testable import TestletApp

@Suite("The student's own grade")
struct SelfGradingTests {
  private let short = Item(format: .shortAnswer, prompt: "What builds proteins?", correctAnswer: "ribosome")
  private let long = Item(
    format: .explanation, prompt: "Why does a plant wilt?", correctAnswer: "Its vacuoles lose water.",
    keyPoints: ["vacuoles lose water"])

  @Test("One key gives it, and once more gives back the grade before; what nothing graded is right or wrong")
  func undone() {
    for (item, text, first, second) in [
      (short, "ribosone", Outcome.close, Outcome.selfGradedRight), (short, "vacuole", .wrong, .selfGradedRight),
      (long, "Because the vacuoles lose water.", .right, .selfGradedWrong),
    ] {
      let answer = Answer.text(text)
      #expect(Grading.grade(item, answer) == first, "\(text)")
      #expect(SelfGrading.toggled(first, item, answer) == second, "\(text)")
      #expect(SelfGrading.toggled(second, item, answer) == first, "\(text)")
    }
    let unclear = Answer.text("It was hot.")
    for (before, after) in [
      (Outcome.ungraded, Outcome.selfGradedRight), (.selfGradedRight, .selfGradedWrong),
      (.selfGradedWrong, .selfGradedRight), (.modelGradedRight, .selfGradedWrong),
    ] {
      #expect(SelfGrading.toggled(before, long, unclear) == after)
    }
  }

  @Test("An explanation that shares its words with the model answer can be wrong all the same")
  func explanation() {
    let given = Response(answer: .text("Because the vacuoles lose water."), outcome: .right)
    #expect(SelfGrading.hindrance(long, given) == nil && SelfGrading.label(given.outcome) == "I was not")
    let term = Response(answer: .text("ribosome"), outcome: .right)
    #expect(SelfGrading.hindrance(short, term) == "It is right already.")
  }

  @Test("Options are graded by the one marked as right, and it is said what to do where that is wrong")
  func choices() {
    let item = Item(
      format: .trueFalse, prompt: "Ribosomes build proteins.", choices: ["True", "False"], correctIndex: 0,
      correctAnswer: "True")
    let wrong = Response(answer: .choice(1), outcome: .wrong)
    let sentence = "The option marked as right decides: if it is wrong, report the question with"
    #expect(SelfGrading.hindrance(item, wrong) == "\(sentence) X.")
    #expect(SelfGrading.hindrance(item, wrong, report: "X in the results") == "\(sentence) X in the results.")
  }
}
