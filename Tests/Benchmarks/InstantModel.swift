import LanguageModels
import PracticeTests
import Synchronization

/// A model in this process that writes a whole draft for any slot at once: a sentence of the passage with a word left
/// out.
final class InstantModel: Sendable {
  /// The words that the test asks for until now: no two of its questions may have the same answer.
  private let asked = Mutex<Set<String>>([])

  /// Forgets what the test before this one asked for.
  func beginTest() {
    asked.withLock { $0 = [] }
  }

  /// A service with this model alone, which passes every gate that it can without a thought.
  func service(parallel: Int) throws -> LocalLLMService {
    var settings = try BackendSettings(SettingsFile(path: "/nonexistent/config.toml"))
    settings.backends = [LLMBackendConfig(id: "instant", kind: .openAICompatible, model: "instant", parallel: parallel)]
    settings.selected = "instant"
    let factory = LLMBackendFactory { MockLLMBackend(configuration: $0) { self.answer(to: $0) } }
    return LocalLLMService(settings: settings, factory: factory) { _ in }
  }

  /// Drafts are asked for whole, and not verified: the cost of a model is not what is measured.
  static var settings: GenerationSettings {
    var settings = GenerationSettings()
    (settings.drafting, settings.verifies) = (.oneShot, false)
    return settings
  }

  private func answer(to request: LLMRequest) -> String {
    guard let assignment = request.attachment as? SlotAssignment else { return "" }
    return draft(of: assignment.passage.text, number: assignment.slot.index + assignment.attempt)
  }

  /// A whole draft about a text, which begins to look for a word at another place for each number; empty where the text
  /// has no sentence for one.
  func draft(of text: String, number: Int) -> String {
    guard let gap = choose(among: Self.gaps(in: text), number) else { return "" }
    let others = Self.others(than: gap, in: text)
    guard others.count == 3 else { return "" }
    return JSONValue.members([
      ("evidence", .string(gap.sentence)),
      ("prompt", .string("Which word is missing here: \(gap.sentence.replacing(gap.word, with: "____"))")),
      ("correctAnswer", .string(gap.word)),
      ("distractors", .array(others.map(JSONValue.string))),
      ("rationale", .string("Only with this word the sentence says what is so: \(gap.sentence)")),
    ]).text
  }

  /// A gap whose word the test does not ask for yet; where all are asked for, any.
  private func choose(among gaps: [Gap], _ number: Int) -> Gap? {
    guard !gaps.isEmpty else { return nil }
    let turned = gaps[(number % gaps.count)...] + gaps[..<(number % gaps.count)]
    return asked.withLock { asked in
      let gap = turned.first { !asked.contains($0.word) } ?? turned.first
      if let gap { asked.insert(gap.word) }
      return gap
    }
  }

  /// A sentence, and a word of it.
  private struct Gap {
    var sentence: String
    var word: String
  }

  /// First the longest word of each sentence, then the next.
  private static func gaps(in text: String) -> [Gap] {
    let sentences = text.split(separator: "\n\n").flatMap { Sentences.split(String($0)) }
      .filter { (8...40).contains(Words.count($0)) }
    let ranked = sentences.map { sentence in
      words(sentence).filter { sentence.ranges(of: $0).count == 1 }.sorted { $0.count > $1.count }
        .map { Gap(sentence: sentence, word: $0) }
    }
    let most = ranked.map(\.count).max() ?? 0
    return (0..<most).flatMap { rank in ranked.compactMap { rank < $0.count ? $0[rank] : nil } }
  }

  /// The three words of the text, but none of the sentence, that are most like a gap's in length.
  private static func others(than gap: Gap, in text: String) -> [String] {
    let others = Set(words(text)).subtracting(words(gap.sentence)).sorted {
      (abs($0.count - gap.word.count), $0) < (abs($1.count - gap.word.count), $1)
    }
    return Array(others.prefix(3))
  }

  /// The longer words of a text in lower case, as they stand there.
  private static func words(_ text: String) -> [String] {
    text.split { !$0.isLetter }.map(String.init).filter { $0.count > 4 && $0.allSatisfy(\.isLowercase) }
  }
}
