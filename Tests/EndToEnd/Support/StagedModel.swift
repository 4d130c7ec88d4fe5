import Foundation
import Synchronization
import TestSupport

/// A chat server that words questions in stages, or whole where it is asked for drafts, and finds no key again: the
/// model behind it is too weak to verify.
final class StagedModel: Sendable {
  /// What it was asked of each kind.
  struct Asked {
    var stages = 0
    var drafts = 0
    var keys = 0
  }

  private let server: ScriptedServer
  private let counts: Counts

  init() throws {
    let counts = Counts()
    server = try ScriptedServer { request, _ in
      guard request.line.contains("/chat/completions"), let asked = Self.messages(of: request.body) else {
        return [ScriptedServer.answer(404, "{}")]
      }
      return ScriptedServer.keptStream([counts.answer(to: asked.prompt, told: asked.instructions)])
    }
    self.counts = counts
  }

  var url: String { server.url }
  var asked: Asked { counts.asked.withLock { $0 } }

  private static func messages(of body: String) -> (instructions: String, prompt: String)? {
    let object = try? JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: Any]
    let contents = (object?["messages"] as? [[String: Any]])?.compactMap { $0["content"] as? String } ?? []
    guard contents.count == 2 else { return nil }
    return (contents[0], contents[1])
  }

  private final class Counts: Sendable {
    let asked = Mutex(Asked())

    /// The instructions tell what is asked: a schema is not sent any more once an answer did not follow it.
    func answer(to prompt: String, told instructions: String) -> String {
      if instructions.hasPrefix("You check ") || instructions.hasPrefix("You answer an exam question") {
        asked.withLock { $0.keys += 1 }
        return #"{"answer": "A"}"#
      }
      guard instructions.hasPrefix("You write questions for a practice test") else {
        asked.withLock { $0.stages += 1 }
        return stage(prompt)
      }
      let number = asked.withLock { asked in
        asked.drafts += 1
        return asked.drafts
      }
      return TaughtTerm.draft(from: prompt, number: number)
    }

    private func stage(_ prompt: String) -> String {
      guard !StagePrompt.line("Answer", of: prompt).isEmpty else {
        return #"{"wrong": ["plasmid", "flagellum", "centriole", "peroxisome", "spindle"]}"#
      }
      return #"{"question": "\#(StagePrompt.question(on: prompt))"}"#
    }
  }
}
