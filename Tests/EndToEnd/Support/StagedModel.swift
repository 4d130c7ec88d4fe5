import Foundation
import Synchronization
import TestSupport

/// A chat server that words questions in stages, and finds no key again: the model behind it is too weak to verify.
final class StagedModel: Sendable {
  /// What it was asked of each kind.
  struct Asked {
    var stages = 0
    var keys = 0
  }

  private let server: ScriptedServer
  private let counts: Counts

  init() throws {
    let counts = Counts()
    server = try ScriptedServer { request, _ in
      guard request.line.contains("/chat/completions"), let prompt = Self.prompt(of: request.body) else {
        return [ScriptedServer.answer(404, "{}")]
      }
      return ScriptedServer.keptStream([counts.answer(to: prompt)])
    }
    self.counts = counts
  }

  var url: String { server.url }
  var asked: Asked { counts.asked.withLock { $0 } }

  private static func prompt(of body: String) -> String? {
    let object = try? JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: Any]
    return (object?["messages"] as? [[String: Any]])?.last?["content"] as? String
  }

  private final class Counts: Sendable {
    let asked = Mutex(Asked())

    func answer(to prompt: String) -> String {
      guard prompt.hasPrefix("Fact: ") else {
        asked.withLock { $0.keys += 1 }
        return #"{"answer": "A"}"#
      }
      asked.withLock { $0.stages += 1 }
      let key = Self.line("Answer", of: prompt)
      guard !key.isEmpty else {
        return #"{"wrong": ["plasmid", "flagellum", "centriole", "peroxisome", "spindle"]}"#
      }
      let told = Self.line("Fact", of: prompt).replacing(key, with: "").filter {
        !"\u{201C}\u{201D}\".".contains($0)
      }
      return #"{"question": "Which of these is described by: \#(told)?"}"#
    }

    private static func line(_ name: String, of prompt: String) -> String {
      let line = prompt.split(separator: "\n").first { $0.hasPrefix("\(name): ") }
      return line.map { String($0.dropFirst(name.count + 2)) } ?? ""
    }
  }
}
