import Foundation
import LanguageModels
import PracticeTests
import Synchronization
import TestSupport

/// A chat server that writes good drafts, and misbehaves in some of its answers, as the seed has it.
final class UnreliableServer: Sendable {
  /// What it does instead of answering, beside what ``FaultyAnswer`` has.
  enum Misbehaviour: String, CaseIterable {
    case busy = "429"
    case busyForASecond = "429, a second"
    case broken = "500"
    case badGateway = "502"
    case unavailable = "503"
    case late = "504"
    case redirect
    /// A good draft, one byte at a time.
    case dribble = "byte by byte"
    /// A good draft on a connection that it then closes without a word.
    case closes = "closes while idle"
    /// A good draft that calls itself a web page.
    case mislabelled = "wrong content type"
    /// A good draft that does not say what it is.
    case unlabelled = "no content type"
    /// A draft that ends in the middle of its JSON.
    case halfDraft = "half a draft"
    /// A draft whose evidence stands nowhere.
    case invented = "invented evidence"
    case empty
  }

  /// The key that it asks for.
  static let key = "soak-key"

  private let server: ScriptedServer
  private let counts: Counts
  private let model: InstantModel

  /// Starts it.
  ///
  /// - Parameters:
  ///   - share: the share of answers that are no good, from 0 to 1.
  ///   - elsewhere: where it sends clients that follow redirects.
  init(seed: UInt64, share: Double, elsewhere: String) throws {
    let (counts, model) = (Counts(), InstantModel())
    server = try ScriptedServer { request, number in
      var lottery = Lottery(state: seed &+ UInt64(number) &* 0x9E37_79B9_7F4A_7C15)
      guard Double(lottery.number(below: 1_000)) < share * 1_000 else {
        return ScriptedServer.keptStream([Self.draft(for: request, number: number, by: model)])
      }
      let (name, steps) = Self.misbehave(request, number: number, seed: seed, elsewhere: elsewhere, model, &lottery)
      counts.add(name)
      return steps
    }
    (self.counts, self.model) = (counts, model)
  }

  /// Lets its model ask for the words again that the test before this one asked for.
  func beginTest() { model.beginTest() }

  var url: String { server.url }
  /// What it did, and how often.
  var misdeeds: [String: Int] { counts.all }
  var requests: Int { server.requests.count }
  /// Requests that did not bring the key.
  var keyless: Int { server.requests.count { $0.headers["authorization"] != "Bearer \(Self.key)" } }

  private static func misbehave(
    _ request: ScriptedServer.Request, number: Int, seed: UInt64, elsewhere: String, _ model: InstantModel,
    _ lottery: inout Lottery
  ) -> (name: String, steps: [ScriptedServer.Step]) {
    let place = lottery.number(below: FaultyAnswer.Fault.allCases.count + Misbehaviour.allCases.count)
    guard place < Misbehaviour.allCases.count else {
      let answer = FaultyAnswer(number: place - Misbehaviour.allCases.count, seed: seed &+ UInt64(number))
      return (answer.fault.rawValue, answer.steps)
    }
    let misbehaviour = Misbehaviour.allCases[place]
    return (misbehaviour.rawValue, steps(misbehaviour, draft(for: request, number: number, by: model), elsewhere))
  }

  private static func steps(
    _ misbehaviour: Misbehaviour, _ draft: String, _ elsewhere: String
  ) -> [ScriptedServer.Step] {
    switch misbehaviour {
    case .busy: return [ScriptedServer.answer(429, "{}")]
    case .busyForASecond: return [ScriptedServer.answer(429, "{}", headers: ["Retry-After: 1"])]
    case .broken: return [ScriptedServer.answer(500, "{}")]
    case .badGateway: return [ScriptedServer.answer(502, "<html>Bad Gateway</html>")]
    case .unavailable: return [ScriptedServer.answer(503, "{}")]
    case .late: return [ScriptedServer.answer(504, "<html>Gateway Timeout</html>")]
    case .redirect: return [ScriptedServer.answer(307, "", headers: ["Location: \(elsewhere)/v1/chat/completions"])]
    case .dribble:
      return ScriptedServer.keptStream([draft]).flatMap { step -> [ScriptedServer.Step] in
        guard case .send(let text) = step else { return [step] }
        return text.utf8.map { .sendBytes([$0]) }
      }
    case .closes: return ScriptedServer.keptStream([draft]).dropLast()
    case .mislabelled: return relabelled(ScriptedServer.keptStream([draft]), "Content-Type: text/html\r\n")
    case .unlabelled: return relabelled(ScriptedServer.keptStream([draft]), "")
    case .halfDraft: return ScriptedServer.keptStream([String(draft.prefix(draft.count / 2))])
    case .invented:
      return ScriptedServer.keptStream([draft.replacing("\"evidence\":\"", with: "\"evidence\":\"Snow is black and ")])
    case .empty: return ScriptedServer.keptStream([""])
    }
  }

  /// A stream with another content type, or none.
  private static func relabelled(_ steps: [ScriptedServer.Step], _ header: String) -> [ScriptedServer.Step] {
    steps.map { step in
      guard case .send(let text) = step else { return step }
      return .send(text.replacing("Content-Type: text/event-stream\r\n", with: header, maxReplacements: 1))
    }
  }

  /// A good draft about the passage of a request.
  private static func draft(for request: ScriptedServer.Request, number: Int, by model: InstantModel) -> String {
    let messages = (try? JSONValue(parsing: request.body))?["messages"]?.elements
    guard let prompt = messages?.last?["content"]?.string else { return "" }
    // The passage stands in a fence, below its topic.
    let parts = prompt.components(separatedBy: "\"\"\"")
    guard parts.count > 2, let topic = parts[1].range(of: "\n\n") else { return "" }
    return model.draft(of: String(parts[1][topic.upperBound...]), number: number)
  }

  private final class Counts: Sendable {
    private let kept = Mutex<[String: Int]>([:])
    var all: [String: Int] { kept.withLock { $0 } }

    func add(_ name: String) { kept.withLock { $0[name, default: 0] += 1 } }
  }
}
