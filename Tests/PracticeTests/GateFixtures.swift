import Testing

@testable import PracticeTests

/// A passage of biology notes that gate tests lean on.
let cellPassage = Passage(
  id: "cells", headings: ["Biology", "The cell"], topic: "The cell",
  blocks: [
    Block(
      kind: .paragraph,
      text: """
        The mitochondrion releases energy from glucose and stores it in ATP, a molecule that every part of the cell \
        can spend. A muscle cell may hold 2,000 mitochondria. Robert Hooke named the \
        cell in 1665 after the small rooms of monks.
        """, line: 3),
    Block(
      kind: .paragraph,
      text: """
        Ribosomes build proteins \u{2014} they don\u{2019}t store energy. The rough endoplasmic reticulum carries \
        ribosomes; the smooth kind makes lipids at 37 \u{00B0}C.
        """, line: 9),
    Block(kind: .code, text: "cell:\n  nucleus\n  cytoplasm holds the organelles", line: 14),
    Block(kind: .paragraph, text: "Vitamin A, vitamin B, vitamin C and vitamin D are taken in with food.", line: 20),
  ])

/// A multiple-choice item with its key first.
func choice(
  _ prompt: String, _ key: String, _ distractors: [String], rationale: String? = nil, evidence: String? = nil
) -> Item {
  Item(
    format: .multipleChoice, prompt: prompt, choices: [key] + distractors, correctIndex: 0, correctAnswer: key,
    rationale: rationale, evidence: evidence)
}

/// The context of a brought question, with the notes at hand.
let broughtContext = GateContext(passage: cellPassage, topic: "The cell", requiresGrounding: false)
/// The context of a brought question without notes.
let bareContext = GateContext(requiresGrounding: false)

/// What one gate says about an item.
func found(_ gate: GateID, _ item: Item, _ context: GateContext = bareContext) -> [Violation] {
  Gates.check(item, context).violations.filter { $0.gate == gate }
}

/// An item, and what a gate should do about it; `nil` for nothing.
struct GateCase: Sendable, CustomTestStringConvertible {
  var item: Item
  var action: Violation.Action?

  init(_ prompt: String, _ key: String, _ distractors: [String], _ action: Violation.Action?) {
    item = choice(prompt, key, distractors)
    self.action = action
  }

  var testDescription: String { "\(item.prompt) | \(item.correctAnswer)" }
}
