import Foundation
import LanguageModels
import PracticeTests
import Terminal
import Testing

@testable import TestletApp

/// The README's list of keys, which is made from the table of bindings.
@Suite("Keys in the README")
@MainActor
struct ReadmeKeysTests {
  private static let readme = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../README.md")
  private static let begin = "<!-- keys: written by .dev/keys -->\n"
  private static let end = "<!-- end of keys -->\n"

  @Test("The README lists the keys that there are; .dev/keys writes them anew")
  func upToDate() async throws {
    let text = try String(contentsOf: Self.readme, encoding: .utf8)
    let begin = try #require(text.range(of: Self.begin)).upperBound
    let end = try #require(text.range(of: Self.end)).lowerBound
    let list = try await Self.list()
    if ProcessInfo.processInfo.environment["TESTLET_WRITE_KEYS"] != nil {
      let written = text[..<begin] + list + text[end...]
      try written.write(to: Self.readme, atomically: true, encoding: .utf8)
    } else {
      #expect(text[begin..<end] == list, "Run .dev/keys.")
    }
  }

  /// A line for each part of a screen that has keys of its own; those that work everywhere come first.
  private static func list() async throws -> String {
    let app = try AppDriver(backends: [.mock, .ollamaDefault])
    var everywhere: [Binding] = []
    var parts: [(name: String, keys: String)] = []
    func add(_ name: String, _ state: AppState) {
      let global = state.globalBindings
      everywhere += global.filter { binding in !everywhere.contains { $0.label == binding.label } }
      let keys = text(of: state.overlay.map { $0.bindings[...] } ?? state.bindings.dropLast(global.count))
      if !keys.isEmpty, !parts.contains(where: { $0.keys == keys }) { parts.append((name, keys)) }
    }
    try await app.visitEveryScreen { name in
      add(name, app.state)
      if name == "Home" { add("Help", helping(app.state)) }
      if name == "Test" { add("An answer in words", try writing(app.state)) }
    }
    parts.insert(("Everywhere", text(of: everywhere[...])), at: 0)
    return parts.map { item($0.name, $0.keys) }.joined()
  }

  /// The screen with its help.
  static func helping(_ state: AppState) -> AppState {
    var state = state
    _ = state.update(.helpAsked)
    return state
  }

  /// The test with a question that is answered in words.
  static func writing(_ state: AppState) throws -> AppState {
    var state = state
    var taking = try #require(state.taking)
    let item = Item(format: .shortAnswer, prompt: "What is it?", correctAnswer: "this")
    taking.attempt.items[0].question.item = item
    taking.arrive(at: 0)
    state.taking = taking
    return state
  }

  private static func text(of bindings: ArraySlice<Binding>) -> String {
    bindings.map { binding in
      let keys = binding.allKeys.components(separatedBy: ", ").map { "`\($0)`" }
      return "\(keys.joined(separator: ", ")) \(binding.label)"
    }.joined(separator: "; ")
  }

  private static func item(_ name: String, _ keys: String) -> String {
    TextWidth.wrap("**\(name)**: \(keys)", width: 118).enumerated()
      .map { ($0 == 0 ? "- " : "  ") + $1 + "\n" }.joined()
  }
}
