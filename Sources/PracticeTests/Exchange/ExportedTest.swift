/// A test written for another program.
public struct ExportedTest: Sendable, Hashable {
  /// The whole file.
  public var text: String
  /// What the format could not hold, in the order of the questions.
  public var losses: [ExportLoss]
}

/// Something of a question that a format has no place for.
public struct ExportLoss: Sendable, Hashable {
  /// The question's number in the test, counted from 1.
  public var question: Int
  /// What is lost, such as "the evidence is left out".
  public var reason: String
}

extension [ExportLoss] {
  /// One sentence for each kind of loss, with the numbers of the questions that it befell.
  public var sentences: [String] {
    var order: [String] = []
    var numbers: [String: [Int]] = [:]
    for loss in self {
      if numbers[loss.reason] == nil { order.append(loss.reason) }
      numbers[loss.reason, default: []].append(loss.question)
    }
    return order.map { reason in
      let numbers = numbers[reason, default: []].map(String.init)
      return "\(numbers.count == 1 ? "Question" : "Questions") \(numbers.joined(separator: ", ")): \(reason)."
    }
  }
}

extension ExportedTest {
  /// Writes the questions of a test one after the other; `write` gives the text of one, and names what is lost.
  static func write(
    _ test: StoredTest, head: [String], tail: [String] = [], separator: String, end: String = "\n",
    _ write: (_ question: Question, _ losses: inout [String]) -> [String]
  ) -> ExportedTest {
    var (parts, losses) = (head, [ExportLoss]())
    for (index, question) in test.inReadingOrder.enumerated() {
      var reasons: [String] = []
      parts += write(question, &reasons)
      losses += reasons.map { ExportLoss(question: index + 1, reason: $0) }
    }
    return ExportedTest(text: (parts + tail).joined(separator: separator) + end, losses: losses)
  }
}

/// What formats have no place for, in words that are the same for all of them.
enum Loss {
  static let evidence = "the evidence is left out"
  static let rationale = "the rationale is left out"
  static let lines = "lines are joined into one"
  static func whole(_ reason: String) -> String { "left out, because \(reason)" }
}
