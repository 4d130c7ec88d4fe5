import ArgumentParser
import LanguageModels
import PracticeTests

/// `measure reader FILE`: how much of broken model output is read, and whether any of it is read into something else.
struct ReaderMeasure: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reader",
    abstract: "Read JSON Lines of {id, mode, input, expected_items, expect_complete}, and compare.")

  @Argument(help: "The file.")
  var file: String

  /// What became of one case.
  private enum Outcome: String, CaseIterable {
    /// Every question, as it was written.
    case exactly
    /// Some of them, and nothing else.
    case inPart = "in part"
    /// A question that was not written: the worst fault.
    case intoSomethingElse = "into something else"
    case notRead = "not read"
  }

  func run() throws {
    var counts: [String: [Outcome: Int]] = [:]
    var failures: [String] = []
    for line in try jsonLines(file) {
      let mode = line["mode"]?.string ?? "-"
      let isComplete = line["expect_complete"]?.bool ?? true
      let outcome = Self.outcome(line)
      counts[mode, default: [:]][outcome, default: 0] += 1
      if outcome == .intoSomethingElse || isComplete && outcome != .exactly {
        failures.append("\(line["id"]?.string ?? "-") (\(mode)): read \(outcome.rawValue)")
      }
    }
    for (mode, outcomes) in counts.sorted(by: { $0.key < $1.key }) { print(Self.row(mode, outcomes)) }
    let all = counts.values.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
    print(Self.row("all", all))
    for failure in failures { print(failure) }
    if !failures.isEmpty { throw ExitCode.failure }
  }

  private static func row(_ name: String, _ outcomes: [Outcome: Int]) -> String {
    let cells = Outcome.allCases.compactMap { outcome in
      outcomes[outcome].map { "\(outcome.rawValue) \($0)" }
    }
    return name.padding(toLength: 32, withPad: " ", startingAt: 0) + cells.joined(separator: ", ")
  }

  private static func outcome(_ line: JSONValue) -> Outcome {
    let expected = (line["expected_items"]?.elements ?? []).map(Written.init)
    let read = QuestionReader.read(line["input"]?.string ?? "").questions.map { Written($0.item) }
    if read == expected { return .exactly }
    var rest = expected[...]
    for question in read {
      guard let place = rest.firstIndex(of: question) else { return .intoSomethingElse }
      rest = rest[(place + 1)...]
    }
    return read.isEmpty ? .notRead : .inPart
  }
}

/// A question as the file and the reader give it.
private struct Written: Equatable {
  var prompt: String?
  var options: [String]
  var key: Int?
  var rationale: String?

  init(_ expected: JSONValue) {
    prompt = expected["question"]?.string.map(Self.plain)
    options = (expected["options"]?.elements ?? []).compactMap(\.string)
    key = expected["answer"]?.string.flatMap { "ABCDEFGH".firstIndex(of: Character($0))?.utf16Offset(in: "ABCDEFGH") }
    rationale = expected["explanation"]?.string.map(Self.plain)
  }

  init(_ item: Item) {
    (prompt, options, key, rationale) = (item.prompt, item.choices, item.correctIndex, item.rationale)
  }

  /// Tabs are spaces to the reader, as everywhere in the program.
  private static func plain(_ text: String) -> String {
    SafeText.text(text)
  }
}
