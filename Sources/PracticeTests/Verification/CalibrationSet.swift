import Assets
import Foundation

/// Questions on the sample notes, half of them with their right key and half with a planted wrong one.
enum CalibrationSet {
  /// Counted up when the questions or the prompts that verify change, so that models are measured anew.
  static let version = 2

  /// One question.
  struct Entry: Sendable {
    var item: Item
    var passage: Passage
    /// Whether the key is planted.
    var isPlanted: Bool
  }

  /// A question as the asset has it. The first choice is the right one.
  private struct Record: Decodable {
    var sample: String
    /// Words of the passage by which it is found.
    var passage: String
    var prompt: String
    var choices: [String]
    /// The place of a wrong choice that is given out as the key.
    var planted: Int?
  }

  /// The questions, in the order in which passages are shared.
  static func entries() throws -> [Entry] {
    let records = try JSONDecoder().decode([Record].self, from: Data(Assets.calibration.utf8))
    let documents = Dictionary(
      Assets.samples.map { ($0.name, NoteReader.document(text: $0.text, name: $0.name)) },
      uniquingKeysWith: { a, _ in a })
    return records.enumerated().compactMap { number, record in
      guard let passage = documents[record.sample]?.passages.first(where: { $0.text.contains(record.passage) }) else {
        return nil
      }
      return entry(record, passage, number)
    }
  }

  /// The choices are turned, by one more for every two questions, so that the key's place goes round.
  private static func entry(_ record: Record, _ passage: Passage, _ number: Int) -> Entry {
    let count = record.choices.count
    let choices = (0..<count).map { record.choices[($0 + number / 2) % count] }
    let key = record.choices[record.planted ?? 0]
    let item = Item(
      format: .multipleChoice, prompt: record.prompt, choices: choices, correctIndex: choices.firstIndex(of: key),
      correctAnswer: key)
    return Entry(item: item, passage: passage, isPlanted: record.planted != nil)
  }
}
