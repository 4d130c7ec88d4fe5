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
      arguments: ["growth", "--sizes", "10", "20", "--rounds", "2"],
      figures: ["blueprint", "gates", "reader", "store", "search", "due queue", "render", "ratio 1.00"]),
    Small(
      arguments: ["client", "--rounds", "1", "--requests", "8"],
      figures: ["ratio by round", "connections", "cancelling closes"]),
    Small(arguments: ["faults", "--count", "9"], figures: ["9 typed errors"]),
    Small(
      arguments: ["soak", "notes", "--questions", "6"],
      figures: [
        "by the model", "0 lost, 0 doubled", "misbehaviour", "elsewhere", "no descriptor, process, thread or file",
      ]),
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
    let output = try printed(measure.arguments)
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
    let parts = try printed(["words", "--url", server.url, "--model", "m"]).components(separatedBy: "with the model")
    try #require(parts.count == 2)
    // One of the requests asks for the settings in words of its own.
    #expect(parts[0].contains("by the model       0") && !parts[1].contains("by the model       0"), "\(parts)")
    #expect(server.requests.contains { $0.body.contains("who writes the questions?") })
  }

  /// What a measure prints that succeeds.
  private func printed(_ arguments: [String]) throws -> String {
    let result = try run(arguments)
    #expect(result.code == 0, "\(result.output)\(result.errors)")
    return result.output
  }

  private func run(_ arguments: [String]) throws -> Program.Result {
    let files = ["notes", "items.jsonl", "cases.jsonl", "histories.txt"]
    let path = URL(filePath: Program.path).deletingLastPathComponent().appending(path: "measure")
    return try program.start(
      arguments.map { files.contains($0) ? program.home.file($0) : $0 }, executable: path.path(percentEncoded: false)
    ).wait()
  }

  @Test("A soak asks a real server in stages and has it look for keys, as a student's settings are by default")
  func realSoak() throws {
    let model = try StagedModel()
    let result = try run(["soak", "notes", "--url", model.url, "--questions", "4"])
    #expect(result.code == 0, "\(result.output)\(result.errors)")
    #expect(result.output.contains("0 open; 0 lost, 0 doubled, 0 invalid, the library is whole"), "\(result.output)")
    let asked = model.asked
    // What verifies nothing is not measured at drafting, which would ask for whole drafts.
    #expect(asked.stages > 0 && asked.keys > 0 && asked.drafts == 0, "\(asked): \(result.output)")
  }

  @Test("Tests made with a real server stand beside those of a model that answers at once")
  func realSlots() throws {
    let model = try StagedModel()
    let result = try run([
      "slots", "notes", "--slots", "4", "--few", "4", "--many", "8", "--compared", "2", "--rounds", "1", "--real", "2",
      "--url", model.url,
    ])
    #expect(result.code == 0, "\(result.output)\(result.errors)")
    for name in ["instant model", "real server"] {
      let line = try #require(result.output.split(separator: "\n").first { $0.hasPrefix(name) }, "\(result.output)")
      #expect(line.hasSuffix(" by the model") && !line.contains(", 0 of "), "\(result.output)")
    }
    let asked = model.asked
    #expect(asked.drafts > 0 && asked.stages == 0 && asked.keys == 0, "\(asked): \(result.output)")
  }

  @Test("A soak in which the model wrote nothing has shown nothing, and fails")
  func idleSoak() throws {
    let server = try ScriptedServer { _, _ in ScriptedServer.keptStream(["{}"]) }
    let result = try run(["soak", "notes", "--url", server.url, "--questions", "2"])
    #expect(result.code == 1, "\(result.output)\(result.errors)")
    #expect(result.output.contains(" kept, 0 of them by the model"), "\(result.output)")
  }

  @Test("Kills that hit nothing have shown nothing, and fail")
  func idleKills() throws {
    let result = try run(["kills", "notes", "--program", "/usr/bin/true", "--kind", "opening", "--times", "12"])
    #expect(result.code == 1, "\(result.output)\(result.errors)")
    #expect(result.output.contains("FAULT: opening: "), "\(result.output)")
  }
}
