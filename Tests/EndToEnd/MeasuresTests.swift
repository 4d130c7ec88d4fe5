import Foundation
import TestSupport
import Testing

/// The measures that need no real model, each in a small form: that they work, not how fast anything is.
@Suite("Measures", .serialized)
struct MeasuresTests {
  /// A measure, and what stands in its figures.
  struct Small: Sendable, CustomTestStringConvertible {
    var arguments: [String]
    var figures: [String]

    var testDescription: String { arguments[0] }
  }

  private let program: Program
  private let notes: String

  init() throws {
    program = Program(home: try TemporaryFolder())
    notes = program.home.file("notes")
    try FileManager.default.createDirectory(atPath: notes, withIntermediateDirectories: false)
    _ = try program.home.write(CommandLineTests.notes, to: "notes/cells.md")
    _ = try program.home.write(CommandLineTests.otherNotes, to: "notes/ways.md")
    _ = try program.home.write(Self.labelled, to: "items.jsonl")
    _ = try program.home.write(Self.written, to: "cases.jsonl")
    _ = try program.home.write(Self.histories, to: "histories.txt")
  }

  /// Two histories as py-fsrs 6 counts them.
  private static let histories = """
    0.95 4,0,R,-1,8.2956,1,4320 3,0,R,-1,8.2956,1,4320 3,3,R,-1,22.3479659616,1,12960 4,9,R,-1,88.2286507984,1,51840
    0.9 1,0,L,0,0.212,6.4133,1 3,0,L,1,0.246689187776,6.4021150693,10 1,0,L,0,0.096033836362,8.80262805819,1
    """

  private static let labelled = """
    {"stem": "What links amino acids into a protein?", "options": ["A ribosome", "A vacuole", "A nucleus"], \
    "correct": 0, "flaws": []}
    {"stem": "What is not in a cell?", "options": ["A ribosome", "All of the above", "A nucleus"], "correct": 1, \
    "flaws": ["all_above"]}
    """

  private static let written = #"""
    {"id": "1", "mode": "plain", "expect_complete": true, "input": "[{\"question\": \"Which one builds proteins?\", \#
    \"options\": [\"ribosome\", \"vacuole\"], \"answer\": \"A\", \"explanation\": \"It joins amino acids.\"}]", \#
    "expected_items": [{"question": "Which one builds proteins?", "options": ["ribosome", "vacuole"], "answer": "A", \#
    "explanation": "It joins amino acids."}]}
    """#

  static let all = [
    Small(
      arguments: [
        "app", "--starts", "2", "--keys", "6", "--searches", "1", "--few", "20", "--listed", "40", "--many", "60",
        "--seconds", "0.3", "--delay-ms", "50",
      ], figures: ["first paint", "key to screen", "search as you type", "at rest"]),
    Small(arguments: ["reader", "cases.jsonl"], figures: ["exactly 1"]),
    Small(arguments: ["fuzz-reader", "--count", "500", "cases.jsonl"], figures: ["500 inputs", "slowest"]),
    Small(arguments: ["gates", "items.jsonl"], figures: ["precision", "recall", "false alarms"]),
    Small(
      arguments: [
        "slots", "notes", "--slots", "12", "--few", "10", "--many", "30", "--compared", "6", "--rounds", "1",
      ], figures: ["filled", " by the model", "a question", " to open", "peak memory"]),
    Small(
      arguments: ["client", "--rounds", "1", "--requests", "8"],
      figures: ["ratio by round", "connections", "cancelling closes"]),
    Small(arguments: ["faults", "--count", "9"], figures: ["9 typed errors"]),
    Small(
      arguments: ["soak", "notes", "--questions", "6"],
      figures: ["by the model", "0 lost, 0 doubled", "misbehaviour", "elsewhere"]),
    Small(
      arguments: ["kills", "notes", "--times", "7", "--questions", "6", "--stock", "20"],
      figures: ["migrating", "reviewing", "in libraries that were changed", "0 lost, every library whole"]),
    Small(
      arguments: ["review", "--count", "2000", "histories.txt"],
      figures: ["2000 reviews scheduled", "2 histories, 7 reviews", "phase, step or interval differs in 0"]),
    Small(arguments: ["stats", "--answers", "500", "--rounds", "1"], figures: ["figures", "due queue"]),
    Small(arguments: ["words"], figures: ["grammar", "right", "another action"]),
  ]

  @Test("Each ends well and prints its figures", .timeLimit(.minutes(3)), arguments: all)
  func figures(_ measure: Small) throws {
    let files = ["notes", "items.jsonl", "cases.jsonl", "histories.txt"]
    let output = try run(measure.arguments.map { files.contains($0) ? program.home.file($0) : $0 })
    for figure in measure.figures { #expect(output.contains(figure), "\(output)") }
  }

  @Test("Plain words are measured with a model too, which is asked what the rules don't know", .timeLimit(.minutes(3)))
  func wordsByModel() throws {
    let answer =
      #"{"action": "settings", "count": "", "difficulty": "", "formats": [], "topics": [], "notes": [], "#
      + #""course": "", "test": "", "export": "", "words": ""}"#
    let server = try ScriptedServer { request, _ in
      if request.line.contains("/chat/completions") { return ScriptedServer.stream(answer) }
      guard request.line.contains("/models") else { return [ScriptedServer.answer(404, "{}")] }
      return [ScriptedServer.answer(200, #"{"data": [{"id": "m", "context_length": 32768}]}"#)]
    }
    let parts = try run(["words", "--url", server.url, "--model", "m"]).components(separatedBy: "with the model")
    try #require(parts.count == 2)
    // One of the requests asks for the settings in words of its own.
    #expect(parts[0].contains("by the model       0") && !parts[1].contains("by the model       0"), "\(parts)")
    #expect(server.requests.contains { $0.body.contains("who writes the questions?") })
  }

  /// What a measure prints.
  private func run(_ arguments: [String]) throws -> String {
    let path = URL(filePath: Program.path).deletingLastPathComponent().appending(path: "measure")
    let result = try program.start(arguments, executable: path.path(percentEncoded: false)).wait()
    #expect(result.code == 0, "\(result.output)\(result.errors)")
    return result.output
  }
}
