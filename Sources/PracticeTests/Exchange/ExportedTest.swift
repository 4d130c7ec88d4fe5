import LanguageModels

/// A test written for another program.
public struct ExportedTest: Sendable, Hashable {
  /// The whole file.
  public var text: String
  /// What the format could not hold, in the order of the questions.
  public var losses: [ExportLoss] = []
  /// Whether the test has questions, and the format could hold none of them.
  public var isEmpty = false
}

/// A format can hold no question of a test.
package struct NothingExported: ReportableError {
  private let format: ExportFormat

  package init(format: ExportFormat) { self.format = format }

  package var sentence: String {
    "No question of the test can be written as \(format.rawValue): choose another format."
  }

  package var category: FailureCategory { .badData }
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
      let numbers = numbers[reason, default: []]
      return "\(numbers.count == 1 ? "Question" : "Questions") \(Self.list(numbers)): \(reason)."
    }
  }

  /// "1, 2, 5 to 9".
  private static func list(_ numbers: [Int]) -> String {
    var runs: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = runs.last, last.upperBound + 1 == number {
        runs[runs.count - 1] = last.lowerBound...number
      } else {
        runs.append(number...number)
      }
    }
    return runs.map { run in
      run.count > 2 ? "\(run.lowerBound) to \(run.upperBound)" : run.map(String.init).joined(separator: ", ")
    }.joined(separator: ", ")
  }
}

extension ExportedTest {
  /// Writes the questions of a test one after the other; `write` gives the text of one, which stands in a slot, and
  /// names what is lost.
  static func write(
    _ test: StoredTest, head: [String], tail: [String] = [], separator: String, end: String = "\n",
    _ write: (_ question: Question, _ slot: StoredSlot, _ losses: inout [String]) -> [String]
  ) -> ExportedTest {
    var (parts, losses) = (head, [ExportLoss]())
    let slots = test.inReadingOrder
    for (index, slot) in slots.enumerated() {
      guard let question = slot.question else { continue }
      var reasons: [String] = []
      parts += write(question, slot, &reasons)
      losses += reasons.map { ExportLoss(question: index + 1, reason: $0) }
    }
    return ExportedTest(
      text: (parts + tail).joined(separator: separator) + end, losses: losses,
      isEmpty: !slots.isEmpty && parts.count == head.count)
  }
}
