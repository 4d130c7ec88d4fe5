import Assets
import LanguageModels

/// One question to a model about an item with its key hidden, and what its answer says of the key.
struct VerificationQuestion: Sendable {
  /// How the item is asked.
  enum Form: Sendable, Hashable {
    /// Its options in an order.
    case choice(order: [Int])
    /// A statement; the words for true and false in either order.
    case statement(trueFirst: Bool)
    /// A written answer.
    case answer
  }

  var item: Item
  var passage: Passage
  var form: Form

  /// The questions that verify an item; none for an explanation, which has no key to find.
  static func questions(_ item: Item, passage: Passage, votes: Int) -> [VerificationQuestion] {
    let forms: [Form] =
      switch item.format {
      case .multipleChoice:
        OptionOrders.orders(votes, count: item.choices.count, key: item.correctIndex ?? 0).map(Form.choice)
      case .trueFalse: (0..<votes).map { .statement(trueFirst: $0.isMultiple(of: 2)) }
      case .cloze, .shortAnswer: Array(repeating: .answer, count: votes)
      case .explanation: []
      }
    return forms.map { VerificationQuestion(item: item, passage: passage, form: $0) }
  }

  /// The request: instructions and passage first, which all questions on a passage share.
  ///
  /// - Parameter vote: counted from 0; later votes on a written answer are sampled, since nothing else differs.
  func request(vote: Int) -> LLMRequest {
    LLMRequest(
      messages: [LLMMessage(.system, instructions), LLMMessage(.user, "\(passageText)\n\(questionText)")],
      schema: .object([.init("answer", answers.map(JSONSchema.oneOf) ?? .string)]), maxTokens: 60,
      temperature: form == .answer && vote > 0 ? 0.5 : 0, seed: UInt64(vote))
  }

  /// What the answer says of the key; `nil` for an answer that can't be read.
  func verdict(on reading: TolerantReading) -> Verdict? {
    let said = reading.values.first?["answer"]
    guard let given = said?.string ?? said?.bool.map({ $0 ? "true" : "false" }) else { return nil }
    // Not every server holds a model to the allowed answers.
    let answer = answers.map { answers in answers.first { $0.lowercased() == given.lowercased() } } ?? given
    guard let answer else { return nil }
    switch form {
    case .choice(let order):
      switch answer {
      case "several": return .refuted("more than one option is right")
      case "none": return .refuted("the passage shows none of the options to be right")
      default:
        guard let place = Self.letters.firstIndex(of: answer), order.indices.contains(place) else { return nil }
        let found = order[place]
        return found == item.correctIndex
          ? .confirmed : .refuted("the passage shows \"\(item.choices[found])\" to be right")
      }
    case .statement:
      return answer == item.correctAnswer.lowercased() ? .confirmed : .refuted("the passage shows it to be \(answer)")
    case .answer:
      return Grading.grade(item, .text(answer)) == .right
        ? .confirmed : .refuted("the passage's answer is \"\(SafeText.line(answer, limit: 80))\"")
    }
  }

  private static let letters = ["A", "B", "C", "D", "E"]

  private var instructions: String {
    switch form {
    case .choice: Assets.Prompt.verifyChoice
    case .statement: Assets.Prompt.verifyStatement
    case .answer: Assets.Prompt.verifyAnswer
    }
  }

  /// The answers that are allowed; `nil` for any.
  private var answers: [String]? {
    switch form {
    case .choice(let order): Self.letters.prefix(order.count) + ["several", "none"]
    case .statement(let trueFirst): (trueFirst ? ["true", "false"] : ["false", "true"]) + ["unclear"]
    case .answer: nil
    }
  }

  private var passageText: String { "Passage:\n\(PromptFence.around(passage.text))" }

  private var questionText: String {
    let prompt = PromptFence.line(item.prompt)
    switch form {
    case .choice(let order):
      let options = zip(Self.letters, order).map { "\($0)) \(PromptFence.line(item.choices[$1]))" }
      return (["Question: \(prompt)"] + options).joined(separator: "\n")
    case .statement(let trueFirst):
      return "Statement: \(prompt)\nIs it \(trueFirst ? "true or false" : "false or true")?"
    case .answer: return "Question: \(prompt)"
    }
  }
}
