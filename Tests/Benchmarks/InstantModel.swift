import LanguageModels
import PracticeTests

/// A model in this process that writes a whole draft for any slot at once: a sentence of the passage with a word left out.
enum InstantModel {
  /// A service with this model alone, which passes every gate that it can without a thought.
  static func service(parallel: Int) throws -> LocalLLMService {
    var settings = try BackendSettings(SettingsFile(path: "/nonexistent/config.toml"))
    settings.backends = [LLMBackendConfig(id: "instant", kind: .openAICompatible, model: "instant", parallel: parallel)]
    settings.selected = "instant"
    let factory = LLMBackendFactory { MockLLMBackend(configuration: $0) { answer(to: $0) } }
    return LocalLLMService(settings: settings, factory: factory) { _ in }
  }

  /// Drafts are asked for whole, and not verified: the cost of a model is not what is measured.
  static var settings: GenerationSettings {
    var settings = GenerationSettings()
    (settings.drafting, settings.verifies) = (.oneShot, false)
    return settings
  }

  private static func answer(to request: LLMRequest) -> String {
    guard let assignment = request.attachment as? SlotAssignment else { return "" }
    return draft(of: assignment.passage.text, number: assignment.slot.index + assignment.attempt)
  }

  /// A whole draft about a text, another for each number; empty where the text has no sentence for one.
  static func draft(of text: String, number: Int) -> String {
    let gaps = gaps(in: text)
    guard !gaps.isEmpty else { return "" }
    let gap = gaps[number % gaps.count]
    return JSONValue.object([
      JSONMember("evidence", .string(gap.sentence)),
      JSONMember("prompt", .string("Which word is missing here: \(gap.sentence.replacing(gap.word, with: "____"))")),
      JSONMember("correctAnswer", .string(gap.word)),
      JSONMember("distractors", .array(gap.others.map(JSONValue.string))),
      JSONMember("rationale", .string("Only with this word the sentence says what is so: \(gap.sentence)")),
    ]).text
  }

  /// A sentence, a word of it, and words that stand elsewhere in the text.
  private struct Gap {
    var sentence: String
    var word: String
    var others: [String]
  }

  private static func gaps(in text: String) -> [Gap] {
    let all = words(text)
    return text.split(separator: "\n\n").flatMap { Sentences.split(String($0)) }.compactMap { sentence in
      guard (8...40).contains(Words.count(sentence)) else { return nil }
      let own = words(sentence)
      guard let word = own.max(by: { $0.count < $1.count }), own.count(where: { $0 == word }) == 1 else { return nil }
      let others = Set(all).subtracting(own).sorted {
        (abs($0.count - word.count), $0) < (abs($1.count - word.count), $1)
      }
      return others.count < 3 ? nil : Gap(sentence: sentence, word: word, others: Array(others.prefix(3)))
    }
  }

  /// The longer words of a text in lower case, as they stand there.
  private static func words(_ text: String) -> [String] {
    text.split { !$0.isLetter }.map(String.init).filter { $0.count > 4 && $0.allSatisfy(\.isLowercase) }
  }
}
