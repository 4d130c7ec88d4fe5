import Foundation
import PracticeTests

/// A question with the passage that it is about, for a person to judge.
struct SampledQuestion {
  var question: Question
  var passage: String

  /// Writes some of the questions to a file, and the same in another order to a second one.
  static func write(_ all: [SampledQuestion], count: Int, seed: UInt64, to path: String) throws {
    var generator = SeededGenerator(seed: seed, stream: "sample")
    let sample = Array(generator.shuffled(all).prefix(count))
    try text(of: sample).write(toFile: path, atomically: true, encoding: .utf8)
    let second = Self.path(path, suffix: "second")
    try text(of: generator.shuffled(sample)).write(toFile: second, atomically: true, encoding: .utf8)
    print("\(sample.count) of \(all.count) questions from the model: \(path) and, in another order, \(second)")
  }

  /// The path of a file whose name ends with a suffix.
  static func path(_ path: String, suffix: String) -> String {
    let url = URL(filePath: path)
    return url.deletingPathExtension().path(percentEncoded: false) + "-\(suffix)." + url.pathExtension
  }

  private static func text(of sample: [SampledQuestion]) -> String {
    sample.enumerated().map { "## \($0.offset + 1)\n\n\($0.element.text)" }.joined(separator: "\n")
  }

  /// The id tells the same question in both files.
  private var text: String {
    let item = question.item
    let options = item.choices.enumerated().map { index, choice in
      "- \(index == item.correctIndex ? "**" : "")\(choice)\(index == item.correctIndex ? "** (key)" : "")"
    }
    let key = options.isEmpty ? ["Key: \(item.correctAnswer)"] : options
    let quoted = passage.split(separator: "\n", omittingEmptySubsequences: false).map { "> \($0)" }
    return """
      `\(question.id)` \(item.format.rawValue), \(question.grounding?.source ?? "-")

      \(item.prompt)

      \(key.joined(separator: "\n"))

      Evidence: \(item.evidence ?? "-")

      \(quoted.joined(separator: "\n"))

      Verdict:

      """
  }
}
