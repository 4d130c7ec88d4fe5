import Testing

@testable import PracticeTests

@Suite("A model's question keeps the meaning")
struct KeptMeaningTests {
  @Test(
    "Most words must be kept",
    arguments: [
      ("A process that joins two cells to one and doubles all chromosomes", "What is the process of joining?", "cells"),
      ("Behavior that is not learned", "What is behavior that is learned called?", "not"),
      ("An ancient diagnosis of disorders with many symptoms", "What is a diagnosis of women?", "ancient"),
    ])
  func lost(meaning: String, question: String, word: String) {
    #expect(KeptMeaning(of: meaning, in: question, key: "X").lost.first == word)
  }

  @Test(
    "What is said in another order is seldom the same",
    arguments: [
      (
        "Soothing and often beneficial support of others",
        "What is the term for support that soothes and benefits others?"
      ),
      (
        "The individuals performing the imitated behavior",
        "Who are the individuals who imitate behavior in a performance?"
      ),
    ])
  func rearranged(meaning: String, question: String) {
    #expect(KeptMeaning(of: meaning, in: question, key: "X").isRearranged)
  }

  @Test("A word and its opposite are two")
  func opposites() {
    let meaning = "A response to a conditioned stimulus that was paired with food before any unconditioned stimulus"
    let question =
      "What is a response to an unconditioned stimulus that was paired with food before any conditioned stimulus?"
    #expect(!KeptMeaning(of: meaning, in: meaning, key: "X").isRearranged)
    #expect(KeptMeaning(of: meaning, in: question, key: "X").isRearranged)
  }

  @Test(
    "Other small words, other forms, and one word of many elsewhere are fine",
    arguments: [
      (
        "A technique that uses electronic equipment to measure activity, feedback is provided in the form of signals",
        "Which technique uses electronic equipment to measure an activity and provides feedback as signals in any form?"
      ),
      ("The sharing of personal information", "What is sharing personal information with somebody called?"),
      (
        "A type of love that consists of intimacy and passion, but no commitment",
        "What type of love has intimacy and passion but lacks commitment?"
      ),
    ])
  func kept(meaning: String, question: String) {
    let kept = KeptMeaning(of: meaning, in: question, key: "X")
    #expect(kept.lost == [] && !kept.isRearranged)
  }
}
