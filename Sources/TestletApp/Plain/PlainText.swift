import Foundation
import LanguageModels
import PracticeTests

/// What is said where questions are asked line by line.
enum PlainText {
  /// A question of a test with its options, and how it is answered.
  static func question(_ item: AttemptItem, number: Int, of attempt: Attempt) -> String {
    let content = item.question.item
    let kind = "\(content.format.shownName), \(item.question.difficulty.rawValue)"
    let title = "Question \(number) of \(attempt.items.count). \(kind)."
    let left = attempt.remainingSeconds(after: attempt.activeSeconds).map { ["\(Wording.span($0)) left."] } ?? []
    let before = item.response.answer.map { [given($0, to: content)] } ?? []
    return lines(["", title] + left + asked(content, before))
  }

  /// A question of a review with its options, and how it is answered.
  static func question(_ question: Question, due: Int) -> String {
    lines(["", "\(due) due. \(question.item.format.shownName), \(question.topic)."] + asked(question.item))
  }

  private static func asked(_ item: Item, _ before: [String] = []) -> [String] {
    [item.prompt] + options(item) + before + [invitation(item)]
  }

  /// How a question is answered.
  static func invitation(_ item: Item) -> String {
    guard let last = item.choices.indices.last else { return "Write your answer in one line, or ? for help:" }
    return "Answer with one letter, A to \(OptionLetter.letter(last)), or ? for help:"
  }

  /// What is said to a line that neither answers a question nor leaves it.
  static func remark(on line: PlainLine, _ item: Item, in place: PlainPlace) -> String {
    switch line {
    case .help: help(item, in: place)
    case .several: "Only one option is the answer."
    case .answer, .skip, .unsure, .leave, .unclear:
      item.choices.isEmpty ? "An empty line is no answer; s \(place.skipping)." : "That is none of the options."
    }
  }

  /// Everything that can be typed at a question.
  private static func help(_ item: Item, in place: PlainPlace) -> String {
    let answer =
      item.choices.isEmpty
      ? "Any other line is your answer; =s answers with the letter s."
      : "A letter, a number or the whole text chooses an option."
    return lines([
      answer, "s \(place.skipping).", "u says that you are unsure, or sure again.",
      "q leaves the \(place.rawValue); everything is kept.",
    ])
  }

  /// What can be done at the end of a test.
  static func ending(open: [Int], canChange: Bool, unmade: Int) -> String {
    let making =
      "\(Wording.count(unmade, "question")) \(unmade == 1 ? "is" : "are") still to be made: Enter asks what is ready."
    let ends = "h hands the test in, q leaves it:"
    let numbers = open.map { String($0 + 1) }.joined(separator: ", ")
    let answered = "All are answered: \(canChange ? "a number changes one, " : "")\(ends)"
    return lines(
      [""] + (unmade > 0 ? [making] : [])
        + [open.isEmpty ? answered : "Without an answer: \(numbers). A number goes to a question, \(ends)"])
  }

  /// How a question was answered, what is right, why, and where it stands in the notes.
  static func review(_ item: AttemptItem, number: Int) -> String {
    let content = item.question.item
    var parts = ["", "Question \(number). \(content.prompt)"] + options(content)
    parts.append(given(item.response.answer, to: content))
    return lines(parts + [feedback(item.question, item.response, isReported: item.isReported)])
  }

  /// How an answer was graded, and why that is so.
  static func feedback(_ question: Question, _ response: Response, isReported: Bool = false) -> String {
    let content = question.item
    let outcome = response.outcome ?? Grading.grade(content, response.answer)
    let key = content.correctIndex.map { "\(OptionLetter.letter($0)). " } ?? ""
    let name = content.isAnsweredInSentences ? "A model answer" : "Right is"
    var parts = [isReported ? OutcomeSign.reported.sentence : OutcomeSign(outcome, symbols: .ascii).sentence]
    parts.append("\(name): \(key)\(content.correctAnswer)")
    parts += content.keyPoints.map { "- \($0)" }
    if let rationale = content.rationale, !rationale.isEmpty { parts.append("Why: \(rationale)") }
    if let grounding = question.grounding {
      parts.append("The notes: \"\(grounding.quote)\" (\(grounding.place))")
    }
    return lines(parts + [TestMarkdown.origin(of: question) + "."])
  }

  /// What is said where nothing is due, or nothing any more.
  static func nothingDue(_ queue: ReviewQueue, answers: Int, at now: Date) -> String {
    var parts = ["", "\(Wording.due(0))."]
    if answers > 0 { parts.append("\(Wording.count(answers, "answer")) in this sitting.") }
    parts += queue.later(at: now)
    if queue.suspended > 0 {
      parts.append("\(Wording.count(queue.suspended, "question")) put away, to be brought back in the app.")
    }
    return lines(parts)
  }

  /// How an attempt went.
  static func score(_ attempt: Attempt) -> String {
    let score = Score(attempt)
    var parts = ["", "Score: \(part(score.overall)), \(Percentage.text(score.overall.share))."]
    parts.append("Time: \(Wording.clock(attempt.activeSeconds)).")
    for sureness in [score.sure, score.unsure] where sureness.total > 0 {
      parts.append("Answers that you were \(sureness.name) of: \(part(sureness)) right.")
    }
    if score.ungraded > 0 { parts.append("\(Wording.count(score.ungraded, "answer")) for you to grade in the app.") }
    if score.reported > 0 { parts.append("\(Wording.count(score.reported, "bad question")) left out.") }
    parts += ["By topic:"] + score.byTopic.map { "  \($0.name): \(part($0))" }
    return lines(parts + ["By Bloom level:"] + score.byBloom.map { "  \($0.name): \(part($0))" })
  }

  private static func part(_ part: Score.Part) -> String { "\(part.right) of \(part.total)" }

  private static func options(_ item: Item) -> [String] {
    item.choices.enumerated().map { "\(OptionLetter.letter($0)). \($1)" }
  }

  private static func given(_ answer: Answer?, to item: Item) -> String {
    switch answer {
    case nil: "No answer given."
    case .choice(let index): "You chose: \(OptionLetter.letter(index))"
    case .text(let text): "You wrote: \(text)"
    }
  }

  private static func lines(_ parts: [String]) -> String { parts.joined(separator: "\n") }
}
