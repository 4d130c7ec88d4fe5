import LanguageModels
import PracticeTests
import Terminal

/// What `testlet check` says about one file, for a reader at a terminal.
struct CheckReport {
  private static let width = 80
  private let reading: QuestionReading
  private let checked: [QuestionCheck.Checked]

  init(_ reading: QuestionReading, _ checked: [QuestionCheck.Checked]) {
    (self.reading, self.checked) = (reading, checked)
  }

  /// The lines, each safe to print.
  func lines(file: String) -> [String] {
    var lines = Self.wrapped("\(SafeText.line(file, limit: 1000)) (\(reading.format.name)): \(summary)")
    for (index, question) in checked.enumerated() { lines += [""] + self.lines(number: index + 1, question) }
    return lines + unread
  }

  /// Only the questions, under a title, and what was not read; nothing where there is neither.
  func flaws(titled title: String) -> [String] {
    let questions = checked.enumerated().flatMap { [""] + lines(number: $0.offset + 1, $0.element) }
    return (questions.isEmpty ? [] : ["", title] + questions) + unread
  }

  private var unread: [String] {
    let lines = reading.unread.flatMap { Self.wrapped("line \($0.line): \($0.reason)", indent: "  ", hanging: 2) }
    return lines.isEmpty ? [] : ["", "Not read:"] + lines
  }

  private var summary: String {
    let flawed = checked.count { !$0.violations.isEmpty }
    let parts = [
      Counted.text(checked.count, "question"), "\(flawed) with flaws",
      reading.unread.isEmpty ? nil : "\(reading.unread.count) not read",
    ]
    return parts.compactMap { $0 }.joined(separator: ", ")
  }

  private func lines(number: Int, _ checked: QuestionCheck.Checked) -> [String] {
    let item = checked.question.item
    let prompt = SafeText.oneLine(item.prompt)
    let label = item.correctIndex.flatMap { index -> String? in
      item.format == .multipleChoice ? "\(OptionLetter.letter(index))) " : nil
    }
    var lines = Self.wrapped("\(number). \(prompt)", hanging: 3)
    lines += Self.wrapped("Answer: \(label ?? "")\(item.correctAnswer)", indent: "   ", hanging: 2)
    if !checked.question.repaired.isEmpty {
      lines += Self.wrapped(
        "Mended to read it: \(checked.question.repaired.joined(separator: ", "))", indent: "   ", hanging: 2)
    }
    for violation in checked.violations {
      let what = "\(violation.action.rawValue) \(violation.gate.rawValue): \(violation.message)"
      lines += Self.wrapped(what, indent: "   - ")
    }
    return checked.violations.isEmpty ? lines + ["   no flaws found"] : lines
  }

  /// A text in lines of at most 80 columns, all but the first further in.
  private static func wrapped(_ text: String, indent: String = "", hanging: Int = 0) -> [String] {
    let room = width - indent.count - hanging
    let further = String(repeating: " ", count: indent.count + hanging)
    return TextWidth.wrap(SafeText.oneLine(text), width: room).enumerated().map {
      ($0.offset == 0 ? indent : further) + $0.element
    }
  }
}
