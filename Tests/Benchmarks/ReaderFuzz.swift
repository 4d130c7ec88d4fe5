import ArgumentParser
import Foundation
import FuzzSupport
import LanguageModels
import PracticeTests

/// `measure fuzz-reader`: damaged questions by the million.
struct ReaderFuzz: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fuzz-reader",
    abstract: "Read damaged questions: no crash, no hang, and no word that was not written.")

  @Option(help: "How many inputs.")
  var count = 100_000

  @Option(help: "The same seed gives the same inputs.")
  var seed: UInt64 = 1

  @Argument(help: "JSON Lines of {input} to damage, besides the shapes that are built in.")
  var file: String?

  func run() throws {
    var sources = FuzzSources.shapes.map { Array($0.utf8) }
    if let file {
      sources += try jsonLines(file).compactMap { $0["input"]?.string }.map { Array($0.utf8.prefix(4000)) }
    }
    var generator = SeededGenerator(seed: seed)
    var (questions, withQuestions, bytes, slowest) = (0, 0, 0, Duration.zero)
    let clock = ContinuousClock()
    let start = clock.now
    for number in 0..<count {
      let input = FuzzSources.damaged(sources[generator.index(below: sources.count)], &generator)
      let begin = clock.now
      let reading = QuestionReader.read(input)
      slowest = max(slowest, clock.now - begin)
      bytes += input.utf8.count
      questions += reading.questions.count
      if !reading.questions.isEmpty { withQuestions += 1 }
      if let stranger = Invention.find(in: reading, from: input) {
        print("input \(number), read as \(reading.format.rawValue): \"\(stranger)\" was not written in:\n\(input)")
        throw ExitCode.failure
      }
    }
    let seconds = Double((clock.now - start) / .seconds(1))
    print(
      String(
        format: "%d inputs (%.0f MB), seed %llu: %.0f a second, slowest %.2f ms, %d with questions, %d questions",
        count, Double(bytes) / 1e6, seed, Double(count) / seconds, (slowest / .milliseconds(1)), withQuestions,
        questions))
  }
}
